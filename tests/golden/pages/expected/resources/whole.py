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
    from ..whole_list import WholeListResponse


LIST = Operation(
    name="whole.list",
    method="GET",
    path="/whole",
    answer="WholeListResponse",
    query={"order": "order"},
    body=False,
)


class Whole(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> WholeWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return WholeWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> WholeWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return WholeWithRawResponse(self._client, unread=True)

    def list(self, *, order: str | None = None, **options: Unpack[RequestOptions]) -> WholeListResponse:
        """No pages.

        Deprecated. Use numbered \\ \"\"\" instead. It ends on 2027-01-31.

        The token needs one of: Archive Write, Archive Read.

        Permissions: #archive:read.

        Plans: business, enterprise.
        """
        answer: WholeListResponse = self._run(LIST, {}, None, {"order": order, **options})
        return answer


class WholeWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def list(self, *, order: str | None = None, **options: Unpack[RequestOptions]) -> RawResponse[WholeListResponse]:
        """As `Whole.list`."""
        return self._run(LIST, {}, None, {"order": order, **options})


class AsyncWhole(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncWholeWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncWholeWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncWholeWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncWholeWithRawResponse(self._client, unread=True)

    async def list(self, *, order: str | None = None, **options: Unpack[RequestOptions]) -> WholeListResponse:
        """As `Whole.list`."""
        answer: WholeListResponse = await self._run(LIST, {}, None, {"order": order, **options})
        return answer


class AsyncWholeWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def list(
        self, *, order: str | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[WholeListResponse]:
        """As `Whole.list`."""
        return self._run(LIST, {}, None, {"order": order, **options})
