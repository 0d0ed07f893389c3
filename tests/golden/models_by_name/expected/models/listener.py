"""Listener."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Literal, Required, TypedDict

    from .._runtime.binary import File
    from .inputs import CallOptions

    class ListenerInput(TypedDict, total=False):
        """What the model takes."""

        audio: Required[File]
        language: Literal["de", "en"]

    class ListenerCall(ListenerInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Listener",
    forms=(Form("audio", "language", "transcript.Transcript", apart=True),),
    media_type="",
    files=("audio/mpeg",),
    raw="audio",
    query={"language": "language"},
)
