"""Writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Required, TypedDict

    from .inputs import CallOptions, QueuedRequest

    class Message(TypedDict):
        role: Literal["user", "assistant"]
        content: str

    class Style(TypedDict, total=False):
        mood: str
        weight: float

    class WritingInput(TypedDict, total=False):
        """What the model takes."""

        messages: Required[Sequence[Message]]
        style: Style

    class WritingCall(WritingInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class WritingQueued(WritingInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""


GROUP = Group(
    name="Writing",
    forms=(Form("messages", "style stream", "written.Written", "written_piece.WrittenPiece", apart=True),),
    flag="stream",
)
