"""Uform."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class Uform(Response):
    """What the image shows."""

    description: str | None = None
    """What the image shows, in words."""
