"""Speech."""

from ._runtime.binary import BinaryResponse
from ._runtime.models import Params


class SpeechResponse(BinaryResponse, base64="audio"):
    """What Speech answers: a file."""


class SpeechParams(Params[SpeechResponse]):
    words: str
