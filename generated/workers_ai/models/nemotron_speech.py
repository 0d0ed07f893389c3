"""Nemotron Speech."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Literal, Required, TypedDict

    from .._runtime.binary import Base64
    from .inputs import CallOptions

    class NemotronSpeechInput(TypedDict, total=False):
        """Writes down what is said in a recording."""

        audio: Required[Base64]
        """The recording, in base64."""
        encoding: Literal["linear16", "flac", "wav", "ogg"]
        """How the recording is encoded."""
        sample_rate: int
        """Samples a second."""
        channels: int
        """Number of channels in the recording."""

    class NemotronSpeechCall(NemotronSpeechInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="NemotronSpeech",
    forms=(Form("audio", "encoding sample_rate channels", "plain_transcript.PlainTranscript"),),
    files=("audio/*",),
    raw="audio",
)
