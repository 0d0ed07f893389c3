"""Lucid Origin."""

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

    class LucidOriginInput(TypedDict, total=False):
        """Draws an image from words."""

        prompt: Required[str]
        """What the image should show, in words. At least 1 character."""
        guidance: float
        """How closely the image follows the prompt. From 0 to 10. Server default: 4.5."""
        seed: int
        """Number that makes chance repeatable. At least 0."""
        height: int
        """Height of the image in pixels. From 0 to 2500. Server default: 1120."""
        width: int
        """Width of the image in pixels. From 0 to 2500. Server default: 1120."""
        num_steps: int
        """Number of diffusion steps; more take longer and show more. From 1 to 40."""
        steps: int
        """The same by another name. From 1 to 40."""

    class LucidOriginCall(LucidOriginInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="LucidOrigin",
    forms=(Form("prompt", "guidance seed height width num_steps steps", "image.Image"),),
)
