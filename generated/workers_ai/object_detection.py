"""Object Detection."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from ._runtime.binary import Octets
from ._runtime.models import UNSET, Params, Response, UnsetType


class ObjectDetectionResponseItemBox(Response):
    """Box around the object, in pixels of the image sent."""

    xmin: int | float | None = None
    """Left side of the box, in pixels from the left edge of the image."""
    ymin: int | float | None = None
    """Upper side of the box, in pixels from the top edge of the image."""
    xmax: int | float | None = None
    """Right side of the box, in pixels from the left edge of the image."""
    ymax: int | float | None = None
    """Lower side of the box, in pixels from the top edge of the image."""


class ObjectDetectionResponseItem(Response):
    """One object found in the image."""

    score: int | float | None = None
    """Confidence in the detection, from 0 to 1."""
    label: str | None = None
    """What the object is, such as cat or bicycle."""
    box: ObjectDetectionResponseItemBox | None = None
    """Box around the object, in pixels of the image sent."""


ObjectDetectionResponse: TypeAlias = list[ObjectDetectionResponseItem]


class ObjectDetectionParams(Params[ObjectDetectionResponse], raw="image"):
    """Finds the objects in an image and the box around each."""

    image: Octets | UnsetType = UNSET
    """Bytes of the image file as 8-bit integers, one list item a byte."""
