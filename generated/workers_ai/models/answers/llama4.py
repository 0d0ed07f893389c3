"""Llama4."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from dataclasses import field
from typing import Any

from ..._runtime.models import Response
from ..._runtime.readings import all_in, first_in, object_in, text_in
from ...models.answers.shared import NamedToolCall, TokenUsage


class Llama4ToolCall(Response):
    """A function that the model wants called."""

    id_: str | None = field(default=None, metadata={"wire_name": "id"})
    """Identifier of the call, to be sent back with its outcome as tool_call_id."""
    type: str | None = None
    """Kind of tool: function."""
    function: NamedToolCall | None = None
    """A function that the model wants called."""

    @property
    def id(self) -> str:
        """Identifier of the call, empty where there is none."""
        return text_in(self, "id_")

    @property
    def name(self) -> str:
        """Name of the tool."""
        return text_in(self, "function/name_")

    @property
    def arguments(self) -> dict[str, object]:
        """Values for its arguments, decoded."""
        return object_in(self, "function/arguments_")


class Llama4(Response):
    """What the model wrote."""

    response: str | dict[str, Any] | None
    """What the model wrote; null when it only calls tools."""
    usage: TokenUsage | None = None
    """Tokens that the call took."""
    tool_calls_: list[Llama4ToolCall] | None = field(default=None, metadata={"wire_name": "tool_calls"})
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
    def tool_calls(self) -> list[Llama4ToolCall]:
        """Tools that the model wants called; each has `id`, `name` and `arguments`."""
        return all_in(self, "tool_calls_")

    @property
    def finish_reason(self) -> None:
        """Why the model stopped, where that is told."""
        found: None = first_in(self)
        return found
