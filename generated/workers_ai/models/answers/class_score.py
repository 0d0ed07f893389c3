"""Class score."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class ClassScore(Response):
    """One class and how well it fits."""

    label: str | None = None
    """Name of the class."""
    score: int | float | None = None
    """How sure the model is, from 0 to 1."""
