"""Museum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.resources import AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from . import archive as _archive
    from . import rooms as _rooms


class Museum(Resource["MuseumWithRawResponse"]):
    """Museum, for threads."""

    archive: Nested[_archive.MuseumArchive] = Nested()
    """Museum Archive."""
    rooms: Nested[_rooms.MuseumRooms] = Nested()
    """Museum."""


class MuseumWithRawResponse(RawResource):
    """Museum, for threads, giving HTTP responses."""

    archive: Nested[_archive.MuseumArchiveWithRawResponse] = Nested()
    rooms: Nested[_rooms.MuseumRoomsWithRawResponse] = Nested()


class AsyncMuseum(AsyncResource["AsyncMuseumWithRawResponse"]):
    """Museum, for asyncio and trio."""

    archive: Nested[_archive.AsyncMuseumArchive] = Nested()
    rooms: Nested[_rooms.AsyncMuseumRooms] = Nested()


class AsyncMuseumWithRawResponse(RawResource):
    """Museum, for asyncio and trio, giving HTTP responses."""

    archive: Nested[_archive.AsyncMuseumArchiveWithRawResponse] = Nested()
    rooms: Nested[_rooms.AsyncMuseumRoomsWithRawResponse] = Nested()
