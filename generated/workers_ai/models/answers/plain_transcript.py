"""Plain transcript."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class PlainTranscript(Response):
    """What was said in the recording."""

    text: str | None = None
    """What was said."""
    duration: int | float | None = None
    """Length of the recording in seconds."""
