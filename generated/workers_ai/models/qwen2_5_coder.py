"""Qwen2 5 Coder."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence

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
