"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.resources import AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from . import books as _books


class Shelves(Resource["ShelvesWithRawResponse"]):
    """The API."""

    books: Nested[_books.ShelvesBooks] = Nested()
    """The API."""


class ShelvesWithRawResponse(RawResource):
    books: Nested[_books.ShelvesBooksWithRawResponse] = Nested()


class AsyncShelves(AsyncResource["AsyncShelvesWithRawResponse"]):
    books: Nested[_books.AsyncShelvesBooks] = Nested()


class AsyncShelvesWithRawResponse(RawResource):
    books: Nested[_books.AsyncShelvesBooksWithRawResponse] = Nested()
