"""Count."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class CountResponse(Response):
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class CountParams(Params[CountResponse]):
    word: str
