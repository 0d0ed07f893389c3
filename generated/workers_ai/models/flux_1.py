"""Flux 1."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from typing import Required, TypedDict, Unpack

    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.image import Image
    from .inputs import CallOptions

    class Flux1Input(TypedDict, total=False):
        """Draws an image from words."""

        prompt: Required[str]
        """What the image should show, in words. From 1 to 2048 characters."""
        steps: int
        """Number of diffusion steps; more take longer and show more. At most 8. Server default:
        4."""

    class Flux1Call(Flux1Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Flux1",
    forms=(Form("prompt", "steps", "image.Image"),),
)


class Flux1Runner(ModelRunner):
    """Flux 1."""

    group = GROUP

    def run(self, **fields: Unpack[Flux1Call]) -> Image:
        """The answer to a request, whose members are keywords."""
        answer: Image = self._run(fields)
        return answer


class AsyncFlux1Runner(ModelRunner):
    """As `Flux1Runner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[Flux1Call]) -> Image:
        """The answer to a request, whose members are keywords."""
        answer: Image = await self._run(fields)
        return answer


class Flux1RunnerWithRawResponse(ModelRunner):
    """As `Flux1Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Flux1Call]) -> RawResponse[Image]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Image] = self._run(fields)
        return answer


class AsyncFlux1RunnerWithRawResponse(ModelRunner):
    """As `AsyncFlux1Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Flux1Call]) -> AsyncRawResponse[Image]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Image] = self._run(fields)
        return answer
