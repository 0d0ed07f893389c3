"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .books import AsyncShelvesBooks, AsyncShelvesBooksWithRawResponse, ShelvesBooks, ShelvesBooksWithRawResponse


class Shelves(Resource["ShelvesWithRawResponse"]):
    """The API, for threads."""

    books: Nested[ShelvesBooks] = Nested(".books", "ShelvesBooks")
    """The API."""


class ShelvesWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    books: Nested[ShelvesBooksWithRawResponse] = Nested(".books", "ShelvesBooksWithRawResponse")


class AsyncShelves(AsyncResource["AsyncShelvesWithRawResponse"]):
    """The API, for asyncio and trio."""

    books: Nested[AsyncShelvesBooks] = Nested(".books", "AsyncShelvesBooks")


class AsyncShelvesWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    books: Nested[AsyncShelvesBooksWithRawResponse] = Nested(".books", "AsyncShelvesBooksWithRawResponse")
