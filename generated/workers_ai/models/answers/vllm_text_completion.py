"""Vllm text completion."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from dataclasses import field
from typing import Any, Literal

from ..._runtime.models import Response
from ..._runtime.readings import all_in, first_in, text_in
from ...models.answers.shared import TokenUsage


class VllmTextChoice(Response):
    """One answer of the model."""

    index: int
    """Place of this answer among the choices, from 0."""
    text: str
    """Text that the model generated."""
    finish_reason: str
    """Why the model stopped: stop or length."""
    stop_reason: str | None = None
    """Text or token that ended the answer, where one did."""
    logprobs: dict[str, Any] | None = None
    """How likely the tokens were."""
    prompt_logprobs: dict[str, Any] | None = None
    """How likely the tokens of the prompt were."""


class VllmTextCompletion(Response):
    """What the model answers to a prompt."""

    id: str | None = None
    """Identifier of the answer."""
    object_: Literal["text_completion"] | None = field(default=None, metadata={"wire_name": "object"})
    """Kind of answer."""
    created: int | None = None
    """When the answer was made, in seconds since 1970."""
    model: str | None = None
    """Model that answered."""
    choices: list[VllmTextChoice] | None = None
    """The answers; most calls get one."""
    usage: TokenUsage | None = None
    """Tokens that the call took."""

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the answer has."""
        return text_in(self, "choices/0/text")

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self)

    @property
    def tool_calls(self) -> list[object]:
        """Tools that the model wants called; each has `id`, `name` and `arguments`."""
        return all_in(self)

    @property
    def finish_reason(self) -> str | None:
        """Why the model stopped, where that is told."""
        found: str | None = first_in(self, "choices/0/finish_reason")
        return found
