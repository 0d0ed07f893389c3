"""Smart Turn."""

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
    from .inputs import CallOptions, QueuedRequest

    class SmartTurnInput(TypedDict, total=False):
        """Tells whether the speaker has finished."""

        audio: Required[Base64]
        """The recording, in base64."""
        dtype: Literal["uint8", "float32", "float64"]
        """How the samples are encoded."""

    class SmartTurnCall(SmartTurnInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class SmartTurnQueued(SmartTurnInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""


GROUP = Group(
    name="SmartTurn",
    forms=(Form("audio", "dtype", "smart_turn.SmartTurn", apart=True),),
    files=("audio/*",),
    raw="audio",
)
