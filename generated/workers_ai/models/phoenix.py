"""Phoenix."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Required, TypedDict

    from .inputs import CallOptions

    class PhoenixInput(TypedDict, total=False):
        """Draws an image from words."""

        prompt: Required[str]
        """What the image should show, in words. At least 1 character."""
        guidance: float
        """How closely the image follows the prompt. From 2 to 10. Server default: 2."""
        seed: int
        """Number that makes chance repeatable. At least 0."""
        height: int
        """Height of the image in pixels. From 0 to 2048. Server default: 1024."""
        width: int
        """Width of the image in pixels. From 0 to 2048. Server default: 1024."""
        num_steps: int
        """Number of diffusion steps; more take longer and show more. From 1 to 50. Server default: 25."""
        negative_prompt: str
        """What should be kept out of the image, in words. At least 1 character."""

    class PhoenixCall(PhoenixInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Phoenix",
    forms=(Form("prompt", "guidance seed height width num_steps negative_prompt", "binary.BinaryResponse"),),
)
