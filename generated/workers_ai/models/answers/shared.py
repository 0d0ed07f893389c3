"""Shared."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from dataclasses import field
from typing import Any, Literal

from ..._runtime.models import Response
from ..._runtime.readings import object_in, text_in


class SpokenWord(Response):
    """One word and when it was spoken."""

    word: str | None = None
    """The word."""
    start: int | float | None = None
    """Where it begins, in seconds."""
    end: int | float | None = None
    """Where it ends, in seconds."""


class NamedToolCall(Response):
    """A function that the model wants called."""

    name_: str | None = field(default=None, metadata={"wire_name": "name"})
    """Name of the function, as sent in tools."""
    arguments_: dict[str, Any] | None = field(default=None, metadata={"wire_name": "arguments"})
    """Values for the function's arguments, by name."""

    @property
    def id(self) -> str:
        """Identifier of the call, empty where there is none."""
        return text_in(self)

    @property
    def name(self) -> str:
        """Name of the tool."""
        return text_in(self, "name_")

    @property
    def arguments(self) -> dict[str, object]:
        """Values for its arguments, decoded."""
        return object_in(self, "arguments_")


class RankedContext(Response):
    """One text and how well it fits."""

    id: int | None = None
    """Place of the text among those sent, from 0."""
    score: int | float | None = None
    """How well it answers the query."""


class FunctionCall(Response):
    """The function to call and the values for its arguments."""

    name: str
    """Name of the function, as sent in tools."""
    arguments: str
    """Values for the function's arguments, as the text of a JSON object."""


class FunctionToolCall(Response):
    """A function that the model wants called."""

    id: str
    """Identifier of the call, to be sent back with its outcome as tool_call_id."""
    type: Literal["function"]
    """Kind of tool."""
    function: FunctionCall
    """The function to call and the values for its arguments."""

    @property
    def name(self) -> str:
        """Name of the tool."""
        return text_in(self, "function/name")

    @property
    def arguments(self) -> dict[str, object]:
        """Values for its arguments, decoded."""
        return object_in(self, "function/arguments")


class ChatUsagePromptTokensDetails(Response):
    """What the tokens read consist of."""

    cached_tokens: int | None = None
    """Tokens that were read from the cache, at a lower price."""
    audio_tokens: int | None = None
    """Tokens of audio among those read."""


class ChatUsageCompletionTokensDetails(Response):
    """What the tokens generated consist of."""

    reasoning_tokens: int | None = None
    """Tokens that the model thought with."""
    audio_tokens: int | None = None
    """Tokens of audio among those generated."""
    accepted_prediction_tokens: int | None = None
    """Predicted tokens that came true."""
    rejected_prediction_tokens: int | None = None
    """Predicted tokens that did not come true; they cost as well."""


class ChatUsage(Response):
    """Tokens that the call took; the last piece has it."""

    prompt_tokens: int
    """Tokens that the model read."""
    completion_tokens: int
    """Tokens that the model generated."""
    total_tokens: int
    """Tokens read and generated together."""
    prompt_tokens_details: ChatUsagePromptTokensDetails | None = None
    """What the tokens read consist of."""
    completion_tokens_details: ChatUsageCompletionTokensDetails | None = None
    """What the tokens generated consist of."""


class TokenLikelihood(Response):
    """A token that was likely."""

    token: str
    """The token as text."""
    logprob: int | float
    """Logarithm of its probability."""
    bytes_: list[int] | None = field(metadata={"wire_name": "bytes"})
    """Bytes of the token, where it is no whole character."""


class TokenChoice(Response):
    """A token of the answer, and what else was likely."""

    token: str
    """The token as text."""
    logprob: int | float
    """Logarithm of its probability."""
    bytes_: list[int] | None = field(metadata={"wire_name": "bytes"})
    """Bytes of the token, where it is no whole character."""
    top_logprobs: list[TokenLikelihood]
    """The likeliest tokens at this place."""


class ChoiceLogprobs(Response):
    """How likely the tokens were, where logprobs was set."""

    content: list[TokenChoice] | None
    """The tokens of the answer."""
    refusal: list[TokenChoice] | None = None
    """The tokens of the refusal."""


class TokenUsage(Response):
    """Tokens that the call took."""

    prompt_tokens: int | None = None
    """Tokens that the model read."""
    completion_tokens: int | None = None
    """Tokens that the model generated."""
    total_tokens: int | None = None
    """Tokens read and generated together."""
