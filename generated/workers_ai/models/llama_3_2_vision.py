"""Llama 3 2 Vision."""

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

    from .._runtime.binary import Base64, Octets
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
    from .answers.text_generation_chunk import TextGenerationChunk
    from .answers.vision_text import VisionText
    from .inputs import (
        CallOptions,
        CodeFunction,
        DescribedTool,
        MessageWithPictures,
        NestedDescribedTool,
        TextGenerationSettings,
    )

    class Llama32VisionInput(TextGenerationSettings, total=False):
        """Has the model write text, about an image where there is one."""

        prompt: str
        """Text that the model continues or answers. At least 1 character."""
        image: Octets | Base64
        """The image."""
        lora: str
        """Name of a LoRA adapter that the model is run with."""
        messages: Sequence[MessageWithPictures]
        """The conversation so far, oldest first."""
        tools: Sequence[DescribedTool | NestedDescribedTool]
        """Functions that the model may have called."""
        functions: Sequence[CodeFunction]
        """Functions as code."""

    class Llama32VisionCall(Llama32VisionInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Llama32Vision",
    forms=(
        Form(
            "prompt",
            """image lora raw stream max_tokens temperature top_p top_k seed repetition_penalty frequency_penalty
            presence_penalty""",
            "vision_text.VisionText",
            "text_generation_chunk.TextGenerationChunk",
        ),
        Form(
            "messages",
            """image tools functions raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "vision_text.VisionText",
            "text_generation_chunk.TextGenerationChunk",
        ),
    ),
    places={"image": "octets", "messages.content.image_url.url": "data-url"},
    flag="stream",
)


class Llama32VisionRunner(ModelRunner):
    """Llama 3 2 Vision."""

    group = GROUP

    def run(self, **fields: Unpack[Llama32VisionCall]) -> VisionText:
        """The answer to a request, whose members are keywords."""
        answer: VisionText = self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Llama32VisionCall]) -> Stream[TextGenerationChunk]:
        """The same, with the answer piece by piece."""
        answer: Stream[TextGenerationChunk] = self._stream(fields)
        return answer


class AsyncLlama32VisionRunner(ModelRunner):
    """As `Llama32VisionRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[Llama32VisionCall]) -> VisionText:
        """The answer to a request, whose members are keywords."""
        answer: VisionText = await self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Llama32VisionCall]) -> AsyncStream[TextGenerationChunk]:
        """The same, with the answer piece by piece."""
        answer: AsyncStream[TextGenerationChunk] = self._stream(fields)
        return answer


class Llama32VisionRunnerWithRawResponse(ModelRunner):
    """As `Llama32VisionRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Llama32VisionCall]) -> RawResponse[VisionText]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[VisionText] = self._run(fields)
        return answer


class AsyncLlama32VisionRunnerWithRawResponse(ModelRunner):
    """As `AsyncLlama32VisionRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Llama32VisionCall]) -> AsyncRawResponse[VisionText]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[VisionText] = self._run(fields)
        return answer
