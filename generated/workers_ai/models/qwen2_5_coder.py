"""Qwen2 5 Coder."""

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

    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
    from .answers.generated_text import GeneratedText
    from .answers.text_generation_chunk import TextGenerationChunk
    from .inputs import (
        CallOptions,
        CodeFunction,
        DescribedTool,
        JSONMode,
        Message,
        NestedDescribedTool,
        TextGenerationSettings,
    )

    class Qwen25CoderInput(TextGenerationSettings, total=False):
        """Has the model write text, from a prompt or from a conversation."""

        prompt: str
        """Text that the model continues or answers. At least 1 character."""
        lora: str
        """Name of a LoRA adapter that the model is run with."""
        response_format: JSONMode
        """Has the model answer with JSON."""
        messages: Sequence[Message]
        """The conversation so far, oldest first."""
        tools: Sequence[DescribedTool | NestedDescribedTool]
        """Functions that the model may have called."""
        functions: Sequence[CodeFunction]
        """Functions as code."""

    class Qwen25CoderCall(Qwen25CoderInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Qwen25Coder",
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


class Qwen25CoderRunner(ModelRunner):
    """Qwen2 5 Coder."""

    group = GROUP

    def run(self, **fields: Unpack[Qwen25CoderCall]) -> GeneratedText:
        """The answer to a request, whose members are keywords."""
        answer: GeneratedText = self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Qwen25CoderCall]) -> Stream[TextGenerationChunk]:
        """The same, with the answer piece by piece."""
        answer: Stream[TextGenerationChunk] = self._stream(fields)
        return answer


class AsyncQwen25CoderRunner(ModelRunner):
    """As `Qwen25CoderRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[Qwen25CoderCall]) -> GeneratedText:
        """The answer to a request, whose members are keywords."""
        answer: GeneratedText = await self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Qwen25CoderCall]) -> AsyncStream[TextGenerationChunk]:
        """The same, with the answer piece by piece."""
        answer: AsyncStream[TextGenerationChunk] = self._stream(fields)
        return answer


class Qwen25CoderRunnerWithRawResponse(ModelRunner):
    """As `Qwen25CoderRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Qwen25CoderCall]) -> RawResponse[GeneratedText]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[GeneratedText] = self._run(fields)
        return answer


class AsyncQwen25CoderRunnerWithRawResponse(ModelRunner):
    """As `AsyncQwen25CoderRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Qwen25CoderCall]) -> AsyncRawResponse[GeneratedText]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[GeneratedText] = self._run(fields)
        return answer
