"""Automatic Speech Recognition."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ._runtime.binary import Octets
from ._runtime.models import UNSET, Params, Response, UnsetType


class AutomaticSpeechRecognitionResponseWord(Response):
    """One word and the time at which it was spoken."""

    word: str | None = None
    """The word as it stands in the transcript."""
    start: int | float | None = None
    """Where the word begins, in seconds from the start of the recording."""
    end: int | float | None = None
    """Where the word ends, in seconds from the start of the recording."""


class AutomaticSpeechRecognitionResponse(Response):
    """What was said in the recording."""

    text: str
    """The whole transcript as one string."""
    word_count: int | float | None = None
    """Number of words in the transcript."""
    words: list[AutomaticSpeechRecognitionResponseWord] | None = None
    """The words in the order spoken, for models that time them."""
    vtt: str | None = None
    """The transcript as WebVTT subtitles, ready to go with a video."""


class AutomaticSpeechRecognitionParams(Params[AutomaticSpeechRecognitionResponse], raw="audio"):
    """Writes down what is said in an audio recording."""

    audio: Octets
    """Bytes of the audio file as 8-bit integers, one list item a byte."""
    source_lang: str | UnsetType = UNSET
    """Language spoken, as a code such as en. Left out, a multilingual model detects it."""
    target_lang: str | UnsetType = UNSET
    """Language to translate into where a model can, as a code such as en; else the one spoken."""
