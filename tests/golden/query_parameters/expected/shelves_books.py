"""What operations of `client.shelves.books` take and give."""

from typing import TypeAlias

from ._runtime.models import Response


class ShelvesBooksListResponseItem(Response):
    title: str | None = None
    year: int | None = None


ShelvesBooksListResponse: TypeAlias = list[ShelvesBooksListResponseItem]
