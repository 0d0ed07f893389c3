"""Search."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime import Params, Response


@dataclass(frozen=True, kw_only=True)
class SearchResponse(Response):
    """SearchResponse."""

    found: bool | None = None


@dataclass(frozen=True, kw_only=True)
class SearchWordsParams(Params[SearchResponse]):
    """SearchWordsParams."""

    words: str
    scope: str


@dataclass(frozen=True, kw_only=True)
class SearchPatternParams(Params[SearchResponse]):
    """SearchPatternParams."""

    pattern: str
    scope: str


@dataclass(frozen=True, kw_only=True)
class SearchEverythingParams(Params[SearchResponse]):
    """SearchEverythingParams."""

    scope: str
