"""Museum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .archive import (
        AsyncMuseumArchive,
        AsyncMuseumArchiveWithRawResponse,
        MuseumArchive,
        MuseumArchiveWithRawResponse,
    )
    from .rooms import AsyncMuseumRooms, AsyncMuseumRoomsWithRawResponse, MuseumRooms, MuseumRoomsWithRawResponse


class Museum(Resource["MuseumWithRawResponse"]):
    """Museum, for threads."""

    archive: Nested[MuseumArchive] = Nested(".archive", "MuseumArchive")
    """Museum Archive."""
    rooms: Nested[MuseumRooms] = Nested(".rooms", "MuseumRooms")
    """Museum."""


class MuseumWithRawResponse(RawResource):
    """Museum, for threads, giving HTTP responses."""

    archive: Nested[MuseumArchiveWithRawResponse] = Nested(".archive", "MuseumArchiveWithRawResponse")
    rooms: Nested[MuseumRoomsWithRawResponse] = Nested(".rooms", "MuseumRoomsWithRawResponse")


class AsyncMuseum(AsyncResource["AsyncMuseumWithRawResponse"]):
    """Museum, for asyncio and trio."""

    archive: Nested[AsyncMuseumArchive] = Nested(".archive", "AsyncMuseumArchive")
    rooms: Nested[AsyncMuseumRooms] = Nested(".rooms", "AsyncMuseumRooms")


class AsyncMuseumWithRawResponse(AsyncRawResource):
    """Museum, for asyncio and trio, giving HTTP responses."""

    archive: Nested[AsyncMuseumArchiveWithRawResponse] = Nested(".archive", "AsyncMuseumArchiveWithRawResponse")
    rooms: Nested[AsyncMuseumRoomsWithRawResponse] = Nested(".rooms", "AsyncMuseumRoomsWithRawResponse")
