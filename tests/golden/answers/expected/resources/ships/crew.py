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
    from ...ships_crew_list import ShipsCrewListResponse


LIST = Operation(
    name="ships.crew.list",
    method="GET",
    path="/ships/crew",
    answer="ShipsCrewListResponse",
    body=False,
    bare=True,
)


class ShipsCrew(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsCrewWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsCrewWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsCrewWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsCrewWithRawResponse(self._client, unread=True)

    def list(self, **options: Unpack[RequestOptions]) -> ShipsCrewListResponse:
        """A list without an envelope."""
        answer: ShipsCrewListResponse = self._run(LIST, {}, None, {**options})
        return answer


class ShipsCrewWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def list(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsCrewListResponse]:
        """As `ShipsCrew.list`."""
        return self._run(LIST, {}, None, {**options})


class AsyncShipsCrew(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsCrewWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsCrewWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsCrewWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsCrewWithRawResponse(self._client, unread=True)

    async def list(self, **options: Unpack[RequestOptions]) -> ShipsCrewListResponse:
        """As `ShipsCrew.list`."""
        answer: ShipsCrewListResponse = await self._run(LIST, {}, None, {**options})
        return answer


class AsyncShipsCrewWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def list(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsCrewListResponse]:
        """As `ShipsCrew.list`."""
        return self._run(LIST, {}, None, {**options})
