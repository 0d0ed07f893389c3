"""Text Embeddings."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from collections.abc import Sequence

from ._runtime.models import Params, Response


class TextEmbeddingsResponse(Response):
    """The embeddings of the texts sent."""

    shape: list[int | float] | None = None
    """Size of data as [number of texts, dimensions]."""
    data: list[list[int | float]] | None = None
    """One embedding a text, in the order sent; each a list of floats."""


class TextEmbeddingsParams(Params[TextEmbeddingsResponse]):
    """Turns texts into embeddings: vectors that are close when the texts mean much the same."""

    text: str | Sequence[str]
    """Text to embed, or a list of texts to embed in one call. At least 1 character. At most 100 items. Each: at least 1
    character."""
