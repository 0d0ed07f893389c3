"""Llama4."""

# fmt: off
# isort: skip_file
# ruff: noqa

from typing import Any

from ..._runtime.models import Response
from ...models.answers.shared import NamedToolCall, TokenUsage


class Llama4ToolCall(Response):
    """A function that the model wants called."""

    id: str | None = None
    """Identifier of the call, to be sent back with its outcome as tool_call_id."""
    type: str | None = None
    """Kind of tool: function."""
    function: NamedToolCall | None = None
    """A function that the model wants called."""


class Llama4(Response):
    """What the model wrote."""

    response: str | dict[str, Any] | None
    """What the model wrote; null when it only calls tools."""
    usage: TokenUsage | None = None
    """Tokens that the call took."""
    tool_calls: list[Llama4ToolCall] | None = None
    """Functions that the model wants called."""
