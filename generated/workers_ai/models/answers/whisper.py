"""Whisper."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response
from ...models.answers.shared import SpokenWord


class Whisper(Response):
    """What was said in the recording."""

    text: str
    """What was said."""
    word_count: int | None = None
    """Number of words."""
    words: list[SpokenWord] | None = None
    """The words in the order spoken."""
    vtt: str | None = None
    """The transcript as WebVTT subtitles."""
