"""Text."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.models import Model, Params, Response


@dataclass(frozen=True, kw_only=True)
class TextResponseSize(Response):
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True, kw_only=True)
class TextResponse(Response):
    size: TextResponseSize | None = None


@dataclass(frozen=True, kw_only=True)
class TextStyle(Model):
    """How it looks."""

    color: str
    width: float | UnsetType = msgspec.UNSET


@dataclass(frozen=True, kw_only=True)
class TextParams(Params[TextResponse]):
    text: str
    style: TextStyle | UnsetType = msgspec.UNSET
    """How it looks."""
