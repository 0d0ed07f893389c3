"""GET /."""

from typing import TypeAlias


ApiListResponse: TypeAlias = str
