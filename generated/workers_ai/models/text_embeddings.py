"""Text Embeddings."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypedDict

    from .inputs import CallOptions

    class TextEmbeddingsInput(TypedDict):
        """Turns texts into embeddings."""

        text: str | Sequence[str]
        """What is embedded, up to 100 texts."""

    class TextEmbeddingsCall(TextEmbeddingsInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="TextEmbeddings",
    forms=(Form("text", "", "text_embeddings.TextEmbeddings"),),
)
