"""Vllm chat completion."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from dataclasses import field
from typing import Any, Literal

from ..._runtime.models import Response
from ..._runtime.readings import all_in, first_in, text_in
from ...models.answers.shared import FunctionToolCall, TokenUsage


class VllmMessage(Response):
    """What the model says or wants called; it fits into messages."""

    role: str
    """Who speaks: assistant."""
    content: str | None
    """Text that the model generated; null when it only calls tools."""
    reasoning_content: str | None = None
    """What the model thought before it answered."""
    tool_calls: list[FunctionToolCall] | None = None
    """Functions that the model wants called."""


class VllmChoice(Response):
    """One answer of the model."""

    index: int | None = None
    """Place of this answer among the choices, from 0."""
    message: VllmMessage | None = None
    """What the model says or wants called; it fits into messages."""
    finish_reason: str | None = None
    """Why the model stopped: stop, length or tool_calls."""
    stop_reason: str | None = None
    """Text or token that ended the answer, where one did."""
    logprobs: dict[str, Any] | None = None
    """How likely the tokens were."""


class VllmChatCompletion(Response):
    """What the model answers to messages."""

    id: str | None = None
    """Identifier of the answer."""
    object_: Literal["chat.completion"] | None = field(default=None, metadata={"wire_name": "object"})
    """Kind of answer."""
    created: int | None = None
    """When the answer was made, in seconds since 1970."""
    model: str | None = None
    """Model that answered."""
    choices: list[VllmChoice] | None = None
    """The answers; most calls get one."""
    usage: TokenUsage | None = None
    """Tokens that the call took."""
    prompt_logprobs: dict[str, Any] | None = None
    """How likely the tokens of the prompt were."""

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the answer has."""
        return text_in(self, "choices/0/message/content")

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self, "choices/0/message/reasoning_content")

    @property
    def tool_calls(self) -> list[FunctionToolCall]:
        """Tools that the model wants called; each has `id`, `name` and `arguments`."""
        return all_in(self, "choices/0/message/tool_calls")

    @property
    def finish_reason(self) -> str | None:
        """Why the model stopped, where that is told."""
        found: str | None = first_in(self, "choices/0/finish_reason")
        return found
