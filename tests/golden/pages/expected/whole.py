"""What operations of `client.whole` take and give."""

from typing import TypeAlias

from .components.record import RecordResponse


WholeListResponse: TypeAlias = list[RecordResponse]
