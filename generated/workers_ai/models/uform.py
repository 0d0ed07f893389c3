"""Uform."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Required, TypedDict

    from .._runtime.binary import Base64, Octets
    from .inputs import CallOptions

    class UformInput(TypedDict, total=False):
        """Describes an image in words or answers a question about it."""

        image: Required[Octets | Base64]
        """The image."""
        prompt: str
        """What the model is asked about the image."""
        raw: bool
        """Whether the text is sent as it is, without the template of the model for conversations. Server default:
        false."""
        max_tokens: int
        """Most tokens that the model may generate. Server default: 256."""
        top_p: float
        """Share of probability that the words to choose from make up. From 0 to 2."""
        top_k: int
        """Number of words to choose from. From 1 to 50."""
        seed: int
        """Number that makes chance repeatable. From 1 to 9999999999."""
        repetition_penalty: float
        """How much repetition is avoided. From 0 to 2."""
        frequency_penalty: float
        """How much words that came often are avoided. From 0 to 2."""
        presence_penalty: float
        """How much words that came already are avoided. From 0 to 2."""

    class UformCall(UformInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Uform",
    forms=(
        Form(
            "image",
            "prompt raw max_tokens top_p top_k seed repetition_penalty frequency_penalty presence_penalty",
            "uform.Uform",
        ),
    ),
    files=(
        "application/octet-stream",
        "image/*",
    ),
    raw="image",
    places={"image": "octets"},
)
