"""Vision text."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from dataclasses import field
from typing import Any

from ..._runtime.models import Response
from ..._runtime.readings import all_in, first_in, text_in
from ...models.answers.shared import NamedToolCall


class VisionText(Response):
    """What the model wrote."""

    response: str | dict[str, Any] | None = None
    """What the model wrote; null when it only calls tools."""
    tool_calls_: list[NamedToolCall] | None = field(default=None, metadata={"wire_name": "tool_calls"})
    """Functions that the model wants called."""

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the answer has."""
        return text_in(self, "response")

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self)

    @property
    def tool_calls(self) -> list[NamedToolCall]:
        """Tools that the model wants called; each has `id`, `name` and `arguments`."""
        return all_in(self, "tool_calls_")

    @property
    def finish_reason(self) -> None:
        """Why the model stopped, where that is told."""
        found: None = first_in(self)
        return found

    @property
    def usage(self) -> None:
        """Tokens that the call took, where that is told."""
        found: None = first_in(self)
        return found
