"""What operations of `client.numbered` take and give."""

from typing import TypeAlias

from .components.record import RecordResponse


NumberedListResponse: TypeAlias = list[RecordResponse]
