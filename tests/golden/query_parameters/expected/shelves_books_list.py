"""List the books of a shelf."""

from typing import TypeAlias

from ._runtime.models import Response


class ShelvesBooksListResponseItem(Response):
    title: str | None = None
    year: int | None = None


ShelvesBooksListResponse: TypeAlias = list[ShelvesBooksListResponseItem]
