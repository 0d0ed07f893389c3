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
    from ...ships_bare_get import ShipsBareGetResponse


GET = Operation(
    name="ships.bare.get",
    method="GET",
    path="/ships/bare",
    answer="ShipsBareGetResponse",
    body=False,
    bare=True,
)


class ShipsBare(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsBareWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsBareWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsBareWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsBareWithRawResponse(self._client, unread=True)

    def get(self, **options: Unpack[RequestOptions]) -> ShipsBareGetResponse:
        """No envelope."""
        answer: ShipsBareGetResponse = self._run(GET, {}, None, {**options})
        return answer


class ShipsBareWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsBareGetResponse]:
        """As `ShipsBare.get`."""
        return self._run(GET, {}, None, {**options})


class AsyncShipsBare(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsBareWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsBareWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsBareWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsBareWithRawResponse(self._client, unread=True)

    async def get(self, **options: Unpack[RequestOptions]) -> ShipsBareGetResponse:
        """As `ShipsBare.get`."""
        answer: ShipsBareGetResponse = await self._run(GET, {}, None, {**options})
        return answer


class AsyncShipsBareWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsBareGetResponse]:
        """As `ShipsBare.get`."""
        return self._run(GET, {}, None, {**options})
