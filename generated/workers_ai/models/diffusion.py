"""Diffusion."""

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

    class DiffusionInput(TypedDict, total=False):
        """Draws an image from words, and from another image."""

        prompt: Required[str]
        """What the image should show, in words. At least 1 character."""
        negative_prompt: str
        """What should be kept out of the image, in words."""
        height: int
        """Height of the image in pixels. From 256 to 2048."""
        width: int
        """Width of the image in pixels. From 256 to 2048."""
        image: Octets
        """Bytes of the image to start from, as numbers."""
        image_b64: Base64
        """The image to start from, in base64."""
        mask: Octets
        """Bytes of an image that is white where something is to change, as numbers."""
        num_steps: int
        """Number of diffusion steps; more take longer and show more. At most 20. Server default: 20."""
        strength: float
        """How far the image may depart from the one it starts from, from 0 to 1. Server default: 1."""
        guidance: float
        """How closely the image follows the prompt. Server default: 7.5."""
        seed: int
        """Number that makes chance repeatable."""

    class DiffusionCall(DiffusionInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Diffusion",
    forms=(
        Form(
            "prompt",
            "negative_prompt height width image image_b64 mask num_steps strength guidance seed",
            "binary.BinaryResponse",
        ),
    ),
    places={"image": "octets", "mask": "octets"},
)
