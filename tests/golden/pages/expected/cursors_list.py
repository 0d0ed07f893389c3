"""A cursor."""

from typing import TypeAlias


CursorsListResponse: TypeAlias = list[str]
