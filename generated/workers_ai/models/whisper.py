"""Whisper."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    from .._runtime.binary import Octets
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.whisper import Whisper
    from .inputs import CallOptions

    class WhisperInput(TypedDict):
        """Writes down what is said in a recording."""

        audio: Octets
        """Bytes of the recording as numbers."""

    class WhisperCall(WhisperInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Whisper",
    forms=(Form("audio", "", "whisper.Whisper"),),
    files=(
        "application/octet-stream",
        "audio/*",
    ),
    raw="audio",
    places={"audio": "octets"},
)


class WhisperRunner(ModelRunner):
    """Whisper."""

    group = GROUP

    def run(self, **fields: Unpack[WhisperCall]) -> Whisper:
        """The answer to a request, whose members are keywords."""
        answer: Whisper = self._run(fields)
        return answer


class AsyncWhisperRunner(ModelRunner):
    """As `WhisperRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[WhisperCall]) -> Whisper:
        """The answer to a request, whose members are keywords."""
        answer: Whisper = await self._run(fields)
        return answer


class WhisperRunnerWithRawResponse(ModelRunner):
    """As `WhisperRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[WhisperCall]) -> RawResponse[Whisper]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Whisper] = self._run(fields)
        return answer


class AsyncWhisperRunnerWithRawResponse(ModelRunner):
    """As `AsyncWhisperRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[WhisperCall]) -> AsyncRawResponse[Whisper]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Whisper] = self._run(fields)
        return answer
