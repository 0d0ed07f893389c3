"""Text To Speech."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ._runtime.binary import BinaryResponse
from ._runtime.models import UNSET, Params, UnsetType


class TextToSpeechResponse(BinaryResponse, base64="audio"):
    """The spoken text, inside JSON or as a file depending on the model."""


class TextToSpeechParams(Params[TextToSpeechResponse]):
    """Reads a text aloud and returns the recording."""

    prompt: str
    """Text to read aloud, in the language given by lang. At least 1 character."""
    lang: str | UnsetType = UNSET
    """Language to speak, as a two-letter code such as fr. Server default: "en"."""
