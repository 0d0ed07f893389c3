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
    from ...ships_kinds_get import ShipsKindsGetResponse


GET = Operation(
    name="ships.kinds.get",
    method="GET",
    path="/ships/kinds",
    answer="ShipsKindsGetResponse",
    body=False,
)


class ShipsKinds(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsKindsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsKindsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsKindsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsKindsWithRawResponse(self._client, unread=True)

    def get(self, **options: Unpack[RequestOptions]) -> ShipsKindsGetResponse:
        """A union of envelopes, by a discriminator."""
        answer: ShipsKindsGetResponse = self._run(GET, {}, None, {**options})
        return answer


class ShipsKindsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsKindsGetResponse]:
        """As `ShipsKinds.get`."""
        return self._run(GET, {}, None, {**options})


class AsyncShipsKinds(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsKindsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsKindsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsKindsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsKindsWithRawResponse(self._client, unread=True)

    async def get(self, **options: Unpack[RequestOptions]) -> ShipsKindsGetResponse:
        """As `ShipsKinds.get`."""
        answer: ShipsKindsGetResponse = await self._run(GET, {}, None, {**options})
        return answer


class AsyncShipsKindsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsKindsGetResponse]:
        """As `ShipsKinds.get`."""
        return self._run(GET, {}, None, {**options})
