"""Moondream."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import Any

from ..._runtime.models import Response


class MoondreamReasoning(Response):
    """What the model thought, of query."""

    text: str
    """What the model thought."""
    grounding: list[dict[str, Any]] | None = None
    """What of the image it thought about."""


class Point(Response):
    """Where one thing is."""

    x: int | float
    """Place from the left, as a share of the width."""
    y: int | float
    """Place from the top, as a share of the height."""


class Box(Response):
    """The box around one thing."""

    x_min: int | float
    """Left edge, as a share of the width."""
    y_min: int | float
    """Upper edge, as a share of the height."""
    x_max: int | float
    """Right edge, as a share of the width."""
    y_max: int | float
    """Lower edge, as a share of the height."""


class MoondreamMetrics(Response):
    """What the call took."""

    input_tokens: int
    """Tokens that the model read."""
    output_tokens: int
    """Tokens that the model generated."""
    prefill_time_ms: int | float
    """Milliseconds that reading took."""
    decode_time_ms: int | float
    """Milliseconds that answering took."""
    ttft_ms: int | float
    """Milliseconds until the first token."""


class Moondream(Response):
    """What the model sees."""

    answer: str | None = None
    """The answer, of query."""
    caption: str | None = None
    """The caption, of caption."""
    points: list[Point] | None = None
    """Where the things are, of point."""
    objects: list[Box] | None = None
    """Boxes around the things, of detect."""
    reasoning: MoondreamReasoning | None = None
    """What the model thought, of query."""
    finish_reason: str
    """Why the model stopped."""
    metrics: MoondreamMetrics
    """What the call took."""
