"""Llama 4."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Unpack

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
    from .answers.llama4 import Llama4
    from .answers.text_generation_chunk import TextGenerationChunk
    from .inputs import (
        CallOptions,
        CodeFunction,
        DescribedTool,
        JSONMode,
        MessageWithPictures,
        NestedDescribedTool,
        TextGenerationSettings,
    )

    class Llama4Input(TextGenerationSettings, total=False):
        """Has the model write text, from a prompt or from a conversation."""

        prompt: str
        """Text that the model continues or answers. At least 1 character."""
        response_format: JSONMode
        """Has the model answer with JSON."""
        guided_json: Mapping[str, Any]
        """JSON Schema that the answer follows."""
        messages: Sequence[MessageWithPictures]
        """The conversation so far, oldest first."""
        tools: Sequence[DescribedTool | NestedDescribedTool]
        """Functions that the model may have called."""
        functions: Sequence[CodeFunction]
        """Functions as code."""

    class Llama4Call(Llama4Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Llama4",
    forms=(
        Form(
            "prompt",
            """response_format guided_json raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "llama4.Llama4",
            "text_generation_chunk.TextGenerationChunk",
        ),
        Form(
            "messages",
            """tools functions response_format guided_json raw stream max_tokens temperature top_p top_k seed
            repetition_penalty frequency_penalty presence_penalty""",
            "llama4.Llama4",
            "text_generation_chunk.TextGenerationChunk",
        ),
    ),
    places={"messages.content.image_url.url": "data-url"},
    flag="stream",
)


class Llama4Runner(ModelRunner):
    """Llama 4."""

    group = GROUP

    def run(self, **fields: Unpack[Llama4Call]) -> Llama4:
        """The answer to a request, whose members are keywords."""
        answer: Llama4 = self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Llama4Call]) -> Stream[TextGenerationChunk]:
        """The same, with the answer piece by piece."""
        answer: Stream[TextGenerationChunk] = self._stream(fields)
        return answer

    def batch(self, requests: Sequence[Llama4Input], **options: Unpack[CallOptions]) -> BatchHandle[Llama4]:
        """Queue requests; the handle gives the answers, in order."""
        handle: BatchHandle[Llama4] = self._batch(requests, options)
        return handle


class AsyncLlama4Runner(ModelRunner):
    """As `Llama4Runner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[Llama4Call]) -> Llama4:
        """The answer to a request, whose members are keywords."""
        answer: Llama4 = await self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Llama4Call]) -> AsyncStream[TextGenerationChunk]:
        """The same, with the answer piece by piece."""
        answer: AsyncStream[TextGenerationChunk] = self._stream(fields)
        return answer

    async def batch(self, requests: Sequence[Llama4Input], **options: Unpack[CallOptions]) -> AsyncBatchHandle[Llama4]:
        """Queue requests; the handle gives the answers, in order."""
        handle: AsyncBatchHandle[Llama4] = await self._batch(requests, options)
        return handle


class Llama4RunnerWithRawResponse(ModelRunner):
    """As `Llama4Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Llama4Call]) -> RawResponse[Llama4]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Llama4] = self._run(fields)
        return answer


class AsyncLlama4RunnerWithRawResponse(ModelRunner):
    """As `AsyncLlama4Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Llama4Call]) -> AsyncRawResponse[Llama4]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Llama4] = self._run(fields)
        return answer
