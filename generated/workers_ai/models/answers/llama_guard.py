"""Llama guard."""

# fmt: off
# isort: skip_file
# ruff: noqa

from ..._runtime.models import Response
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
