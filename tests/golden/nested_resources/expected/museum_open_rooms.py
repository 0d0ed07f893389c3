"""Open the rooms."""

from typing import TypeAlias

from ._runtime.models import Response


class MuseumOpenRoomsResponseItem(Response):
    name: str | None = None


MuseumOpenRoomsResponse: TypeAlias = list[MuseumOpenRoomsResponseItem]
