"""Pooled embeddings."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import Literal

from ..._runtime.models import Response


class PooledEmbeddings(Response):
    """The embeddings of the texts sent."""

    shape: list[int] | None = None
    """Number of texts, and of dimensions."""
    data: list[list[int | float]] | None = None
    """One embedding a text, in the order sent; each a list of numbers."""
    pooling: Literal["mean", "cls"] | None = None
    """How the vectors of the words become one of the text; results of the two do not mix."""
