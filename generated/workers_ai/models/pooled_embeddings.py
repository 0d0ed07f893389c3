"""Pooled Embeddings."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Required, TypedDict, Unpack

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.pooled_embeddings import PooledEmbeddings
    from .inputs import CallOptions

    class PooledEmbeddingsInput(TypedDict, total=False):
        """Turns texts into embeddings."""

        text: Required[str | Sequence[str]]
        """What is embedded, up to 100 texts."""
        pooling: Literal["mean", "cls"]
        """How the vectors of the words become one of the text; results of the two do not mix."""

    class PooledEmbeddingsCall(PooledEmbeddingsInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="PooledEmbeddings",
    forms=(Form("text", "pooling", "pooled_embeddings.PooledEmbeddings"),),
)


class PooledEmbeddingsRunner(ModelRunner):
    """Pooled Embeddings."""

    group = GROUP

    def run(self, **fields: Unpack[PooledEmbeddingsCall]) -> PooledEmbeddings:
        """The answer to a request, whose members are keywords."""
        answer: PooledEmbeddings = self._run(fields)
        return answer

    def batch(
        self, requests: Sequence[PooledEmbeddingsInput], **options: Unpack[CallOptions]
    ) -> BatchHandle[PooledEmbeddings]:
        """Queue requests; the handle gives the answers, in order."""
        handle: BatchHandle[PooledEmbeddings] = self._batch(requests, options)
        return handle


class AsyncPooledEmbeddingsRunner(ModelRunner):
    """As `PooledEmbeddingsRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[PooledEmbeddingsCall]) -> PooledEmbeddings:
        """The answer to a request, whose members are keywords."""
        answer: PooledEmbeddings = await self._run(fields)
        return answer

    async def batch(
        self, requests: Sequence[PooledEmbeddingsInput], **options: Unpack[CallOptions]
    ) -> AsyncBatchHandle[PooledEmbeddings]:
        """Queue requests; the handle gives the answers, in order."""
        handle: AsyncBatchHandle[PooledEmbeddings] = await self._batch(requests, options)
        return handle


class PooledEmbeddingsRunnerWithRawResponse(ModelRunner):
    """As `PooledEmbeddingsRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[PooledEmbeddingsCall]) -> RawResponse[PooledEmbeddings]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[PooledEmbeddings] = self._run(fields)
        return answer


class AsyncPooledEmbeddingsRunnerWithRawResponse(ModelRunner):
    """As `AsyncPooledEmbeddingsRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[PooledEmbeddingsCall]) -> AsyncRawResponse[PooledEmbeddings]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[PooledEmbeddings] = self._run(fields)
        return answer
