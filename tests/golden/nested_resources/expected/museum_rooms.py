"""What operations of `client.museum.rooms` take and give."""

from typing import TypeAlias

from ._runtime.models import Response


class MuseumRoomsCreateResponseItem(Response):
    name: str | None = None


MuseumRoomsCreateResponse: TypeAlias = list[MuseumRoomsCreateResponseItem]
