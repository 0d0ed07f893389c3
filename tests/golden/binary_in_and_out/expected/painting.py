"""Painting."""

from collections.abc import Sequence

from ._runtime.binary import Base64, BinaryResponse, Octets
from ._runtime.models import UNSET, Params, UnsetType


class PaintingResponse(BinaryResponse):
    """What Painting answers: a file."""


class PaintingParams(Params[PaintingResponse]):
    prompt: str
    sketch: Base64 | UnsetType = UNSET
    mask: Octets | UnsetType = UNSET
    palette: Sequence[float] | UnsetType = UNSET
    start: Sequence[float] | Base64 | UnsetType = UNSET
