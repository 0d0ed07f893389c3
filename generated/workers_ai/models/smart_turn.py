"""Smart Turn."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Required, TypedDict, Unpack

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.binary import Base64
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.smart_turn import SmartTurn
    from .inputs import CallOptions

    class SmartTurnInput(TypedDict, total=False):
        """Tells whether the speaker has finished."""

        audio: Required[Base64]
        """The recording, in base64."""
        dtype: Literal["uint8", "float32", "float64"]
        """How the samples are encoded."""

    class SmartTurnCall(SmartTurnInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="SmartTurn",
    forms=(Form("audio", "dtype", "smart_turn.SmartTurn"),),
    files=("audio/*",),
    raw="audio",
)


class SmartTurnRunner(ModelRunner):
    """Smart Turn."""

    group = GROUP

    def run(self, **fields: Unpack[SmartTurnCall]) -> SmartTurn:
        """The answer to a request, whose members are keywords."""
        answer: SmartTurn = self._run(fields)
        return answer

    def batch(self, requests: Sequence[SmartTurnInput], **options: Unpack[CallOptions]) -> BatchHandle[SmartTurn]:
        """Queue requests; the handle gives the answers, in order."""
        handle: BatchHandle[SmartTurn] = self._batch(requests, options)
        return handle


class AsyncSmartTurnRunner(ModelRunner):
    """As `SmartTurnRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[SmartTurnCall]) -> SmartTurn:
        """The answer to a request, whose members are keywords."""
        answer: SmartTurn = await self._run(fields)
        return answer

    async def batch(
        self, requests: Sequence[SmartTurnInput], **options: Unpack[CallOptions]
    ) -> AsyncBatchHandle[SmartTurn]:
        """Queue requests; the handle gives the answers, in order."""
        handle: AsyncBatchHandle[SmartTurn] = await self._batch(requests, options)
        return handle


class SmartTurnRunnerWithRawResponse(ModelRunner):
    """As `SmartTurnRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[SmartTurnCall]) -> RawResponse[SmartTurn]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[SmartTurn] = self._run(fields)
        return answer


class AsyncSmartTurnRunnerWithRawResponse(ModelRunner):
    """As `AsyncSmartTurnRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[SmartTurnCall]) -> AsyncRawResponse[SmartTurn]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[SmartTurn] = self._run(fields)
        return answer
