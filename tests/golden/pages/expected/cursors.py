"""What operations of `client.cursors` take and give."""

from typing import TypeAlias


CursorsListResponse: TypeAlias = list[str]
