"""Decisions."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import Any, Literal

from ..._runtime.models import Response


class DecisionsUsage(Response):
    """Tokens that the call took."""

    input_tokens: int | None = None
    """Tokens that the model read."""
    output_tokens: int | None = None
    """Tokens that the model generated."""


class ScoreAnswer(Response):
    """A level."""

    type: Literal["score"]
    """Kind of question."""
    score: int | float | None = None
    """The level, weighted by probability."""
    legend: dict[str, Any] | None = None
    """What each level means."""
    probabilities: dict[str, int | float] | None = None
    """Probability of each level."""
    confidence: int | float | None = None
    """How sure the model is, from 0 to 1."""


class ChoiceAnswer(Response):
    """One of several options."""

    type: Literal["choice"]
    """Kind of question."""
    choice: str | None = None
    """The likeliest option."""
    probabilities: dict[str, int | float] | None = None
    """Probability of each option."""
    confidence: int | float | None = None
    """How sure the model is, from 0 to 1."""


class YesNoAnswer(Response):
    """Yes or no."""

    type: Literal["noul"]
    """Kind of question."""
    noul: int | float
    """Probability that the answer is yes. From 0 to 1."""


class Decisions(Response):
    """What was decided."""

    model: str
    """Model that decided."""
    answers: dict[str, YesNoAnswer | ChoiceAnswer | ScoreAnswer] | None = None
    """The answers by the names of the questions."""
    usage: DecisionsUsage | None = None
    """Tokens that the call took."""
