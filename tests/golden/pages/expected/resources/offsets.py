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
    from ..components.record import RecordResponse
    from ..offsets_list import OffsetsListResponse


LIST = Operation(
    name="offsets.list",
    method="GET",
    path="/offsets",
    answer="OffsetsListResponse",
    query={"offset": "offset", "limit": "limit"},
    body=False,
    pages=("offset", "offset", "limit", ""),
)


class Offsets(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> OffsetsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return OffsetsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> OffsetsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return OffsetsWithRawResponse(self._client, unread=True)

    def list(
        self, *, offset: int | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> SyncPage[RecordResponse]:
        """Offsets."""
        return paged(self._client, LIST, {}, None, {"offset": offset, "limit": limit, **options})


class OffsetsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def list(
        self, *, offset: int | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[OffsetsListResponse]:
        """As `Offsets.list`."""
        return self._run(LIST, {}, None, {"offset": offset, "limit": limit, **options})


class AsyncOffsets(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncOffsetsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncOffsetsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncOffsetsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncOffsetsWithRawResponse(self._client, unread=True)

    def list(
        self, *, offset: int | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncPages[RecordResponse]:
        """As `Offsets.list`."""
        return paged_async(self._client, LIST, {}, None, {"offset": offset, "limit": limit, **options})


class AsyncOffsetsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def list(
        self, *, offset: int | None = None, limit: int | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[OffsetsListResponse]:
        """As `Offsets.list`."""
        return self._run(LIST, {}, None, {"offset": offset, "limit": limit, **options})
