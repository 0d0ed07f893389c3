"""Generated text."""

# fmt: off
# isort: skip_file
# ruff: noqa

from typing import Any

from ..._runtime.models import Response
from ...models.answers.shared import NamedToolCall, TokenUsage


class GeneratedText(Response):
    """What the model wrote."""

    response: str | dict[str, Any] | None
    """What the model wrote; null when it only calls tools."""
    tool_calls: list[NamedToolCall] | None = None
    """Functions that the model wants called."""
    usage: TokenUsage | None = None
    """Tokens that the call took."""
