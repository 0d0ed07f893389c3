"""Text generation chunk."""

# fmt: off
# isort: skip_file
# ruff: noqa

from ..._runtime.models import Response
from ...models.answers.shared import FunctionToolCall, NamedToolCall, TokenUsage


class TextGenerationChunk(Response):
    """One piece of the answer."""

    response: str | None = None
    """The next piece of the text."""
    tool_calls: list[NamedToolCall | FunctionToolCall] | None = None
    """Functions that the model wants called."""
    usage: TokenUsage | None = None
    """Tokens that the call took."""
