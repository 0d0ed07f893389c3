"""Text Classification."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.classification import Classification
    from .inputs import CallOptions

    class TextClassificationInput(TypedDict):
        """Tells how positive and how negative a text is."""

        text: str
        """Text to classify. At least 1 character."""

    class TextClassificationCall(TextClassificationInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="TextClassification",
    forms=(Form("text", "", "classification.Classification"),),
)


class TextClassificationRunner(ModelRunner):
    """Text Classification."""

    group = GROUP

    def run(self, **fields: Unpack[TextClassificationCall]) -> Classification:
        """The answer to a request, whose members are keywords."""
        answer: Classification = self._run(fields)
        return answer


class AsyncTextClassificationRunner(ModelRunner):
    """As `TextClassificationRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[TextClassificationCall]) -> Classification:
        """The answer to a request, whose members are keywords."""
        answer: Classification = await self._run(fields)
        return answer


class TextClassificationRunnerWithRawResponse(ModelRunner):
    """As `TextClassificationRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[TextClassificationCall]) -> RawResponse[Classification]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Classification] = self._run(fields)
        return answer


class AsyncTextClassificationRunnerWithRawResponse(ModelRunner):
    """As `AsyncTextClassificationRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[TextClassificationCall]) -> AsyncRawResponse[Classification]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Classification] = self._run(fields)
        return answer
