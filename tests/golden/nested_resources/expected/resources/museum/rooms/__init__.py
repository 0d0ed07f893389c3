"""Museum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._runtime.clients import Nested
from ...._runtime.operations import Operation
from ...._runtime.resources import (
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    as_async,
    as_async_raw,
    as_raw,
)

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ...._runtime.options import RequestOptions
    from ....museum_rooms_create import MuseumRoomsCreateResponse
    from .pictures import (
        AsyncMuseumRoomsPictures,
        AsyncMuseumRoomsPicturesWithRawResponse,
        MuseumRoomsPictures,
        MuseumRoomsPicturesWithRawResponse,
    )


CREATE = Operation("museum.rooms.create", "POST", "/museum/rooms", answer="MuseumRoomsCreateResponse", body=False)


class MuseumRooms(Resource["MuseumRoomsWithRawResponse"]):
    """Museum, for threads."""

    pictures: Nested[MuseumRoomsPictures] = Nested(".pictures", "MuseumRoomsPictures")
    """Museum Pictures."""

    def create(self, **options: Unpack[RequestOptions]) -> MuseumRoomsCreateResponse:
        """Open the rooms."""
        return self._run(CREATE, {}, None, options)


class MuseumRoomsWithRawResponse(RawResource):
    """Museum, for threads, giving HTTP responses."""

    pictures: Nested[MuseumRoomsPicturesWithRawResponse] = Nested(".pictures", "MuseumRoomsPicturesWithRawResponse")
    create: Final = as_raw(MuseumRooms.create)


class AsyncMuseumRooms(AsyncResource["AsyncMuseumRoomsWithRawResponse"]):
    """Museum, for asyncio and trio."""

    pictures: Nested[AsyncMuseumRoomsPictures] = Nested(".pictures", "AsyncMuseumRoomsPictures")
    create: Final = as_async(MuseumRooms.create)


class AsyncMuseumRoomsWithRawResponse(AsyncRawResource):
    """Museum, for asyncio and trio, giving HTTP responses."""

    pictures: Nested[AsyncMuseumRoomsPicturesWithRawResponse] = Nested(
        ".pictures", "AsyncMuseumRoomsPicturesWithRawResponse"
    )
    create: Final = as_async_raw(MuseumRooms.create)
