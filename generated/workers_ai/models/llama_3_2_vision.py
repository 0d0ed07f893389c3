"""Llama 3 2 Vision."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.binary import Base64, Octets
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
