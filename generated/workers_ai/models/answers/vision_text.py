"""Vision text."""

# fmt: off
# isort: skip_file
# ruff: noqa

from typing import Any

from ..._runtime.models import Response
from ...models.answers.shared import NamedToolCall


class VisionText(Response):
    """What the model wrote."""

    response: str | dict[str, Any] | None = None
    """What the model wrote; null when it only calls tools."""
    tool_calls: list[NamedToolCall] | None = None
    """Functions that the model wants called."""
