"""By author."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class ByAuthorResponse(Response):
    titles: list[str] | None = None


@dataclass(frozen=True, kw_only=True)
class ByAuthorParams(Params[ByAuthorResponse]):
    author: str
