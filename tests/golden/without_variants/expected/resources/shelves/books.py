"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...shelves_books_get import ShelvesBooksGetResponse


GET = Operation(
    name="shelves.books.get",
    method="GET",
    path="/shelves/{shelf}/books/{book}",
    answer="ShelvesBooksGetResponse",
    query={"filter": "filter"},
    styles={"filter": "application/json"},
    body=False,
)

DELETE = Operation(
    name="shelves.books.delete",
    method="DELETE",
    path="/shelves/{shelf}/books/{book}",
    body=False,
    empty=True,
)


class ShelvesBooks(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShelvesBooksWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShelvesBooksWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShelvesBooksWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShelvesBooksWithRawResponse(self._client, unread=True)

    def get(
        self, book: str, *, shelf: str, filter: str | None = None, **options: Unpack[RequestOptions]
    ) -> ShelvesBooksGetResponse:
        """Find a book."""
        answer: ShelvesBooksGetResponse = self._run(
            GET, {"shelf": shelf, "book": book}, None, {"filter": filter, **options}
        )
        return answer

    def delete(self, book: str, *, shelf: str, **options: Unpack[RequestOptions]) -> None:
        """Drop a book."""
        answer: None = self._run(DELETE, {"shelf": shelf, "book": book}, None, {**options})
        return answer


class ShelvesBooksWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def get(
        self, book: str, *, shelf: str, filter: str | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[ShelvesBooksGetResponse]:
        """As `ShelvesBooks.get`."""
        return self._run(GET, {"shelf": shelf, "book": book}, None, {"filter": filter, **options})

    def delete(self, book: str, *, shelf: str, **options: Unpack[RequestOptions]) -> RawResponse[None]:
        """As `ShelvesBooks.delete`."""
        return self._run(DELETE, {"shelf": shelf, "book": book}, None, {**options})


class AsyncShelvesBooks(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShelvesBooksWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShelvesBooksWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShelvesBooksWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShelvesBooksWithRawResponse(self._client, unread=True)

    async def get(
        self, book: str, *, shelf: str, filter: str | None = None, **options: Unpack[RequestOptions]
    ) -> ShelvesBooksGetResponse:
        """As `ShelvesBooks.get`."""
        answer: ShelvesBooksGetResponse = await self._run(
            GET, {"shelf": shelf, "book": book}, None, {"filter": filter, **options}
        )
        return answer

    async def delete(self, book: str, *, shelf: str, **options: Unpack[RequestOptions]) -> None:
        """As `ShelvesBooks.delete`."""
        answer: None = await self._run(DELETE, {"shelf": shelf, "book": book}, None, {**options})
        return answer


class AsyncShelvesBooksWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def get(
        self, book: str, *, shelf: str, filter: str | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[ShelvesBooksGetResponse]:
        """As `ShelvesBooks.get`."""
        return self._run(GET, {"shelf": shelf, "book": book}, None, {"filter": filter, **options})

    def delete(self, book: str, *, shelf: str, **options: Unpack[RequestOptions]) -> AsyncRawResponse[None]:
        """As `ShelvesBooks.delete`."""
        return self._run(DELETE, {"shelf": shelf, "book": book}, None, {**options})
