"""Summary."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class SummaryResponse(Response):
    summary: str | None = None


@dataclass(frozen=True, kw_only=True)
class SummaryParams(Params[SummaryResponse]):
    text: str
    length: int
