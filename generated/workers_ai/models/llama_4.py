"""Llama 4."""

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
        JSONMode,
        MessageWithPictures,
        NestedDescribedTool,
        QueuedRequest,
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

    class Llama4Queued(Llama4Input, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""


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
