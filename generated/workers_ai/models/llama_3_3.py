"""Llama 3 3."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
    from .answers.generated_text import GeneratedText
    from .answers.text_generation_chunk import TextGenerationChunk
    from .answers.vllm_chat_completion import VllmMessage
    from .inputs import (
        CallOptions,
        CodeFunction,
        DescribedTool,
        JSONMode,
        MessageInParts,
        NestedDescribedTool,
        VllmTextSettings,
    )

    class Llama33Input(VllmTextSettings, total=False):
        """Has the model write text, from a prompt or from a conversation."""

        prompt: str
        """Text that the model continues or answers. At least 1 character."""
        lora: str
        """Name of a LoRA adapter that the model is run with."""
        response_format: JSONMode
        """Has the model answer with JSON."""
        messages: Sequence[MessageInParts | VllmMessage]
        """The conversation so far, oldest first."""
        tools: Sequence[DescribedTool | NestedDescribedTool]
        """Functions that the model may have called."""
        functions: Sequence[CodeFunction]
        """Functions as code."""

    class Llama33Call(Llama33Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Llama33",
    forms=(
        Form(
            "prompt",
            """lora response_format raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "generated_text.GeneratedText",
            "text_generation_chunk.TextGenerationChunk",
        ),
        Form(
            "messages",
            """tools functions response_format raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "generated_text.GeneratedText",
            "text_generation_chunk.TextGenerationChunk",
        ),
    ),
    flag="stream",
)


class Llama33Runner(ModelRunner):
    """Llama 3 3."""

    group = GROUP

    def run(self, **fields: Unpack[Llama33Call]) -> GeneratedText:
        """The answer to a request, whose members are keywords."""
        answer: GeneratedText = self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Llama33Call]) -> Stream[TextGenerationChunk]:
        """The same, with the answer piece by piece."""
        answer: Stream[TextGenerationChunk] = self._stream(fields)
        return answer

    def batch(self, requests: Sequence[Llama33Input], **options: Unpack[CallOptions]) -> BatchHandle[GeneratedText]:
        """Queue requests; the handle gives the answers, in order."""
        handle: BatchHandle[GeneratedText] = self._batch(requests, options)
        return handle


class AsyncLlama33Runner(ModelRunner):
    """As `Llama33Runner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[Llama33Call]) -> GeneratedText:
        """The answer to a request, whose members are keywords."""
        answer: GeneratedText = await self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Llama33Call]) -> AsyncStream[TextGenerationChunk]:
        """The same, with the answer piece by piece."""
        answer: AsyncStream[TextGenerationChunk] = self._stream(fields)
        return answer

    async def batch(
        self, requests: Sequence[Llama33Input], **options: Unpack[CallOptions]
    ) -> AsyncBatchHandle[GeneratedText]:
        """Queue requests; the handle gives the answers, in order."""
        handle: AsyncBatchHandle[GeneratedText] = await self._batch(requests, options)
        return handle


class Llama33RunnerWithRawResponse(ModelRunner):
    """As `Llama33Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Llama33Call]) -> RawResponse[GeneratedText]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[GeneratedText] = self._run(fields)
        return answer


class AsyncLlama33RunnerWithRawResponse(ModelRunner):
    """As `AsyncLlama33Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Llama33Call]) -> AsyncRawResponse[GeneratedText]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[GeneratedText] = self._run(fields)
        return answer
