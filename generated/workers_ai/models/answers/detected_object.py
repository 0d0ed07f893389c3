"""Detected object."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class ObjectDetectionItemBox(Response):
    """Where the object is."""

    xmin: int | float | None = None
    """Left edge in pixels."""
    ymin: int | float | None = None
    """Upper edge in pixels."""
    xmax: int | float | None = None
    """Right edge in pixels."""
    ymax: int | float | None = None
    """Lower edge in pixels."""


class DetectedObject(Response):
    """One object and where it is."""

    score: int | float | None = None
    """How sure the model is, from 0 to 1."""
    label: str | None = None
    """What the object is."""
    box: ObjectDetectionItemBox | None = None
    """Where the object is."""
