"""Museum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._runtime.clients import Nested
from ...._runtime.operations import Operation
from ...._runtime.resources import AsyncResource, RawResource, Resource
from ...._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ...._runtime.options import RequestOptions
    from ....museum_rooms import MuseumRoomsCreateResponse
    from . import pictures as _pictures


CREATE = Operation("museum.rooms.create", "POST /museum/rooms", answer="MuseumRoomsCreateResponse")


class MuseumRooms(Resource["MuseumRoomsWithRawResponse"]):
    """Museum."""

    pictures: Nested[_pictures.MuseumRoomsPictures] = Nested()
    """Museum Pictures."""

    def create(self, **options: Unpack[RequestOptions]) -> MuseumRoomsCreateResponse:
        """Open the rooms."""
        return self._run(CREATE, {}, None, options)


class MuseumRoomsWithRawResponse(RawResource):
    pictures: Nested[_pictures.MuseumRoomsPicturesWithRawResponse] = Nested()
    create: Final = as_raw(MuseumRooms.create)


class AsyncMuseumRooms(AsyncResource["AsyncMuseumRoomsWithRawResponse"]):
    pictures: Nested[_pictures.AsyncMuseumRoomsPictures] = Nested()
    create: Final = as_async(MuseumRooms.create)


class AsyncMuseumRoomsWithRawResponse(RawResource):
    pictures: Nested[_pictures.AsyncMuseumRoomsPicturesWithRawResponse] = Nested()
    create: Final = as_async_raw(MuseumRooms.create)
