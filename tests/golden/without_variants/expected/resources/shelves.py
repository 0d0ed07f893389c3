"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..shelves_get_books import ShelvesGetBooksResponse


GET_BOOKS = Operation(
    name="shelves.get_books",
    method="GET",
    path="/shelves/{shelf}/books/{book}",
    answer="ShelvesGetBooksResponse",
    query={"filter": "filter"},
    styles={"filter": "application/json"},
    body=False,
)

DELETE_BOOKS = Operation(
    name="shelves.delete_books",
    method="DELETE",
    path="/shelves/{shelf}/books/{book}",
    body=False,
    empty=True,
)


class Shelves(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShelvesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShelvesWithRawResponse(self._client, unread=True)

    def get_books(
        self, shelf: str, book: str, *, filter: str | None = None, **options: Unpack[RequestOptions]
    ) -> ShelvesGetBooksResponse:
        """Find a book."""
        answer: ShelvesGetBooksResponse = self._run(
            GET_BOOKS, {"shelf": shelf, "book": book}, None, {"filter": filter, **options}
        )
        return answer

    def delete_books(self, shelf: str, book: str, **options: Unpack[RequestOptions]) -> None:
        """Drop a book."""
        answer: None = self._run(DELETE_BOOKS, {"shelf": shelf, "book": book}, None, {**options})
        return answer


class ShelvesWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def get_books(
        self, shelf: str, book: str, *, filter: str | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[ShelvesGetBooksResponse]:
        """As `Shelves.get_books`."""
        return self._run(GET_BOOKS, {"shelf": shelf, "book": book}, None, {"filter": filter, **options})

    def delete_books(self, shelf: str, book: str, **options: Unpack[RequestOptions]) -> RawResponse[None]:
        """As `Shelves.delete_books`."""
        return self._run(DELETE_BOOKS, {"shelf": shelf, "book": book}, None, {**options})


class AsyncShelves(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShelvesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShelvesWithRawResponse(self._client, unread=True)

    async def get_books(
        self, shelf: str, book: str, *, filter: str | None = None, **options: Unpack[RequestOptions]
    ) -> ShelvesGetBooksResponse:
        """As `Shelves.get_books`."""
        answer: ShelvesGetBooksResponse = await self._run(
            GET_BOOKS, {"shelf": shelf, "book": book}, None, {"filter": filter, **options}
        )
        return answer

    async def delete_books(self, shelf: str, book: str, **options: Unpack[RequestOptions]) -> None:
        """As `Shelves.delete_books`."""
        answer: None = await self._run(DELETE_BOOKS, {"shelf": shelf, "book": book}, None, {**options})
        return answer


class AsyncShelvesWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def get_books(
        self, shelf: str, book: str, *, filter: str | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[ShelvesGetBooksResponse]:
        """As `Shelves.get_books`."""
        return self._run(GET_BOOKS, {"shelf": shelf, "book": book}, None, {"filter": filter, **options})

    def delete_books(self, shelf: str, book: str, **options: Unpack[RequestOptions]) -> AsyncRawResponse[None]:
        """As `Shelves.delete_books`."""
        return self._run(DELETE_BOOKS, {"shelf": shelf, "book": book}, None, {**options})
