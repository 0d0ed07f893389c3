"""Summarization."""

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
    from .answers.summarization import Summarization
    from .inputs import CallOptions

    class SummarizationInput(TypedDict, total=False):
        """Shortens a text to its main points."""

        input_text: Required[str]
        """Text to shorten. At least 1 character."""
        max_length: int
        """Most tokens of the summary. Server default: 1024."""

    class SummarizationCall(SummarizationInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Summarization",
    forms=(Form("input_text", "max_length", "summarization.Summarization"),),
)


class SummarizationRunner(ModelRunner):
    """Summarization."""

    group = GROUP

    def run(self, **fields: Unpack[SummarizationCall]) -> Summarization:
        """The answer to a request, whose members are keywords."""
        answer: Summarization = self._run(fields)
        return answer


class AsyncSummarizationRunner(ModelRunner):
    """As `SummarizationRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[SummarizationCall]) -> Summarization:
        """The answer to a request, whose members are keywords."""
        answer: Summarization = await self._run(fields)
        return answer


class SummarizationRunnerWithRawResponse(ModelRunner):
    """As `SummarizationRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[SummarizationCall]) -> RawResponse[Summarization]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Summarization] = self._run(fields)
        return answer


class AsyncSummarizationRunnerWithRawResponse(ModelRunner):
    """As `AsyncSummarizationRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[SummarizationCall]) -> AsyncRawResponse[Summarization]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Summarization] = self._run(fields)
        return answer
