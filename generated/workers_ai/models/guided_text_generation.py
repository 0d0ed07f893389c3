"""Guided Text Generation."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .inputs import (
        CallOptions,
        CodeFunction,
        DescribedTool,
        MessageWithPictures,
        NestedDescribedTool,
        TextGenerationSettings,
    )

    class GuidedTextGenerationInput(TextGenerationSettings, total=False):
        """Has the model write text, from a prompt or from a conversation."""

        prompt: str
        """Text that the model continues or answers. At least 1 character."""
        guided_json: Mapping[str, Any]
        """JSON Schema that the answer follows."""
        messages: Sequence[MessageWithPictures]
        """The conversation so far, oldest first."""
        tools: Sequence[DescribedTool | NestedDescribedTool]
        """Functions that the model may have called."""
        functions: Sequence[CodeFunction]
        """Functions as code."""

    class GuidedTextGenerationCall(GuidedTextGenerationInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="GuidedTextGeneration",
    forms=(
        Form(
            "prompt",
            """guided_json raw stream max_tokens temperature top_p top_k seed repetition_penalty frequency_penalty
            presence_penalty""",
            "generated_text.GeneratedText",
            "text_generation_chunk.TextGenerationChunk",
        ),
        Form(
            "messages",
            """tools functions guided_json raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "generated_text.GeneratedText",
            "text_generation_chunk.TextGenerationChunk",
        ),
    ),
    places={"messages.content.image_url.url": "data-url"},
    flag="stream",
)
