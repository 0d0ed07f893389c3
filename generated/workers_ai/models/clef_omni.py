"""Clef Omni."""

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

    class ClefOmniInput(TypedDict, total=False):
        """Answers questions about a text or data, each with a probability."""

        model: Required[Literal["clef-omni"]]
        """Which model decides; the path says it already."""
        state: Required[Any]
        """What is decided about: a text, or data."""
        questions: Required[Mapping[str, DecisionQuestion]]
        """The questions by a name of yours. From 1 to 64 members."""
        images: Sequence[DataURL | EmbeddedFile]
        """Images that belong to the state: PNG, JPEG or WebP. At most 4 items."""
        audio: Sequence[DataURL | EmbeddedFile]
        """Recordings that belong to the state. At most 4 items."""
        videos: Sequence[DataURL | EmbeddedFile]
        """Videos that belong to the state. At most 2 items."""

    class ClefOmniCall(ClefOmniInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="ClefOmni",
    forms=(Form("model state questions", "images audio videos", "decisions.Decisions"),),
    places={"images": "data-url", "audio": "data-url", "videos": "data-url"},
)


class ClefOmniRunner(ModelRunner):
    """Clef Omni."""

    group = GROUP

    def run(self, **fields: Unpack[ClefOmniCall]) -> Decisions:
        """The answer to a request, whose members are keywords."""
        answer: Decisions = self._run(fields)
        return answer


class AsyncClefOmniRunner(ModelRunner):
    """As `ClefOmniRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[ClefOmniCall]) -> Decisions:
        """The answer to a request, whose members are keywords."""
        answer: Decisions = await self._run(fields)
        return answer


class ClefOmniRunnerWithRawResponse(ModelRunner):
    """As `ClefOmniRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[ClefOmniCall]) -> RawResponse[Decisions]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Decisions] = self._run(fields)
        return answer


class AsyncClefOmniRunnerWithRawResponse(ModelRunner):
    """As `AsyncClefOmniRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[ClefOmniCall]) -> AsyncRawResponse[Decisions]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Decisions] = self._run(fields)
        return answer
