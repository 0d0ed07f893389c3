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
    name="ships.odd.get",
    method="GET",
    path="/ships/odd",
    answer="BinaryResponse",
    files=("*",),
    body=False,
)


class ShipsOdd(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsOddWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsOddWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsOddWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsOddWithRawResponse(self._client, unread=True)

    def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Whatever."""
        answer: BinaryResponse = self._run(GET, {}, None, {**options})
        return answer


class ShipsOddWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> RawResponse[BinaryResponse]:
        """As `ShipsOdd.get`."""
        return self._run(GET, {}, None, {**options})


class AsyncShipsOdd(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsOddWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsOddWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsOddWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsOddWithRawResponse(self._client, unread=True)

    async def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """As `ShipsOdd.get`."""
        answer: BinaryResponse = await self._run(GET, {}, None, {**options})
        return answer


class AsyncShipsOddWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[BinaryResponse]:
        """As `ShipsOdd.get`."""
        return self._run(GET, {}, None, {**options})
