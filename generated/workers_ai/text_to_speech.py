"""Text To Speech."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.binary import BinaryResponse
from ._runtime.models import Params


class TextToSpeechResponse(BinaryResponse, base64="audio"):
    """The spoken text, inside JSON or as a file depending on the model."""


@dataclass(frozen=True, kw_only=True)
class TextToSpeechParams(Params[TextToSpeechResponse]):
    """Reads a text aloud and returns the recording."""

    prompt: str
    """Text to read aloud, in the language given by lang. At least 1 character."""
    lang: str | UnsetType = msgspec.UNSET
    """Language to speak, as a two-letter code such as fr. Server default: "en"."""
