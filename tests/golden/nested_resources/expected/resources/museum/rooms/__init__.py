"""Museum Pictures."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ...._runtime.operations import Operation
from ...._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .pictures import (
        AsyncMuseumRoomsPictures,
        AsyncMuseumRoomsPicturesWithRawResponse,
        MuseumRoomsPictures,
        MuseumRoomsPicturesWithRawResponse,
    )


class MuseumRooms(Resource):
    """Museum Pictures, for threads."""

    @cached_property
    def with_raw_response(self) -> MuseumRoomsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return MuseumRoomsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> MuseumRoomsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return MuseumRoomsWithRawResponse(self._client, unread=True)

    @cached_property
    def pictures(self) -> MuseumRoomsPictures:
        """Museum Pictures."""
        from .pictures import MuseumRoomsPictures

        return MuseumRoomsPictures(self._client)


class MuseumRoomsWithRawResponse(RawResource):
    """Museum Pictures, for threads, giving HTTP responses."""

    @cached_property
    def pictures(self) -> MuseumRoomsPicturesWithRawResponse:
        """Museum Pictures."""
        from .pictures import MuseumRoomsPicturesWithRawResponse

        return MuseumRoomsPicturesWithRawResponse(self._client, unread=self._unread)


class AsyncMuseumRooms(AsyncResource):
    """Museum Pictures, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncMuseumRoomsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncMuseumRoomsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncMuseumRoomsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncMuseumRoomsWithRawResponse(self._client, unread=True)

    @cached_property
    def pictures(self) -> AsyncMuseumRoomsPictures:
        """Museum Pictures."""
        from .pictures import AsyncMuseumRoomsPictures

        return AsyncMuseumRoomsPictures(self._client)


class AsyncMuseumRoomsWithRawResponse(AsyncRawResource):
    """Museum Pictures, for asyncio and trio, giving HTTP responses."""

    @cached_property
    def pictures(self) -> AsyncMuseumRoomsPicturesWithRawResponse:
        """Museum Pictures."""
        from .pictures import AsyncMuseumRoomsPicturesWithRawResponse

        return AsyncMuseumRoomsPicturesWithRawResponse(self._client, unread=self._unread)
