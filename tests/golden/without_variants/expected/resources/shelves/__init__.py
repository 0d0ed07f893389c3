"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.resources import AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from . import books as _books


class Shelves(Resource["ShelvesWithRawResponse"]):
    """The API, for threads."""

    books: Nested[_books.ShelvesBooks] = Nested()
    """The API."""


class ShelvesWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    books: Nested[_books.ShelvesBooksWithRawResponse] = Nested()


class AsyncShelves(AsyncResource["AsyncShelvesWithRawResponse"]):
    """The API, for asyncio and trio."""

    books: Nested[_books.AsyncShelvesBooks] = Nested()


class AsyncShelvesWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    books: Nested[_books.AsyncShelvesBooksWithRawResponse] = Nested()
