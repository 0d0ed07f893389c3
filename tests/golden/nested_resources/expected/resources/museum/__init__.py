"""Museum."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .archive import (
        AsyncMuseumArchive,
        AsyncMuseumArchiveWithRawResponse,
        MuseumArchive,
        MuseumArchiveWithRawResponse,
    )
    from .rooms import AsyncMuseumRooms, AsyncMuseumRoomsWithRawResponse, MuseumRooms, MuseumRoomsWithRawResponse


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

    @cached_property
    def archive(self) -> MuseumArchive:
        """Museum Archive."""
        from .archive import MuseumArchive

        return MuseumArchive(self._client)

    @cached_property
    def rooms(self) -> MuseumRooms:
        """Museum."""
        from .rooms import MuseumRooms

        return MuseumRooms(self._client)


class MuseumWithRawResponse(RawResource):
    """Museum, for threads, giving HTTP responses."""

    @cached_property
    def archive(self) -> MuseumArchiveWithRawResponse:
        """Museum Archive."""
        from .archive import MuseumArchiveWithRawResponse

        return MuseumArchiveWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def rooms(self) -> MuseumRoomsWithRawResponse:
        """Museum."""
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

    @cached_property
    def archive(self) -> AsyncMuseumArchive:
        """Museum Archive."""
        from .archive import AsyncMuseumArchive

        return AsyncMuseumArchive(self._client)

    @cached_property
    def rooms(self) -> AsyncMuseumRooms:
        """Museum."""
        from .rooms import AsyncMuseumRooms

        return AsyncMuseumRooms(self._client)


class AsyncMuseumWithRawResponse(AsyncRawResource):
    """Museum, for asyncio and trio, giving HTTP responses."""

    @cached_property
    def archive(self) -> AsyncMuseumArchiveWithRawResponse:
        """Museum Archive."""
        from .archive import AsyncMuseumArchiveWithRawResponse

        return AsyncMuseumArchiveWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def rooms(self) -> AsyncMuseumRoomsWithRawResponse:
        """Museum."""
        from .rooms import AsyncMuseumRoomsWithRawResponse

        return AsyncMuseumRoomsWithRawResponse(self._client, unread=self._unread)
