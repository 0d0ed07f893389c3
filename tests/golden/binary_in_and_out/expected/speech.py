"""Speech."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime import BinaryResponse, Params


class SpeechResponse(BinaryResponse, base64="audio"):
    """What Speech answers: a file."""


@dataclass(frozen=True, kw_only=True)
class SpeechParams(Params[SpeechResponse]):
    words: str
