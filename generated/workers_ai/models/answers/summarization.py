"""Summarization."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class Summarization(Response):
    """The summary."""

    summary: str
    """The main points of the text."""
