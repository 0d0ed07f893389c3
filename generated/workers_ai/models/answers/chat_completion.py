"""Chat completion."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from dataclasses import field
from typing import Literal

from ..._runtime.models import Response
from ..._runtime.readings import all_in, first_in, object_in, text_in
from ...models.answers.shared import ChatUsage, ChoiceLogprobs, FunctionCall, FunctionToolCall


class CustomToolCallCustom(Response):
    """The tool to call and its input."""

    name: str
    """Name of the tool, as sent in tools."""
    input: str
    """Text that the tool is given."""


class CustomToolCall(Response):
    """A tool of your own that the model wants called."""

    id: str
    """Identifier of the call, to be sent back with its outcome as tool_call_id."""
    type: Literal["custom"]
    """Kind of tool."""
    custom: CustomToolCallCustom
    """The tool to call and its input."""

    @property
    def name(self) -> str:
        """Name of the tool."""
        return text_in(self, "custom/name")

    @property
    def arguments(self) -> dict[str, object]:
        """Values for its arguments, decoded."""
        return object_in(self)


class CompletionMessageAudio(Response):
    """The answer as a recording."""

    id: str
    """Identifier of the recording."""
    data: str
    """The recording, in base64."""
    expires_at: int
    """When it is deleted, in seconds since 1970."""
    transcript: str
    """What is said in it."""


class UrlCitationUrlCitation(Response):
    """The page."""

    url: str
    """Address of the page."""
    title: str
    """Title of the page."""
    start_index: int
    """Where the cited text begins in the answer."""
    end_index: int
    """Where it ends."""


class UrlCitation(Response):
    """A page that the answer cites."""

    type: Literal["url_citation"]
    """Kind of remark."""
    url_citation: UrlCitationUrlCitation
    """The page."""


class CompletionMessage(Response):
    """What the model says or wants called; it fits into messages."""

    role: Literal["assistant"]
    """Who speaks."""
    content: str | None
    """Text that the model generated; null when it only calls tools."""
    reasoning_content: str | None = None
    """What the model thought before it answered."""
    refusal: str | None = None
    """What the model said in place of an answer."""
    annotations: list[UrlCitation] | None = None
    """Pages that the answer cites."""
    audio: CompletionMessageAudio | None = None
    """The answer as a recording."""
    tool_calls: list[FunctionToolCall | CustomToolCall] | None = None
    """Tools that the model wants called."""
    function_call: FunctionCall | None = None
    """The function to call and the values for its arguments."""


class CompletionChoice(Response):
    """One answer of the model."""

    index: int
    """Place of this answer among the choices, from 0."""
    message: CompletionMessage
    """What the model says or wants called; it fits into messages."""
    finish_reason: Literal["stop", "length", "tool_calls", "function_call", "content_filter"]
    """Why the model stopped; length is the limit of tokens."""
    logprobs: ChoiceLogprobs | None = None
    """How likely the tokens were, where logprobs was set."""


class ChatCompletion(Response):
    """What the model answers in the chat form."""

    id: str
    """Identifier of the answer."""
    object_: str = field(metadata={"wire_name": "object"})
    """Kind of answer: chat.completion."""
    created: int
    """When the answer was made, in seconds since 1970."""
    model: str
    """Model that answered."""
    choices: list[CompletionChoice]
    """The answers; most calls get one."""
    usage: ChatUsage | None = None
    """Tokens that the call took."""
    system_fingerprint: str | None = None
    """What tells setups of the model apart."""
    service_tier: Literal["auto", "default", "flex", "scale", "priority"] | None = None
    """How urgently the request is handled."""

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the answer has."""
        return text_in(self, "choices/0/message/content", "choices/0/message/refusal")

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self, "choices/0/message/reasoning_content")

    @property
    def tool_calls(self) -> list[FunctionToolCall | CustomToolCall]:
        """Tools that the model wants called; each has `id`, `name` and `arguments`."""
        return all_in(self, "choices/0/message/tool_calls")

    @property
    def finish_reason(self) -> Literal["stop", "length", "tool_calls", "function_call", "content_filter"] | None:
        """Why the model stopped, where that is told."""
        found: Literal["stop", "length", "tool_calls", "function_call", "content_filter"] | None = first_in(
            self, "choices/0/finish_reason"
        )
        return found
