"""Gemma 4."""

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

    from .inputs import (
        CallOptions,
        ChatCompletionSettings,
        ChatMessage,
        ChatTemplateOptions,
        QueuedRequest,
        ResponseFormat,
        ToolChoice,
    )

    class Gemma4Input(ChatCompletionSettings, total=False):
        """Has the model continue a conversation."""

        messages: Required[Sequence[ChatMessage]]
        """The conversation so far, oldest first."""
        response_format: ResponseFormat
        """What form the answer has."""
        tool_choice: ToolChoice
        """Which tool the model calls, if any."""
        chat_template_kwargs: ChatTemplateOptions
        """What the model's own template for conversations takes."""
        skip_special_tokens: bool
        """Whether the model's own marks are left out of the answer. Server default: false."""

    class Gemma4Call(Gemma4Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class Gemma4Queued(Gemma4Input, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""


GROUP = Group(
    name="Gemma4",
    forms=(
        Form(
            "messages",
            """model stream stream_options max_completion_tokens max_tokens temperature top_p n stop seed
            frequency_penalty presence_penalty logit_bias logprobs top_logprobs response_format tools tool_choice
            parallel_tool_calls functions function_call prediction modalities audio web_search_options metadata
            service_tier store user chat_template_kwargs skip_special_tokens""",
            "chat_completion.ChatCompletion",
            "chat_completion_chunk.ChatCompletionChunk",
        ),
    ),
    places={"messages.content.image_url.url": "data-url", "messages.content.file.file_data": "data-url"},
    flag="stream",
)
