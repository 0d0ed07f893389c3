"""Object Detection."""

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
    from .answers.object_detection import ObjectDetection
    from .inputs import CallOptions

    class ObjectDetectionInput(TypedDict, total=False):
        """Finds the objects in an image."""

        image: Octets
        """Bytes of the image as numbers."""

    class ObjectDetectionCall(ObjectDetectionInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="ObjectDetection",
    forms=(Form("", "image", "object_detection.ObjectDetection"),),
    files=(
        "application/octet-stream",
        "image/*",
    ),
    raw="image",
    places={"image": "octets"},
)


class ObjectDetectionRunner(ModelRunner):
    """Object Detection."""

    group = GROUP

    def run(self, **fields: Unpack[ObjectDetectionCall]) -> ObjectDetection:
        """The answer to a request, whose members are keywords."""
        answer: ObjectDetection = self._run(fields)
        return answer


class AsyncObjectDetectionRunner(ModelRunner):
    """As `ObjectDetectionRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[ObjectDetectionCall]) -> ObjectDetection:
        """The answer to a request, whose members are keywords."""
        answer: ObjectDetection = await self._run(fields)
        return answer


class ObjectDetectionRunnerWithRawResponse(ModelRunner):
    """As `ObjectDetectionRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[ObjectDetectionCall]) -> RawResponse[ObjectDetection]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[ObjectDetection] = self._run(fields)
        return answer


class AsyncObjectDetectionRunnerWithRawResponse(ModelRunner):
    """As `AsyncObjectDetectionRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[ObjectDetectionCall]) -> AsyncRawResponse[ObjectDetection]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[ObjectDetection] = self._run(fields)
        return answer
