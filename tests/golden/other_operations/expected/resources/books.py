"""Books."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from .._runtime.models import Params, R
    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..books_search import BooksSearchResponse
    from ..keywords.books_search import BooksSearchKeywords


SEARCH = Operation(
    name="books.search",
    method="POST",
    path="/books/search",
    variants="BOOKS_SEARCH",
)

NOTE = Operation(
    name="books.note",
    method="POST",
    path="/books/note/{book_id}",
    optional_body=True,
)


class Books(Resource):
    """Books, for threads."""

    @cached_property
    def with_raw_response(self) -> BooksWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return BooksWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> BooksWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return BooksWithRawResponse(self._client, unread=True)

    @overload
    def search(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def search(self, params: None = None, **fields: Unpack[BooksSearchKeywords]) -> BooksSearchResponse: ...
    def search(self, params: object = None, **fields: object) -> object:
        """Search the shelves.

        Takes an instance of `BooksSearchParams`, or its fields by keyword, and options of the
        call.
        """
        return self._run(SEARCH, {}, params, fields)

    def note(self, book_id: str, params: Mapping[str, object] | bytes | None = None, **fields: object) -> object:
        """Note something.

        `params` is a mapping, sent as JSON, or bytes. Keywords do as well; `body` alone is all
        of it. The answer is what the service sent, decoded.
        """
        answer: object = self._run(NOTE, {"book_id": book_id}, params, {**fields})
        return answer


class BooksWithRawResponse(RawResource):
    """Books, for threads, giving HTTP responses."""

    @overload
    def search(self, params: Params[R], **options: Unpack[RequestOptions]) -> RawResponse[R]: ...
    @overload
    def search(
        self, params: None = None, **fields: Unpack[BooksSearchKeywords]
    ) -> RawResponse[BooksSearchResponse]: ...
    def search(self, params: object = None, **fields: object) -> object:
        """As `Books.search`."""
        return self._run(SEARCH, {}, params, fields)

    def note(
        self, book_id: str, params: Mapping[str, object] | bytes | None = None, **fields: object
    ) -> RawResponse[object]:
        """As `Books.note`."""
        return self._run(NOTE, {"book_id": book_id}, params, {**fields})


class AsyncBooks(AsyncResource):
    """Books, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncBooksWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncBooksWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncBooksWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncBooksWithRawResponse(self._client, unread=True)

    @overload
    async def search(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    async def search(self, params: None = None, **fields: Unpack[BooksSearchKeywords]) -> BooksSearchResponse: ...
    async def search(self, params: object = None, **fields: object) -> object:
        """As `Books.search`."""
        return await self._run(SEARCH, {}, params, fields)

    async def note(self, book_id: str, params: Mapping[str, object] | bytes | None = None, **fields: object) -> object:
        """As `Books.note`."""
        answer: object = await self._run(NOTE, {"book_id": book_id}, params, {**fields})
        return answer


class AsyncBooksWithRawResponse(AsyncRawResource):
    """Books, for asyncio and trio, giving HTTP responses."""

    @overload
    def search(self, params: Params[R], **options: Unpack[RequestOptions]) -> AsyncRawResponse[R]: ...
    @overload
    def search(
        self, params: None = None, **fields: Unpack[BooksSearchKeywords]
    ) -> AsyncRawResponse[BooksSearchResponse]: ...
    def search(self, params: object = None, **fields: object) -> object:
        """As `Books.search`."""
        return self._run(SEARCH, {}, params, fields)

    def note(
        self, book_id: str, params: Mapping[str, object] | bytes | None = None, **fields: object
    ) -> AsyncRawResponse[object]:
        """As `Books.note`."""
        return self._run(NOTE, {"book_id": book_id}, params, {**fields})
