"""Object Detection."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import TypedDict

    from .._runtime.binary import Octets
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
