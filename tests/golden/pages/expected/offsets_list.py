"""Offsets."""

from typing import TypeAlias

from .components.record import RecordResponse


OffsetsListResponse: TypeAlias = list[RecordResponse]
