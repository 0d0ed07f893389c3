"""Llava."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Required, TypedDict

    from .._runtime.binary import Octets
    from .inputs import CallOptions, Message

    class LlavaInput(TypedDict, total=False):
        """Describes an image in words or answers a question about it."""

        image: Required[Octets]
        """Bytes of the image as numbers."""
        prompt: str
        """What the model is asked about the image."""
        messages: Sequence[Message]
        """The conversation so far, oldest first."""
        raw: bool
        """Whether the text is sent as it is, without the template of the model for conversations. Server default:
        false."""
        max_tokens: int
        """Most tokens that the model may generate. Server default: 256."""
        temperature: float
        """How freely the model chooses its words; at 0 it always takes the likeliest. From 0 to 5. Server default:
        0.6."""
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

    class LlavaCall(LlavaInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Llava",
    forms=(
        Form(
            "image",
            """prompt messages raw max_tokens temperature top_p top_k seed repetition_penalty frequency_penalty
            presence_penalty""",
            "image_to_text.ImageToText",
        ),
    ),
    files=(
        "application/octet-stream",
        "image/*",
    ),
    raw="image",
    places={"image": "octets"},
)
