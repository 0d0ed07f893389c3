"""What operations of `client.offsets` take and give."""

from typing import TypeAlias

from .components.record import RecordResponse


OffsetsListResponse: TypeAlias = list[RecordResponse]
