"""Nemotron 3."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Required, TypedDict, Unpack

    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
    from .answers.chat_completion import ChatCompletion
    from .answers.chat_completion_chunk import ChatCompletionChunk
    from .inputs import CallOptions, ChatCompletionSettings, ChatMessage, ResponseFormat, ToolChoice

    class NemotronRequestChatTemplateKwargs(TypedDict, total=False):
        """What the model's own template for conversations takes."""

        enable_thinking: bool
        """Whether the model thinks before it answers."""
        low_effort: bool
        """Whether the model thinks briefly."""
        force_nonempty_content: bool
        """Whether content is never empty."""

    class Nemotron3Input(ChatCompletionSettings, total=False):
        """Has the model continue a conversation."""

        messages: Required[Sequence[ChatMessage]]
        """The conversation so far, oldest first."""
        response_format: ResponseFormat
        """What form the answer has."""
        tool_choice: ToolChoice
        """Which tool the model calls, if any."""
        chat_template_kwargs: NemotronRequestChatTemplateKwargs
        """What the model's own template for conversations takes."""

    class Nemotron3Call(Nemotron3Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Nemotron3",
    forms=(
        Form(
            "messages",
            """model stream stream_options max_completion_tokens max_tokens temperature top_p n stop seed
            frequency_penalty presence_penalty logit_bias logprobs top_logprobs response_format tools tool_choice
            parallel_tool_calls functions function_call prediction modalities audio web_search_options metadata
            service_tier store user chat_template_kwargs""",
            "chat_completion.ChatCompletion",
            "chat_completion_chunk.ChatCompletionChunk",
        ),
    ),
    places={"messages.content.image_url.url": "data-url", "messages.content.file.file_data": "data-url"},
    flag="stream",
)


class Nemotron3Runner(ModelRunner):
    """Nemotron 3."""

    group = GROUP

    def run(self, **fields: Unpack[Nemotron3Call]) -> ChatCompletion:
        """The answer to a request, whose members are keywords."""
        answer: ChatCompletion = self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Nemotron3Call]) -> Stream[ChatCompletionChunk]:
        """The same, with the answer piece by piece."""
        answer: Stream[ChatCompletionChunk] = self._stream(fields)
        return answer


class AsyncNemotron3Runner(ModelRunner):
    """As `Nemotron3Runner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[Nemotron3Call]) -> ChatCompletion:
        """The answer to a request, whose members are keywords."""
        answer: ChatCompletion = await self._run(fields)
        return answer

    def stream(self, **fields: Unpack[Nemotron3Call]) -> AsyncStream[ChatCompletionChunk]:
        """The same, with the answer piece by piece."""
        answer: AsyncStream[ChatCompletionChunk] = self._stream(fields)
        return answer


class Nemotron3RunnerWithRawResponse(ModelRunner):
    """As `Nemotron3Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Nemotron3Call]) -> RawResponse[ChatCompletion]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[ChatCompletion] = self._run(fields)
        return answer


class AsyncNemotron3RunnerWithRawResponse(ModelRunner):
    """As `AsyncNemotron3Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Nemotron3Call]) -> AsyncRawResponse[ChatCompletion]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[ChatCompletion] = self._run(fields)
        return answer
