"""Clef Flash."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal, Required, TypedDict, Unpack

    from .._runtime.binary import DataURL
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.decisions import Decisions
    from .inputs import CallOptions, DecisionQuestion, EmbeddedFile

    class ClefFlashInput(TypedDict, total=False):
        """Answers questions about a text or data, each with a probability."""

        model: Required[Literal["clef-flash"]]
        """Which model decides; the path says it already."""
        state: Required[Any]
        """What is decided about: a text, or data."""
        questions: Required[Mapping[str, DecisionQuestion]]
        """The questions by a name of yours. From 1 to 64 members."""
        images: Sequence[DataURL | EmbeddedFile]
        """Images that belong to the state: PNG, JPEG or WebP. At most 4 items."""

    class ClefFlashCall(ClefFlashInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="ClefFlash",
    forms=(Form("model state questions", "images", "decisions.Decisions"),),
    places={"images": "data-url"},
)


class ClefFlashRunner(ModelRunner):
    """Clef Flash."""

    group = GROUP

    def run(self, **fields: Unpack[ClefFlashCall]) -> Decisions:
        """The answer to a request, whose members are keywords."""
        answer: Decisions = self._run(fields)
        return answer


class AsyncClefFlashRunner(ModelRunner):
    """As `ClefFlashRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[ClefFlashCall]) -> Decisions:
        """The answer to a request, whose members are keywords."""
        answer: Decisions = await self._run(fields)
        return answer


class ClefFlashRunnerWithRawResponse(ModelRunner):
    """As `ClefFlashRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[ClefFlashCall]) -> RawResponse[Decisions]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Decisions] = self._run(fields)
        return answer


class AsyncClefFlashRunnerWithRawResponse(ModelRunner):
    """As `AsyncClefFlashRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[ClefFlashCall]) -> AsyncRawResponse[Decisions]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Decisions] = self._run(fields)
        return answer
