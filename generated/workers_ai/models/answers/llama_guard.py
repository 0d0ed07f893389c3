"""Llama guard."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response
from ..._runtime.readings import all_in, first_in, text_in
from ...models.answers.shared import TokenUsage


class GuardVerdict(Response):
    """The verdict, in JSON mode."""

    safe: bool | None = None
    """Whether the conversation is safe."""
    categories: list[str] | None = None
    """The dangers that were found, by their code."""


class LlamaGuard(Response):
    """Whether the conversation is safe."""

    response: str | GuardVerdict | None = None
    """The verdict."""
    usage: TokenUsage | None = None
    """Tokens that the call took."""

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the answer has."""
        return text_in(self, "response")

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self)

    @property
    def tool_calls(self) -> list[object]:
        """Tools that the model wants called; each has `id`, `name` and `arguments`."""
        return all_in(self)

    @property
    def finish_reason(self) -> None:
        """Why the model stopped, where that is told."""
        found: None = first_in(self)
        return found
