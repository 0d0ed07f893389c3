"""Text embeddings."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class TextEmbeddings(Response):
    """The embeddings of the texts sent."""

    shape: list[int]
    """Number of texts, and of dimensions. Exactly 2 items."""
    data: list[list[int | float]]
    """One embedding a text, in the order sent; each a list of numbers."""
