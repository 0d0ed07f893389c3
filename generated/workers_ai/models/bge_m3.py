"""BgeM3."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Required, TypedDict

    from .inputs import CallOptions, Context, QueuedRequest

    class BgeM3M3EmbeddingsInput(TypedDict, total=False):
        """Turns texts into embeddings."""

        text: Required[str | Sequence[str]]
        """What is embedded, up to 100 texts."""
        truncate_inputs: bool
        """Whether texts that are too long are cut off; otherwise they are an error. Server default: false."""

    class BgeM3M3EmbeddingsCall(BgeM3M3EmbeddingsInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class BgeM3M3EmbeddingsQueued(BgeM3M3EmbeddingsInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""

    class BgeM3M3RankingInput(TypedDict, total=False):
        """Tells how well texts answer a query."""

        query: Required[str]
        """What is looked for. At least 1 character."""
        contexts: Required[Sequence[Context]]
        """Texts to compare with the query."""
        truncate_inputs: bool
        """Whether texts that are too long are cut off; otherwise they are an error. Server default: false."""

    class BgeM3M3RankingCall(BgeM3M3RankingInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class BgeM3M3RankingQueued(BgeM3M3RankingInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""

    class BgeM3M3ContextEmbeddingsInput(TypedDict, total=False):
        """Turns texts into embeddings, as contexts."""

        contexts: Required[Sequence[Context]]
        """Texts to embed."""
        truncate_inputs: bool
        """Whether texts that are too long are cut off; otherwise they are an error. Server default: false."""

    class BgeM3M3ContextEmbeddingsCall(BgeM3M3ContextEmbeddingsInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class BgeM3M3ContextEmbeddingsQueued(BgeM3M3ContextEmbeddingsInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""

        query: str
        """What is looked for. At least 1 character."""


GROUP = Group(
    name="BgeM3",
    forms=(
        Form("text", "truncate_inputs", "m3_embeddings.M3Embeddings"),
        Form("query contexts", "truncate_inputs", "m3_ranking.M3Ranking", apart=True),
        Form("contexts", "truncate_inputs", "m3_context_embeddings.M3ContextEmbeddings", apart=True),
    ),
)
