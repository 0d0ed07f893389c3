"""Museum."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ...._runtime.operations import Operation
from ...._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ...._runtime.options import RequestOptions
    from ...._runtime.responses import AsyncRawResponse, RawResponse
    from ....museum_rooms_create import MuseumRoomsCreateResponse
    from .pictures import (
        AsyncMuseumRoomsPictures,
        AsyncMuseumRoomsPicturesWithRawResponse,
        MuseumRoomsPictures,
        MuseumRoomsPicturesWithRawResponse,
    )


CREATE = Operation(
    name="museum.rooms.create",
    method="POST",
    path="/museum/rooms",
    answer="MuseumRoomsCreateResponse",
    body=False,
)


class MuseumRooms(Resource):
    """Museum, for threads."""

    @cached_property
    def with_raw_response(self) -> MuseumRoomsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return MuseumRoomsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> MuseumRoomsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return MuseumRoomsWithRawResponse(self._client, unread=True)

    def create(self, **options: Unpack[RequestOptions]) -> MuseumRoomsCreateResponse:
        """Open the rooms."""
        answer: MuseumRoomsCreateResponse = self._run(CREATE, {}, None, {**options})
        return answer

    @cached_property
    def pictures(self) -> MuseumRoomsPictures:
        """Museum Pictures."""
        from .pictures import MuseumRoomsPictures

        return MuseumRoomsPictures(self._client)


class MuseumRoomsWithRawResponse(RawResource):
    """Museum, for threads, giving HTTP responses."""

    def create(self, **options: Unpack[RequestOptions]) -> RawResponse[MuseumRoomsCreateResponse]:
        """As `MuseumRooms.create`."""
        return self._run(CREATE, {}, None, {**options})

    @cached_property
    def pictures(self) -> MuseumRoomsPicturesWithRawResponse:
        """Museum Pictures."""
        from .pictures import MuseumRoomsPicturesWithRawResponse

        return MuseumRoomsPicturesWithRawResponse(self._client, unread=self._unread)


class AsyncMuseumRooms(AsyncResource):
    """Museum, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncMuseumRoomsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncMuseumRoomsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncMuseumRoomsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncMuseumRoomsWithRawResponse(self._client, unread=True)

    async def create(self, **options: Unpack[RequestOptions]) -> MuseumRoomsCreateResponse:
        """As `MuseumRooms.create`."""
        answer: MuseumRoomsCreateResponse = await self._run(CREATE, {}, None, {**options})
        return answer

    @cached_property
    def pictures(self) -> AsyncMuseumRoomsPictures:
        """Museum Pictures."""
        from .pictures import AsyncMuseumRoomsPictures

        return AsyncMuseumRoomsPictures(self._client)


class AsyncMuseumRoomsWithRawResponse(AsyncRawResource):
    """Museum, for asyncio and trio, giving HTTP responses."""

    def create(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[MuseumRoomsCreateResponse]:
        """As `MuseumRooms.create`."""
        return self._run(CREATE, {}, None, {**options})

    @cached_property
    def pictures(self) -> AsyncMuseumRoomsPicturesWithRawResponse:
        """Museum Pictures."""
        from .pictures import AsyncMuseumRoomsPicturesWithRawResponse

        return AsyncMuseumRoomsPicturesWithRawResponse(self._client, unread=self._unread)
