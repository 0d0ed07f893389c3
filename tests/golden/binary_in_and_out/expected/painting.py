"""Painting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import UNSET, UnsetType

from ._runtime.binary import Base64, BinaryResponse, Octets
from ._runtime.models import Params


class PaintingResponse(BinaryResponse):
    """What Painting answers: a file."""


@dataclass(frozen=True, kw_only=True)
class PaintingParams(Params[PaintingResponse]):
    prompt: str
    sketch: Base64 | UnsetType = UNSET
    mask: Octets | UnsetType = UNSET
    palette: Sequence[float] | UnsetType = UNSET
    start: Sequence[float] | Base64 | UnsetType = UNSET
