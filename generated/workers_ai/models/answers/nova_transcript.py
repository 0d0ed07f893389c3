"""Nova transcript."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class TranscriptResultsSummary(Response):
    """What was said, in short."""

    result: str | None = None
    """Whether there is a summary."""
    short: str | None = None
    """The summary."""


class SentimentSegment(Response):
    """The mood of a passage."""

    text: str | None = None
    """What was said."""
    start_word: int | None = None
    """First word of the passage, from 0."""
    end_word: int | None = None
    """Last word of the passage."""
    sentiment: str | None = None
    """The mood: positive, neutral or negative."""
    sentiment_score: int | float | None = None
    """The mood from -1 to 1."""


class TranscriptResultsSentimentsAverage(Response):
    """The mood of the whole."""

    sentiment: str | None = None
    """The mood: positive, neutral or negative."""
    sentiment_score: int | float | None = None
    """The mood from -1 to 1."""


class TranscriptResultsSentiments(Response):
    """The mood, where it was asked for."""

    segments: list[SentimentSegment] | None = None
    """The mood passage by passage."""
    average: TranscriptResultsSentimentsAverage | None = None
    """The mood of the whole."""


class HeardWord(Response):
    """One word and when it was spoken."""

    word: str | None = None
    """The word."""
    start: int | float | None = None
    """Where it begins, in seconds."""
    end: int | float | None = None
    """Where it ends, in seconds."""
    confidence: int | float | None = None
    """How sure the model is, from 0 to 1."""


class Alternative(Response):
    """One way to hear the recording."""

    transcript: str | None = None
    """What was said."""
    confidence: int | float | None = None
    """How sure the model is, from 0 to 1."""
    words: list[HeardWord] | None = None
    """The words in the order spoken."""


class Channel(Response):
    """One channel of the recording."""

    alternatives: list[Alternative] | None = None
    """What was heard, the likeliest first."""


class TranscriptResults(Response):
    """What was heard."""

    channels: list[Channel] | None = None
    """The channels of the recording."""
    summary: TranscriptResultsSummary | None = None
    """What was said, in short."""
    sentiments: TranscriptResultsSentiments | None = None
    """The mood, where it was asked for."""


class NovaTranscript(Response):
    """What was said in the recording."""

    results: TranscriptResults | None = None
    """What was heard."""
