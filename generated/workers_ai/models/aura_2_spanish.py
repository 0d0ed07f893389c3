"""Aura 2 Spanish."""

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

    class Aura2SpanishInput(TypedDict, total=False):
        """Reads a text aloud."""

        text: Required[str]
        """Text to read aloud."""
        speaker: Literal[
            "sirio", "nestor", "carina", "celeste", "alvaro", "diana", "aquila", "selena", "estrella", "javier"
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

    class Aura2SpanishCall(Aura2SpanishInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Aura2Spanish",
    forms=(Form("text", "speaker encoding container sample_rate bit_rate", "binary.BinaryResponse"),),
)


class Aura2SpanishRunner(ModelRunner):
    """Aura 2 Spanish."""

    group = GROUP

    def run(self, **fields: Unpack[Aura2SpanishCall]) -> BinaryResponse:
        """The answer to a request, whose members are keywords."""
        answer: BinaryResponse = self._run(fields)
        return answer


class AsyncAura2SpanishRunner(ModelRunner):
    """As `Aura2SpanishRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[Aura2SpanishCall]) -> BinaryResponse:
        """The answer to a request, whose members are keywords."""
        answer: BinaryResponse = await self._run(fields)
        return answer


class Aura2SpanishRunnerWithRawResponse(ModelRunner):
    """As `Aura2SpanishRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Aura2SpanishCall]) -> RawResponse[BinaryResponse]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[BinaryResponse] = self._run(fields)
        return answer


class AsyncAura2SpanishRunnerWithRawResponse(ModelRunner):
    """As `AsyncAura2SpanishRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[Aura2SpanishCall]) -> AsyncRawResponse[BinaryResponse]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[BinaryResponse] = self._run(fields)
        return answer
