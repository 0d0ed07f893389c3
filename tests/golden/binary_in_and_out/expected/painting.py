"""Painting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.binary import Base64, BinaryResponse, Octets
from ._runtime.models import Params


class PaintingResponse(BinaryResponse):
    """What Painting answers: a file."""


@dataclass(frozen=True, kw_only=True)
class PaintingParams(Params[PaintingResponse]):
    prompt: str
    sketch: Base64 | UnsetType = msgspec.UNSET
    mask: Octets | UnsetType = msgspec.UNSET
    palette: Sequence[float] | UnsetType = msgspec.UNSET
    start: Sequence[float] | Base64 | UnsetType = msgspec.UNSET
