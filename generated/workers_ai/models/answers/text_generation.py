"""Text generation."""

# fmt: off
# isort: skip_file
# ruff: noqa

from typing import Any

from ..._runtime.models import Response
from ...models.answers.shared import FunctionToolCall, NamedToolCall, TokenUsage


class TextGeneration(Response):
    """What the model wrote."""

    response: str | dict[str, Any] | None = None
    """What the model wrote; null when it only calls tools."""
    tool_calls: list[NamedToolCall | FunctionToolCall] | None = None
    """Functions that the model wants called."""
    usage: TokenUsage | None = None
    """Tokens that the call took."""
