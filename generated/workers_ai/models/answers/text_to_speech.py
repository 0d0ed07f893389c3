"""Text to speech."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.binary import BinaryResponse


class TextToSpeech(BinaryResponse, base64="audio"):
    """The recording inside JSON."""
