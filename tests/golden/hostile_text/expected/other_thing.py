"""Other\\x00Thing."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class OtherThingResponse(Response):
    y: str | None = None


@dataclass(frozen=True, kw_only=True)
class OtherThingParams(Params[OtherThingResponse]):
    x: str
