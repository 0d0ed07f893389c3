"""Books."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final, Unpack

    from .._runtime.models import Params, R
    from .._runtime.options import RequestOptions
    from ..books_search import BooksSearchResponse
    from ..keywords.books import BooksSearchKeywords


SEARCH = Operation("books.search", "POST /books/search", variants="BOOKS_SEARCH")
NOTE = Operation("books.note", "POST /books/note/{book_id}", body=True, optional_body=True)


class Books(Resource["BooksWithRawResponse"]):
    """Books, for threads."""

    @overload
    def search(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def search(self, params: None = None, **fields: Unpack[BooksSearchKeywords]) -> BooksSearchResponse: ...
    def search(self, params: object = None, **fields: object) -> object:
        """Search the shelves."""
        return self._run(SEARCH, {}, params, fields)

    def note(self, /, book_id: str, params: Mapping[str, object] | bytes | None = None, **fields: object) -> object:
        """Note something.

        `params` is a mapping, sent as JSON, or bytes. You can pass keywords instead; `body` alone is the whole body.
        The answer is what the service sent, decoded.
        """
        return self._run(NOTE, {"book_id": book_id}, params, fields)


class BooksWithRawResponse(RawResource):
    """Books, for threads, giving HTTP responses."""

    search: Final = as_raw(Books.search)
    note: Final = as_raw(Books.note)


class AsyncBooks(AsyncResource["AsyncBooksWithRawResponse"]):
    """Books, for asyncio and trio."""

    search: Final = as_async(Books.search)
    note: Final = as_async(Books.note)


class AsyncBooksWithRawResponse(RawResource):
    """Books, for asyncio and trio, giving HTTP responses."""

    search: Final = as_async_raw(Books.search)
    note: Final = as_async_raw(Books.note)
