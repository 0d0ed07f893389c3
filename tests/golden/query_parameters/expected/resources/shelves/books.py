"""Library."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal, Unpack

    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...shelves_books_list import ShelvesBooksListResponse


LIST = Operation(
    name="shelves.books.list",
    method="GET",
    path="/shelves/{shelf}/books",
    answer="ShelvesBooksListResponse",
    query={
        "shelf_": "shelf",
        "order_by": "order-by",
        "timeout_": "timeout",
        "limit": "limit",
        "lent": "lent",
        "tags": "tags",
        "since": "since",
        "filter": "filter",
    },
    headers={"x_trace": "X-Trace"},
    styles={"filter": "form exploded"},
    body=False,
)


class ShelvesBooks(Resource):
    """Library, for threads."""

    @cached_property
    def with_raw_response(self) -> ShelvesBooksWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShelvesBooksWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShelvesBooksWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShelvesBooksWithRawResponse(self._client, unread=True)

    def list(
        self,
        shelf: str,
        *,
        shelf_: str | None = None,
        order_by: Literal["title", 'the "year"'],
        timeout_: float | None = None,
        limit: int | None = None,
        lent: bool | None = None,
        tags: Sequence[str] | None = None,
        since: int | str | None = None,
        filter: Mapping[str, object] | None = None,
        x_trace: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ShelvesBooksListResponse:
        """List the books of a shelf.

        `shelf_`: A second shelf.

        `timeout_`: Seconds. \"\"\" ends nothing.
        """
        answer: ShelvesBooksListResponse = self._run(
            LIST,
            {"shelf": shelf},
            None,
            {
                "shelf_": shelf_,
                "order_by": order_by,
                "timeout_": timeout_,
                "limit": limit,
                "lent": lent,
                "tags": tags,
                "since": since,
                "filter": filter,
                "x_trace": x_trace,
                **options,
            },
        )
        return answer


class ShelvesBooksWithRawResponse(RawResource):
    """Library, for threads, giving HTTP responses."""

    def list(
        self,
        shelf: str,
        *,
        shelf_: str | None = None,
        order_by: Literal["title", 'the "year"'],
        timeout_: float | None = None,
        limit: int | None = None,
        lent: bool | None = None,
        tags: Sequence[str] | None = None,
        since: int | str | None = None,
        filter: Mapping[str, object] | None = None,
        x_trace: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RawResponse[ShelvesBooksListResponse]:
        """As `ShelvesBooks.list`."""
        return self._run(
            LIST,
            {"shelf": shelf},
            None,
            {
                "shelf_": shelf_,
                "order_by": order_by,
                "timeout_": timeout_,
                "limit": limit,
                "lent": lent,
                "tags": tags,
                "since": since,
                "filter": filter,
                "x_trace": x_trace,
                **options,
            },
        )


class AsyncShelvesBooks(AsyncResource):
    """Library, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShelvesBooksWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShelvesBooksWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShelvesBooksWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShelvesBooksWithRawResponse(self._client, unread=True)

    async def list(
        self,
        shelf: str,
        *,
        shelf_: str | None = None,
        order_by: Literal["title", 'the "year"'],
        timeout_: float | None = None,
        limit: int | None = None,
        lent: bool | None = None,
        tags: Sequence[str] | None = None,
        since: int | str | None = None,
        filter: Mapping[str, object] | None = None,
        x_trace: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ShelvesBooksListResponse:
        """As `ShelvesBooks.list`."""
        answer: ShelvesBooksListResponse = await self._run(
            LIST,
            {"shelf": shelf},
            None,
            {
                "shelf_": shelf_,
                "order_by": order_by,
                "timeout_": timeout_,
                "limit": limit,
                "lent": lent,
                "tags": tags,
                "since": since,
                "filter": filter,
                "x_trace": x_trace,
                **options,
            },
        )
        return answer


class AsyncShelvesBooksWithRawResponse(AsyncRawResource):
    """Library, for asyncio and trio, giving HTTP responses."""

    def list(
        self,
        shelf: str,
        *,
        shelf_: str | None = None,
        order_by: Literal["title", 'the "year"'],
        timeout_: float | None = None,
        limit: int | None = None,
        lent: bool | None = None,
        tags: Sequence[str] | None = None,
        since: int | str | None = None,
        filter: Mapping[str, object] | None = None,
        x_trace: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[ShelvesBooksListResponse]:
        """As `ShelvesBooks.list`."""
        return self._run(
            LIST,
            {"shelf": shelf},
            None,
            {
                "shelf_": shelf_,
                "order_by": order_by,
                "timeout_": timeout_,
                "limit": limit,
                "lent": lent,
                "tags": tags,
                "since": since,
                "filter": filter,
                "x_trace": x_trace,
                **options,
            },
        )
