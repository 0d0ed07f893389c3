"""Aura 1."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from typing import Literal, Required, TypedDict, Unpack

    from .._runtime.binary import BinaryResponse
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .inputs import CallOptions

    class Aura1Input(TypedDict, total=False):
        """Reads a text aloud."""

        text: Required[str]
        """Text to read aloud."""
        speaker: Literal[
            "angus",
            "asteria",
            "arcas",
            "orion",
            "orpheus",
            "athena",
            "luna",
            "zeus",
            "perseus",
            "helios",
            "hera",
            "stella",
        ]
        """Who reads."""
        encoding: Literal["linear16", "flac", "mulaw", "opus", "mp3", "aac", "alaw"]
        """How the recording is encoded."""
        container: Literal["none", "wav", "ogg"]
        """File format around the recording, where the encoding needs one."""
        sample_rate: int
        """Samples a second."""
        bit_rate: int
        """Bits a second."""

    class Aura1Call(Aura1Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Aura1",
    forms=(Form("text", "speaker encoding container sample_rate bit_rate", "binary.BinaryResponse"),),
)


class Aura1Runner(ModelRunner):
    """Aura 1."""

    group = GROUP

    def run(self, **fields: Unpack[Aura1Call]) -> BinaryResponse:
        """The answer to a request, whose members are keywords."""
        answer: BinaryResponse = self._run(fields)
        return answer


class AsyncAura1Runner(ModelRunner):
    """As `Aura1Runner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[Aura1Call]) -> BinaryResponse:
        """The answer to a request, whose members are keywords."""
        answer: BinaryResponse = await self._run(fields)
        return answer


class Aura1RunnerWithRawResponse(ModelRunner):
    """As `Aura1Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Aura1Call]) -> RawResponse[BinaryResponse]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[BinaryResponse] = self._run(fields)
        return answer


class AsyncAura1RunnerWithRawResponse(ModelRunner):
    """As `AsyncAura1Runner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Aura1Call]) -> AsyncRawResponse[BinaryResponse]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[BinaryResponse] = self._run(fields)
        return answer
