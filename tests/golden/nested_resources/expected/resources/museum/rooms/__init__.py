"""Museum."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ...._runtime.clients import Nested
from ...._runtime.operations import Operation
from ...._runtime.resources import AsyncResource, RawResource, Resource
from ...._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ...._runtime.options import RequestOptions
    from ....keywords.museum import MuseumRoomsPicturesHangKeywords
    from ....museum_rooms import MuseumRoomsCreateResponse
    from ....museum_rooms_pictures import MuseumRoomsPicturesHangParams, MuseumRoomsPicturesHangResponse
    from . import pictures as _pictures


CREATE = Operation("museum.rooms.create", "POST /museum/rooms", answer="MuseumRoomsCreateResponse")
HANG = Operation(
    "museum.rooms.hang",
    "POST /museum/rooms/{room}/pictures",
    params="MuseumRoomsPicturesHangParams",
    media_type="multipart/form-data",
)


class MuseumRooms(Resource["MuseumRoomsWithRawResponse"]):
    """Museum, for threads."""

    pictures: Nested[_pictures.MuseumRoomsPictures] = Nested()
    """Museum Pictures."""

    def create(self, **options: Unpack[RequestOptions]) -> MuseumRoomsCreateResponse:
        """Open the rooms."""
        return self._run(CREATE, {}, None, options)

    @overload
    def hang(
        self, room: str, params: MuseumRoomsPicturesHangParams, **options: Unpack[RequestOptions]
    ) -> MuseumRoomsPicturesHangResponse: ...
    @overload
    def hang(
        self, room: str, params: None = None, **fields: Unpack[MuseumRoomsPicturesHangKeywords]
    ) -> MuseumRoomsPicturesHangResponse: ...
    def hang(self, room: str, params: object = None, **fields: object) -> object:
        """Hang a picture."""
        return self._run(HANG, {"room": room}, params, fields)


class MuseumRoomsWithRawResponse(RawResource):
    """Museum, for threads, giving HTTP responses."""

    pictures: Nested[_pictures.MuseumRoomsPicturesWithRawResponse] = Nested()
    create: Final = as_raw(MuseumRooms.create)
    hang: Final = as_raw(MuseumRooms.hang)


class AsyncMuseumRooms(AsyncResource["AsyncMuseumRoomsWithRawResponse"]):
    """Museum, for asyncio and trio."""

    pictures: Nested[_pictures.AsyncMuseumRoomsPictures] = Nested()
    create: Final = as_async(MuseumRooms.create)
    hang: Final = as_async(MuseumRooms.hang)


class AsyncMuseumRoomsWithRawResponse(RawResource):
    """Museum, for asyncio and trio, giving HTTP responses."""

    pictures: Nested[_pictures.AsyncMuseumRoomsPicturesWithRawResponse] = Nested()
    create: Final = as_async_raw(MuseumRooms.create)
    hang: Final = as_async_raw(MuseumRooms.hang)
