"""Multimodal Embeddings."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from collections.abc import Sequence

from ._runtime.binary import Base64
from ._runtime.models import UNSET, Params, Response, UnsetType


class MultimodalEmbeddingsResponse(Response):
    """The embeddings of the image and the texts sent."""

    data: list[list[int | float]] | None = None
    """One embedding an input; each a list of floats."""
    shape: list[int | float] | None = None
    """Size of data as [number of inputs, dimensions]."""


class MultimodalEmbeddingsParams(Params[MultimodalEmbeddingsResponse]):
    """Turns an image, texts or both into embeddings that can be compared with one another."""

    image: Base64 | UnsetType = UNSET
    """Image file to embed, as base64. At least 1 character."""
    text: Sequence[str] | UnsetType = UNSET
    """Texts to embed; their embeddings come back in the same order. Each: at least 1 character."""
