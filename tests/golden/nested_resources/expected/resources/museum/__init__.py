"""Museum."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...museum_open_rooms import MuseumOpenRoomsResponse
    from .archive import (
        AsyncMuseumArchive,
        AsyncMuseumArchiveWithRawResponse,
        MuseumArchive,
        MuseumArchiveWithRawResponse,
    )
    from .rooms import AsyncMuseumRooms, AsyncMuseumRoomsWithRawResponse, MuseumRooms, MuseumRoomsWithRawResponse


OPEN_ROOMS = Operation(
    name="museum.open_rooms",
    method="POST",
    path="/museum/rooms",
    answer="MuseumOpenRoomsResponse",
    body=False,
)


class Museum(Resource):
    """Museum, for threads."""

    @cached_property
    def with_raw_response(self) -> MuseumWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return MuseumWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> MuseumWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return MuseumWithRawResponse(self._client, unread=True)

    def open_rooms(self, **options: Unpack[RequestOptions]) -> MuseumOpenRoomsResponse:
        """Open the rooms."""
        answer: MuseumOpenRoomsResponse = self._run(OPEN_ROOMS, {}, None, {**options})
        return answer

    @cached_property
    def archive(self) -> MuseumArchive:
        """Museum Archive."""
        from .archive import MuseumArchive

        return MuseumArchive(self._client)

    @cached_property
    def rooms(self) -> MuseumRooms:
        """Museum Pictures."""
        from .rooms import MuseumRooms

        return MuseumRooms(self._client)


class MuseumWithRawResponse(RawResource):
    """Museum, for threads, giving HTTP responses."""

    def open_rooms(self, **options: Unpack[RequestOptions]) -> RawResponse[MuseumOpenRoomsResponse]:
        """As `Museum.open_rooms`."""
        return self._run(OPEN_ROOMS, {}, None, {**options})

    @cached_property
    def archive(self) -> MuseumArchiveWithRawResponse:
        """Museum Archive."""
        from .archive import MuseumArchiveWithRawResponse

        return MuseumArchiveWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def rooms(self) -> MuseumRoomsWithRawResponse:
        """Museum Pictures."""
        from .rooms import MuseumRoomsWithRawResponse

        return MuseumRoomsWithRawResponse(self._client, unread=self._unread)


class AsyncMuseum(AsyncResource):
    """Museum, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncMuseumWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncMuseumWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncMuseumWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncMuseumWithRawResponse(self._client, unread=True)

    async def open_rooms(self, **options: Unpack[RequestOptions]) -> MuseumOpenRoomsResponse:
        """As `Museum.open_rooms`."""
        answer: MuseumOpenRoomsResponse = await self._run(OPEN_ROOMS, {}, None, {**options})
        return answer

    @cached_property
    def archive(self) -> AsyncMuseumArchive:
        """Museum Archive."""
        from .archive import AsyncMuseumArchive

        return AsyncMuseumArchive(self._client)

    @cached_property
    def rooms(self) -> AsyncMuseumRooms:
        """Museum Pictures."""
        from .rooms import AsyncMuseumRooms

        return AsyncMuseumRooms(self._client)


class AsyncMuseumWithRawResponse(AsyncRawResource):
    """Museum, for asyncio and trio, giving HTTP responses."""

    def open_rooms(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[MuseumOpenRoomsResponse]:
        """As `Museum.open_rooms`."""
        return self._run(OPEN_ROOMS, {}, None, {**options})

    @cached_property
    def archive(self) -> AsyncMuseumArchiveWithRawResponse:
        """Museum Archive."""
        from .archive import AsyncMuseumArchiveWithRawResponse

        return AsyncMuseumArchiveWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def rooms(self) -> AsyncMuseumRoomsWithRawResponse:
        """Museum Pictures."""
        from .rooms import AsyncMuseumRoomsWithRawResponse

        return AsyncMuseumRoomsWithRawResponse(self._client, unread=self._unread)
