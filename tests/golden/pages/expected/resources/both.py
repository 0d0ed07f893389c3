"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.pages import paged, paged_async
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import RequestOptions
    from .._runtime.pages import AsyncPages, SyncPage
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..both_list import BothListResponse
    from ..components.record import RecordResponse


LIST = Operation(
    name="both.list",
    method="GET",
    path="/both",
    answer="BothListResponse",
    query={"cursor": "cursor", "limit": "limit"},
    body=False,
    pages=("cursor", "cursor", "limit", "class_"),
)


class Both(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> BothWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return BothWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> BothWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return BothWithRawResponse(self._client, unread=True)

    def list(
        self, *, cursor: str | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> SyncPage[RecordResponse]:
        """Cursors before and after, items in the result."""
        return paged(self._client, LIST, {}, None, {"cursor": cursor, "limit": limit, **options})


class BothWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def list(
        self, *, cursor: str | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[BothListResponse]:
        """As `Both.list`."""
        return self._run(LIST, {}, None, {"cursor": cursor, "limit": limit, **options})


class AsyncBoth(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncBothWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncBothWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncBothWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncBothWithRawResponse(self._client, unread=True)

    def list(
        self, *, cursor: str | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncPages[RecordResponse]:
        """As `Both.list`."""
        return paged_async(self._client, LIST, {}, None, {"cursor": cursor, "limit": limit, **options})


class AsyncBothWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def list(
        self, *, cursor: str | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[BothListResponse]:
        """As `Both.list`."""
        return self._run(LIST, {}, None, {"cursor": cursor, "limit": limit, **options})
