"""Chat completion chunk."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from dataclasses import field
from typing import Literal

from ..._runtime.models import Response
from ..._runtime.readings import first_in, joined_in, object_in, text_in
from ...models.answers.shared import ChatUsage, ChoiceLogprobs


class ChatCompletionChunkChoiceDeltaToolCallFunction(Response):
    """The function and a piece of its arguments."""

    name: str | None = None
    """Name of the function; the first piece of a call has it."""
    arguments: str | None = None
    """The next piece of the arguments as text."""


class ToolCallDelta(Response):
    """A piece of a call."""

    index: int
    """Which call the piece belongs to, from 0."""
    id_: str | None = field(default=None, metadata={"wire_name": "id"})
    """Identifier of the call; the first piece of a call has it."""
    type: str | None = None
    """Kind of tool."""
    function: ChatCompletionChunkChoiceDeltaToolCallFunction | None = None
    """The function and a piece of its arguments."""

    @property
    def id(self) -> str:
        """Identifier of the call; the first piece of a call has it."""
        return text_in(self, "id_")

    @property
    def name(self) -> str:
        """Name of the tool; the first piece of a call has it."""
        return text_in(self, "function/name")

    @property
    def arguments(self) -> dict[str, object]:
        """Values for its arguments, decoded; a piece has a part of their text."""
        return object_in(self, "function/arguments")


class ChatDelta(Response):
    """What comes next."""

    role: str | None = None
    """Who speaks: assistant."""
    content: str | None = None
    """The next piece of the text."""
    reasoning_content: str | None = None
    """The next piece of what the model thinks."""
    refusal: str | None = None
    """The next piece of a refusal."""
    tool_calls: list[ToolCallDelta] | None = None
    """Pieces of tools that the model wants called."""


class ChunkChoice(Response):
    """A piece of one answer."""

    index: int
    """Which answer the piece belongs to, from 0."""
    delta: ChatDelta
    """What comes next."""
    finish_reason: Literal["stop", "length", "tool_calls", "function_call", "content_filter"] | None = None
    """Why the model stopped; the last piece of an answer has it."""
    logprobs: ChoiceLogprobs | None = None
    """How likely the tokens were, where logprobs was set."""


class ChatCompletionChunk(Response):
    """One piece of an answer in the chat form."""

    id: str | None = None
    """Identifier of the answer."""
    object_: str | None = field(default=None, metadata={"wire_name": "object"})
    """Kind of piece: chat.completion.chunk."""
    created: int | None = None
    """When the answer was begun, in seconds since 1970."""
    model: str | None = None
    """Model that answers."""
    choices: list[ChunkChoice] | None = None
    """Pieces of the answers; empty in the piece that tells usage."""
    usage: ChatUsage | None = None
    """Tokens that the call took; the last piece has it."""

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the answer has."""
        return text_in(self, "choices/index=0/delta/content", "choices/index=0/delta/refusal")

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self, "choices/index=0/delta/reasoning_content")

    _pieces = ("choices/index=0/delta/tool_calls", "function/arguments")

    @property
    def tool_calls(self) -> list[ToolCallDelta]:
        """Tools that the model wants called, whole, with the piece that has a finish_reason."""
        return joined_in(self)

    @property
    def finish_reason(self) -> Literal["stop", "length", "tool_calls", "function_call", "content_filter"] | None:
        """Why the model stopped, where that is told."""
        found: Literal["stop", "length", "tool_calls", "function_call", "content_filter"] | None = first_in(
            self, "choices/index=0/finish_reason"
        )
        return found
