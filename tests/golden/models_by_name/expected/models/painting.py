"""Painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Required, TypedDict

    from .._runtime.binary import File
    from .inputs import CallOptions
    from .writing import Style

    class PaintingInput(TypedDict, total=False):
        """What the model takes."""

        prompt: Required[str]
        """What to paint."""
        class_: str
        """Named like a word of Python."""
        image: File
        style: Style

    class PaintingCall(PaintingInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Painting",
    forms=(Form("prompt", "class image style", "binary.BinaryResponse", apart=True),),
    media_type="multipart/form-data",
    renamed={"class_": "class"},
)
