"""Smart turn."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class SmartTurn(Response):
    """Whether the speaker has finished."""

    is_complete: bool | None = None
    """Whether the speaker has finished."""
    probability: int | float | None = None
    """Probability of it, from 0 to 1."""
