"""Image Classification."""

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
    from .answers.classification import Classification
    from .inputs import CallOptions

    class ImageClassificationInput(TypedDict):
        """Names what an image shows."""

        image: Octets
        """Bytes of the image as numbers."""

    class ImageClassificationCall(ImageClassificationInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="ImageClassification",
    forms=(Form("image", "", "classification.Classification"),),
    files=(
        "application/octet-stream",
        "image/*",
    ),
    raw="image",
    places={"image": "octets"},
)


class ImageClassificationRunner(ModelRunner):
    """Image Classification."""

    group = GROUP

    def run(self, **fields: Unpack[ImageClassificationCall]) -> Classification:
        """The answer to a request, whose members are keywords."""
        answer: Classification = self._run(fields)
        return answer


class AsyncImageClassificationRunner(ModelRunner):
    """As `ImageClassificationRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[ImageClassificationCall]) -> Classification:
        """The answer to a request, whose members are keywords."""
        answer: Classification = await self._run(fields)
        return answer


class ImageClassificationRunnerWithRawResponse(ModelRunner):
    """As `ImageClassificationRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[ImageClassificationCall]) -> RawResponse[Classification]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Classification] = self._run(fields)
        return answer


class AsyncImageClassificationRunnerWithRawResponse(ModelRunner):
    """As `AsyncImageClassificationRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[ImageClassificationCall]) -> AsyncRawResponse[Classification]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Classification] = self._run(fields)
        return answer
