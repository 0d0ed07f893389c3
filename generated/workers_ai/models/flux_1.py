"""Flux 1."""

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

    class Flux1Input(TypedDict, total=False):
        """Draws an image from words."""

        prompt: Required[str]
        """What the image should show, in words. From 1 to 2048 characters."""
        steps: int
        """Number of diffusion steps; more take longer and show more. At most 8. Server default: 4."""

    class Flux1Call(Flux1Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Flux1",
    forms=(Form("prompt", "steps", "image.Image"),),
)
