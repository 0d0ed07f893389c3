"""GET /."""

from typing import TypeAlias


ApiGetResponse: TypeAlias = str
