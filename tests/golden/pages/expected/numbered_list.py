"""Numbered pages."""

from typing import TypeAlias

from .components.record import RecordResponse


NumberedListResponse: TypeAlias = list[RecordResponse]
