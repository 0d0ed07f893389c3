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
    from ..numbered_list import NumberedListResponse


LIST = Operation(
    name="numbered.list",
    method="GET",
    path="/numbered",
    answer="NumberedListResponse",
    query={"page": "page", "per_page": "per_page", "order": "order"},
    body=False,
    pages=("page", "page", "per_page", ""),
)


class Numbered(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> NumberedWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return NumberedWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> NumberedWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return NumberedWithRawResponse(self._client, unread=True)

    def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        order: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> SyncPage[RecordResponse]:
        """Numbered pages."""
        return paged(self._client, LIST, {}, None, {"page": page, "per_page": per_page, "order": order, **options})


class NumberedWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        order: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RawResponse[NumberedListResponse]:
        """As `Numbered.list`."""
        return self._run(LIST, {}, None, {"page": page, "per_page": per_page, "order": order, **options})


class AsyncNumbered(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncNumberedWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncNumberedWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncNumberedWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncNumberedWithRawResponse(self._client, unread=True)

    def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        order: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[RecordResponse]:
        """As `Numbered.list`."""
        return paged_async(
            self._client, LIST, {}, None, {"page": page, "per_page": per_page, "order": order, **options}
        )


class AsyncNumberedWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        order: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[NumberedListResponse]:
        """As `Numbered.list`."""
        return self._run(LIST, {}, None, {"page": page, "per_page": per_page, "order": order, **options})
