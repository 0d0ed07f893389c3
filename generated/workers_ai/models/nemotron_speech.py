"""Nemotron Speech."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from typing import Literal, Required, TypedDict, Unpack

    from .._runtime.binary import Base64
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.plain_transcript import PlainTranscript
    from .inputs import CallOptions

    class NemotronSpeechInput(TypedDict, total=False):
        """Writes down what is said in a recording."""

        audio: Required[Base64]
        """The recording, in base64."""
        encoding: Literal["linear16", "flac", "wav", "ogg"]
        """How the recording is encoded."""
        sample_rate: int
        """Samples a second."""
        channels: int
        """Number of channels in the recording."""

    class NemotronSpeechCall(NemotronSpeechInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="NemotronSpeech",
    forms=(Form("audio", "encoding sample_rate channels", "plain_transcript.PlainTranscript"),),
    files=("audio/*",),
    raw="audio",
)


class NemotronSpeechRunner(ModelRunner):
    """Nemotron Speech."""

    group = GROUP

    def run(self, **fields: Unpack[NemotronSpeechCall]) -> PlainTranscript:
        """The answer to a request, whose members are keywords."""
        answer: PlainTranscript = self._run(fields)
        return answer


class AsyncNemotronSpeechRunner(ModelRunner):
    """As `NemotronSpeechRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[NemotronSpeechCall]) -> PlainTranscript:
        """The answer to a request, whose members are keywords."""
        answer: PlainTranscript = await self._run(fields)
        return answer


class NemotronSpeechRunnerWithRawResponse(ModelRunner):
    """As `NemotronSpeechRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[NemotronSpeechCall]) -> RawResponse[PlainTranscript]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[PlainTranscript] = self._run(fields)
        return answer


class AsyncNemotronSpeechRunnerWithRawResponse(ModelRunner):
    """As `AsyncNemotronSpeechRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[NemotronSpeechCall]) -> AsyncRawResponse[PlainTranscript]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[PlainTranscript] = self._run(fields)
        return answer
