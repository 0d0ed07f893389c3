"""Image to text."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class ImageToText(Response):
    """What the image shows."""

    description: str
    """What the image shows, in words."""
