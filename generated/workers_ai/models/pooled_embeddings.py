"""Pooled Embeddings."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Required, TypedDict

    from .inputs import CallOptions, QueuedRequest

    class PooledEmbeddingsInput(TypedDict, total=False):
        """Turns texts into embeddings."""

        text: Required[str | Sequence[str]]
        """What is embedded, up to 100 texts."""
        pooling: Literal["mean", "cls"]
        """How the vectors of the words become one of the text; results of the two do not mix."""

    class PooledEmbeddingsCall(PooledEmbeddingsInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class PooledEmbeddingsQueued(PooledEmbeddingsInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""


GROUP = Group(
    name="PooledEmbeddings",
    forms=(Form("text", "pooling", "pooled_embeddings.PooledEmbeddings"),),
)
