"""Whisper large v3 turbo."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response
from ...models.answers.shared import SpokenWord


class WhisperLargeV3TurboTranscriptionInfo(Response):
    """What the recording is like."""

    language: str | None = None
    """Language that is spoken."""
    language_probability: int | float | None = None
    """How sure the model is of it, from 0 to 1."""
    duration: int | float | None = None
    """Length of the recording in seconds."""
    duration_after_vad: int | float | None = None
    """Length without silence, in seconds."""


class SpokenSegment(Response):
    """One passage."""

    start: int | float | None = None
    """Where it begins, in seconds."""
    end: int | float | None = None
    """Where it ends, in seconds."""
    text: str | None = None
    """What was said."""
    temperature: int | float | None = None
    """How freely it was heard."""
    avg_logprob: int | float | None = None
    """How likely the words were, as a logarithm."""
    compression_ratio: int | float | None = None
    """How much the words repeat."""
    no_speech_prob: int | float | None = None
    """Probability that nobody spoke."""
    words: list[SpokenWord] | None = None
    """The words in the order spoken."""


class WhisperLargeV3Turbo(Response):
    """What was said in the recording."""

    text: str
    """What was said."""
    word_count: int | None = None
    """Number of words."""
    segments: list[SpokenSegment] | None = None
    """The passages in the order spoken."""
    vtt: str | None = None
    """The transcript as WebVTT subtitles."""
    transcription_info: WhisperLargeV3TurboTranscriptionInfo | None = None
    """What the recording is like."""
