"""Image."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.binary import BinaryResponse


class Image(BinaryResponse, base64="image"):
    """The image inside JSON."""
