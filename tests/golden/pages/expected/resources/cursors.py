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
    from ..cursors_list import CursorsListResponse


LIST = Operation(
    name="cursors.list",
    method="GET",
    path="/cursors",
    answer="CursorsListResponse",
    query={"cursor": "cursor", "limit": "limit"},
    body=False,
    pages=("cursor", "cursor", "limit", ""),
)


class Cursors(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> CursorsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return CursorsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> CursorsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return CursorsWithRawResponse(self._client, unread=True)

    def list(
        self, *, cursor: str | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> SyncPage[str]:
        """A cursor."""
        return paged(self._client, LIST, {}, None, {"cursor": cursor, "limit": limit, **options})


class CursorsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def list(
        self, *, cursor: str | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[CursorsListResponse]:
        """As `Cursors.list`."""
        return self._run(LIST, {}, None, {"cursor": cursor, "limit": limit, **options})


class AsyncCursors(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncCursorsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncCursorsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncCursorsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncCursorsWithRawResponse(self._client, unread=True)

    def list(
        self, *, cursor: str | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncPages[str]:
        """As `Cursors.list`."""
        return paged_async(self._client, LIST, {}, None, {"cursor": cursor, "limit": limit, **options})


class AsyncCursorsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def list(
        self, *, cursor: str | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[CursorsListResponse]:
        """As `Cursors.list`."""
        return self._run(LIST, {}, None, {"cursor": cursor, "limit": limit, **options})
