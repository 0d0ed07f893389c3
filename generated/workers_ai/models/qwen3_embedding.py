"""Qwen3 Embedding."""

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

    class Qwen3EmbeddingInput(TypedDict, total=False):
        """Turns texts, questions and documents into embeddings."""

        text: str | Sequence[str]
        """What is embedded."""
        queries: str | Sequence[str]
        """Questions to embed, with the instruction."""
        documents: str | Sequence[str]
        """Texts to embed, without the instruction."""
        instruction: str
        """What the questions are for."""

    class Qwen3EmbeddingCall(Qwen3EmbeddingInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Qwen3Embedding",
    forms=(Form("", "text queries documents instruction", "qwen3_embedding.Qwen3Embedding"),),
)
