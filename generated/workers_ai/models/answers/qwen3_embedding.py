"""Qwen3 embedding."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class Qwen3Embedding(Response):
    """The embeddings of the texts sent."""

    shape: list[int] | None = None
    """Number of texts, and of dimensions."""
    data: list[list[int | float]] | None = None
    """One embedding a text, in the order sent; each a list of numbers."""
