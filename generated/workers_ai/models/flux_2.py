"""Flux 2."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Required, TypedDict

    from .._runtime.binary import File
    from .inputs import CallOptions

    class Flux2Input(TypedDict, total=False):
        """Draws an image from words and from other images."""

        prompt: Required[str]
        """What the image should show, in words. At least 1 character."""
        width: int
        """Width of the image in pixels."""
        height: int
        """Height of the image in pixels."""
        steps: int
        """Number of diffusion steps; more take longer and show more."""
        seed: int
        """Number that makes chance repeatable."""
        guidance: float
        """How closely the image follows the prompt."""
        input_image_0: File
        """An image to start from or to take things from."""
        input_image_1: File
        """An image to start from or to take things from."""
        input_image_2: File
        """An image to start from or to take things from."""
        input_image_3: File
        """An image to start from or to take things from."""

    class Flux2Call(Flux2Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Flux2",
    forms=(
        Form(
            "prompt",
            "width height steps seed guidance input_image_0 input_image_1 input_image_2 input_image_3",
            "image.Image",
        ),
    ),
    media_type="multipart/form-data",
)
