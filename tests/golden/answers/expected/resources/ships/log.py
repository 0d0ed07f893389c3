"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.binary import BinaryResponse
    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse


GET = Operation(
    name="ships.log.get",
    method="GET",
    path="/ships/log",
    answer="BinaryResponse",
    files=("text/plain",),
    body=False,
)


class ShipsLog(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsLogWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsLogWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsLogWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsLogWithRawResponse(self._client, unread=True)

    def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Text."""
        answer: BinaryResponse = self._run(GET, {}, None, {**options})
        return answer


class ShipsLogWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> RawResponse[BinaryResponse]:
        """As `ShipsLog.get`."""
        return self._run(GET, {}, None, {**options})


class AsyncShipsLog(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsLogWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsLogWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsLogWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsLogWithRawResponse(self._client, unread=True)

    async def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """As `ShipsLog.get`."""
        answer: BinaryResponse = await self._run(GET, {}, None, {**options})
        return answer


class AsyncShipsLogWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[BinaryResponse]:
        """As `ShipsLog.get`."""
        return self._run(GET, {}, None, {**options})
