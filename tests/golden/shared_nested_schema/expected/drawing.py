"""Drawing."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.models import Model, Params, Response


@dataclass(frozen=True, kw_only=True)
class DrawingResponseFirst(Response):
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True, kw_only=True)
class DrawingResponse(Response):
    first: DrawingResponseFirst | None = None
    last: DrawingResponseFirst | None = None


@dataclass(frozen=True, kw_only=True)
class DrawingStyle(Model):
    """How it looks."""

    color: str
    width: float | UnsetType = msgspec.UNSET


@dataclass(frozen=True, kw_only=True)
class DrawingBorderStyle(Model):
    dash: float


@dataclass(frozen=True, kw_only=True)
class DrawingLineParams(Params[DrawingResponse]):
    line: str
    style: DrawingStyle
    """How it looks."""


@dataclass(frozen=True, kw_only=True)
class DrawingBorder(Model):
    style: DrawingBorderStyle


@dataclass(frozen=True, kw_only=True)
class DrawingShapeParams(Params[DrawingResponse]):
    shape: str
    style: DrawingStyle
    """How it looks."""
    border: DrawingBorder | UnsetType = msgspec.UNSET
