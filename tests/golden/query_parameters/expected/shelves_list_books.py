"""List the books of a shelf."""

from typing import TypeAlias

from ._runtime.models import Response


class ShelvesListBooksResponseItem(Response):
    title: str | None = None
    year: int | None = None


ShelvesListBooksResponse: TypeAlias = list[ShelvesListBooksResponseItem]
