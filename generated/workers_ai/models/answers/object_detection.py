"""Object detection."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from ...models.answers.detected_object import DetectedObject


ObjectDetection: TypeAlias = list[DetectedObject]
