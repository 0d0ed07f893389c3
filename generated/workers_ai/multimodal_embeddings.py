"""Multimodal Embeddings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.binary import Base64
from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class MultimodalEmbeddingsResponse(Response):
    """The embeddings of the image and the texts sent."""

    data: list[list[float]] | None = None
    """One embedding an input; each a list of floats."""
    shape: list[float] | None = None
    """Size of data as [number of inputs, dimensions]."""


@dataclass(frozen=True, kw_only=True)
class MultimodalEmbeddingsParams(Params[MultimodalEmbeddingsResponse]):
    """Turns an image, texts or both into embeddings that can be compared with one another."""

    image: Base64 | UnsetType = msgspec.UNSET
    """Image file to embed, as base64. At least 1 character."""
    text: Sequence[str] | UnsetType = msgspec.UNSET
    """Texts to embed; their embeddings come back in the same order. Each: at least 1 character."""
