"""Gemma 3."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, TypedDict

    from .inputs import (
        CallOptions,
        CodeFunction,
        DescribedTool,
        NestedDescribedTool,
        PicturePart,
        TextGenerationSettings,
    )

    class MessageWithPictureParts(TypedDict, total=False):
        """One message of the conversation."""

        role: str
        """Who speaks: system, user, assistant or tool."""
        content: str | Sequence[PicturePart]
        """What is said."""

    class Gemma3Input(TextGenerationSettings, total=False):
        """Has the model write text, from a prompt or from a conversation."""

        prompt: str
        """Text that the model continues or answers. At least 1 character."""
        guided_json: Mapping[str, Any]
        """JSON Schema that the answer follows."""
        messages: Sequence[MessageWithPictureParts]
        """The conversation so far, oldest first."""
        tools: Sequence[DescribedTool | NestedDescribedTool]
        """Functions that the model may have called."""
        functions: Sequence[CodeFunction]
        """Functions as code."""

    class Gemma3Call(Gemma3Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Gemma3",
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
