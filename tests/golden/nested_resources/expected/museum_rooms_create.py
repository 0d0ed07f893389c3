"""Open the rooms."""

from typing import TypeAlias

from ._runtime.models import Response


class MuseumRoomsCreateResponseItem(Response):
    name: str | None = None


MuseumRoomsCreateResponse: TypeAlias = list[MuseumRoomsCreateResponseItem]
