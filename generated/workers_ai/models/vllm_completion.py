"""VllmCompletion."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Required

    from .answers.vllm_chat_completion import VllmMessage
    from .inputs import (
        CallOptions,
        CodeFunction,
        DescribedTool,
        JSONMode,
        MessageInParts,
        NestedDescribedTool,
        QueuedRequest,
        VllmTextSettings,
    )

    class VllmCompletionVllmTextCompletionInput(VllmTextSettings, total=False):
        """Has the model answer a text."""

        prompt: Required[str]
        """Text that the model continues or answers. At least 1 character."""
        lora: str
        """Name of a LoRA adapter that the model is run with."""
        response_format: JSONMode
        """Has the model answer with JSON."""

    class VllmCompletionVllmTextCompletionCall(VllmCompletionVllmTextCompletionInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class VllmCompletionVllmTextCompletionQueued(VllmCompletionVllmTextCompletionInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""

    class VllmCompletionVllmChatCompletionInput(VllmTextSettings, total=False):
        """Has the model continue a conversation."""

        messages: Required[Sequence[MessageInParts | VllmMessage]]
        """The conversation so far, oldest first."""
        tools: Sequence[DescribedTool | NestedDescribedTool]
        """Functions that the model may have called."""
        functions: Sequence[CodeFunction]
        """Functions as code."""
        response_format: JSONMode
        """Has the model answer with JSON."""

    class VllmCompletionVllmChatCompletionCall(VllmCompletionVllmChatCompletionInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class VllmCompletionVllmChatCompletionQueued(VllmCompletionVllmChatCompletionInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""


GROUP = Group(
    name="VllmCompletion",
    forms=(
        Form(
            "prompt",
            """lora response_format raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "vllm_text_completion.VllmTextCompletion",
            "chat_completion_chunk.ChatCompletionChunk",
        ),
        Form(
            "messages",
            """tools functions response_format raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "vllm_chat_completion.VllmChatCompletion",
            "chat_completion_chunk.ChatCompletionChunk",
        ),
    ),
    flag="stream",
)
