"""BgeM3."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Required, TypedDict, Unpack

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.m3_context_embeddings import M3ContextEmbeddings
    from .answers.m3_embeddings import M3Embeddings
    from .answers.m3_ranking import M3Ranking
    from .inputs import CallOptions, Context

    class BgeM3M3EmbeddingsInput(TypedDict, total=False):
        """Turns texts into embeddings."""

        text: Required[str | Sequence[str]]
        """What is embedded, up to 100 texts."""
        truncate_inputs: bool
        """Whether texts that are too long are cut off; otherwise they are an error. Server default:
        false."""

    class BgeM3M3EmbeddingsCall(BgeM3M3EmbeddingsInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class BgeM3M3RankingInput(TypedDict, total=False):
        """Tells how well texts answer a query."""

        query: Required[str]
        """What is looked for. At least 1 character."""
        contexts: Required[Sequence[Context]]
        """Texts to compare with the query."""
        truncate_inputs: bool
        """Whether texts that are too long are cut off; otherwise they are an error. Server default:
        false."""

    class BgeM3M3RankingCall(BgeM3M3RankingInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class BgeM3M3ContextEmbeddingsInput(TypedDict, total=False):
        """Turns texts into embeddings, as contexts."""

        contexts: Required[Sequence[Context]]
        """Texts to embed."""
        truncate_inputs: bool
        """Whether texts that are too long are cut off; otherwise they are an error. Server default:
        false."""

    class BgeM3M3ContextEmbeddingsCall(BgeM3M3ContextEmbeddingsInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="BgeM3",
    forms=(
        Form("text", "truncate_inputs", "m3_embeddings.M3Embeddings"),
        Form("query contexts", "truncate_inputs", "m3_ranking.M3Ranking"),
        Form("contexts", "truncate_inputs", "m3_context_embeddings.M3ContextEmbeddings"),
    ),
)


class BgeM3Runner(ModelRunner):
    """BgeM3."""

    group = GROUP

    @overload
    def run(self, **fields: Unpack[BgeM3M3EmbeddingsCall]) -> M3Embeddings: ...
    @overload
    def run(self, **fields: Unpack[BgeM3M3RankingCall]) -> M3Ranking: ...
    @overload
    def run(self, **fields: Unpack[BgeM3M3ContextEmbeddingsCall]) -> M3ContextEmbeddings: ...
    def run(self, **fields: Any) -> Any:
        """The answer to a request, whose members are keywords."""
        return self._run(fields)

    def batch(
        self,
        requests: Sequence[BgeM3M3EmbeddingsInput | BgeM3M3RankingInput | BgeM3M3ContextEmbeddingsInput],
        **options: Unpack[CallOptions],
    ) -> BatchHandle[M3Embeddings | M3Ranking | M3ContextEmbeddings]:
        """Queue requests; the handle gives the answers, in order."""
        handle: BatchHandle[M3Embeddings | M3Ranking | M3ContextEmbeddings] = self._batch(requests, options)
        return handle


class AsyncBgeM3Runner(ModelRunner):
    """As `BgeM3Runner`, for asyncio and trio."""

    group = GROUP

    @overload
    async def run(self, **fields: Unpack[BgeM3M3EmbeddingsCall]) -> M3Embeddings: ...
    @overload
    async def run(self, **fields: Unpack[BgeM3M3RankingCall]) -> M3Ranking: ...
    @overload
    async def run(self, **fields: Unpack[BgeM3M3ContextEmbeddingsCall]) -> M3ContextEmbeddings: ...
    async def run(self, **fields: Any) -> Any:
        """The answer to a request, whose members are keywords."""
        return await self._run(fields)

    async def batch(
        self,
        requests: Sequence[BgeM3M3EmbeddingsInput | BgeM3M3RankingInput | BgeM3M3ContextEmbeddingsInput],
        **options: Unpack[CallOptions],
    ) -> AsyncBatchHandle[M3Embeddings | M3Ranking | M3ContextEmbeddings]:
        """Queue requests; the handle gives the answers, in order."""
        handle: AsyncBatchHandle[M3Embeddings | M3Ranking | M3ContextEmbeddings] = await self._batch(requests, options)
        return handle


class BgeM3RunnerWithRawResponse(ModelRunner):
    """As `BgeM3Runner`, giving HTTP responses."""

    group = GROUP

    @overload
    def run(self, **fields: Unpack[BgeM3M3EmbeddingsCall]) -> RawResponse[M3Embeddings]: ...
    @overload
    def run(self, **fields: Unpack[BgeM3M3RankingCall]) -> RawResponse[M3Ranking]: ...
    @overload
    def run(self, **fields: Unpack[BgeM3M3ContextEmbeddingsCall]) -> RawResponse[M3ContextEmbeddings]: ...
    def run(self, **fields: Any) -> Any:
        """The response to a request, whose members are keywords."""
        return self._run(fields)


class AsyncBgeM3RunnerWithRawResponse(ModelRunner):
    """As `AsyncBgeM3Runner`, giving HTTP responses."""

    group = GROUP

    @overload
    def run(self, **fields: Unpack[BgeM3M3EmbeddingsCall]) -> AsyncRawResponse[M3Embeddings]: ...
    @overload
    def run(self, **fields: Unpack[BgeM3M3RankingCall]) -> AsyncRawResponse[M3Ranking]: ...
    @overload
    def run(self, **fields: Unpack[BgeM3M3ContextEmbeddingsCall]) -> AsyncRawResponse[M3ContextEmbeddings]: ...
    def run(self, **fields: Any) -> Any:
        """The response to a request, whose members are keywords."""
        return self._run(fields)
