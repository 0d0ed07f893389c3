"""Recognition."""

from collections.abc import Sequence

from ._runtime.binary import Base64, BinaryResponse, Octets
from ._runtime.models import UNSET, Params, Response, UnsetType


class PaintingResponse(BinaryResponse):
    """What Painting answers: a file."""


class SpeechResponse(BinaryResponse, base64="audio"):
    """What Speech answers: a file."""


class RecognitionResponse(Response):
    text: str | None = None


class RecognitionParams(Params[RecognitionResponse], raw="audio"):
    audio: Octets
    language: str | UnsetType = UNSET


class PaintingParams(Params[PaintingResponse]):
    prompt: str
    sketch: Base64 | UnsetType = UNSET
    mask: Octets | UnsetType = UNSET
    palette: Sequence[float] | UnsetType = UNSET
    start: Sequence[float] | Base64 | UnsetType = UNSET


class SpeechParams(Params[SpeechResponse]):
    words: str
