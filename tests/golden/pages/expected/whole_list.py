"""No pages."""

from typing import TypeAlias

from .components.record import RecordResponse


WholeListResponse: TypeAlias = list[RecordResponse]
