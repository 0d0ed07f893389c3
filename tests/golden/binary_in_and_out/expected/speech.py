"""Speech."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime.binary import BinaryResponse
from ._runtime.models import Params


class SpeechResponse(BinaryResponse, base64="audio"):
    """What Speech answers: a file."""


@dataclass(frozen=True, kw_only=True)
class SpeechParams(Params[SpeechResponse]):
    words: str
