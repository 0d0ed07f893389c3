"""Recognition."""

from ._runtime.binary import Octets
from ._runtime.models import UNSET, Params, Response, UnsetType


class RecognitionResponse(Response):
    text: str | None = None


class RecognitionParams(Params[RecognitionResponse], raw="audio"):
    audio: Octets
    language: str | UnsetType = UNSET
