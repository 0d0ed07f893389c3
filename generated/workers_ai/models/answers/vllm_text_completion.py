"""Vllm text completion."""

# fmt: off
# isort: skip_file
# ruff: noqa

from dataclasses import field
from typing import Any, Literal

from ..._runtime.models import Response
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
