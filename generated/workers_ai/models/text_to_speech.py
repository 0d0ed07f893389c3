"""Text To Speech."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Required, TypedDict

    from .inputs import CallOptions

    class TextToSpeechInput(TypedDict, total=False):
        """Reads a text aloud."""

        prompt: Required[str]
        """Text to read aloud. At least 1 character."""
        lang: str
        """Language of the text, such as en or fr. Server default: "en"."""

    class TextToSpeechCall(TextToSpeechInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="TextToSpeech",
    forms=(Form("prompt", "lang", "text_to_speech.TextToSpeech"),),
)
