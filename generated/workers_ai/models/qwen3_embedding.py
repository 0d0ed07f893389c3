"""Qwen3 Embedding."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypedDict, Unpack

    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.qwen3_embedding import Qwen3Embedding
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


class Qwen3EmbeddingRunner(ModelRunner):
    """Qwen3 Embedding."""

    group = GROUP

    def run(self, **fields: Unpack[Qwen3EmbeddingCall]) -> Qwen3Embedding:
        """The answer to a request, whose members are keywords."""
        answer: Qwen3Embedding = self._run(fields)
        return answer


class AsyncQwen3EmbeddingRunner(ModelRunner):
    """As `Qwen3EmbeddingRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[Qwen3EmbeddingCall]) -> Qwen3Embedding:
        """The answer to a request, whose members are keywords."""
        answer: Qwen3Embedding = await self._run(fields)
        return answer


class Qwen3EmbeddingRunnerWithRawResponse(ModelRunner):
    """As `Qwen3EmbeddingRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Qwen3EmbeddingCall]) -> RawResponse[Qwen3Embedding]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Qwen3Embedding] = self._run(fields)
        return answer


class AsyncQwen3EmbeddingRunnerWithRawResponse(ModelRunner):
    """As `AsyncQwen3EmbeddingRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Qwen3EmbeddingCall]) -> AsyncRawResponse[Qwen3Embedding]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Qwen3Embedding] = self._run(fields)
        return answer
