"""Whisper."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import TypedDict

    from .._runtime.binary import Octets
    from .inputs import CallOptions

    class WhisperInput(TypedDict):
        """Writes down what is said in a recording."""

        audio: Octets
        """Bytes of the recording as numbers."""

    class WhisperCall(WhisperInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Whisper",
    forms=(Form("audio", "", "whisper.Whisper"),),
    files=(
        "application/octet-stream",
        "audio/*",
    ),
    raw="audio",
    places={"audio": "octets"},
)
