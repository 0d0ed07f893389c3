"""Search."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class SearchResponse(Response):
    found: bool | None = None


@dataclass(frozen=True, kw_only=True)
class SearchWordsParams(Params[SearchResponse]):
    words: str
    scope: str


@dataclass(frozen=True, kw_only=True)
class SearchPatternParams(Params[SearchResponse]):
    pattern: str
    scope: str


@dataclass(frozen=True, kw_only=True)
class SearchEverythingParams(Params[SearchResponse]):
    scope: str
