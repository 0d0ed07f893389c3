"""Image Classification."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from ._runtime.binary import Octets
from ._runtime.models import Params, Response


class ImageClassificationResponseItem(Response):
    """One class that the image may belong to."""

    label: str | None = None
    """Class of what the image shows, in words."""
    score: int | float | None = None
    """Confidence in the class, from 0 to 1."""


ImageClassificationResponse: TypeAlias = list[ImageClassificationResponseItem]


class ImageClassificationParams(Params[ImageClassificationResponse], raw="image"):
    """Names what an image shows, from a fixed list of classes."""

    image: Octets
    """Bytes of the image file as 8-bit integers, one list item a byte."""
