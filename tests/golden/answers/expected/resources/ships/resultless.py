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
    from ...ships_resultless_delete import ShipsResultlessDeleteResponse


DELETE = Operation(
    name="ships.resultless.delete",
    method="DELETE",
    path="/ships/resultless",
    answer="ShipsResultlessDeleteResponse",
    body=False,
    bare=True,
)


class ShipsResultless(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsResultlessWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsResultlessWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsResultlessWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsResultlessWithRawResponse(self._client, unread=True)

    def delete(self, **options: Unpack[RequestOptions]) -> ShipsResultlessDeleteResponse:
        """An envelope without a result."""
        answer: ShipsResultlessDeleteResponse = self._run(DELETE, {}, None, {**options})
        return answer


class ShipsResultlessWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def delete(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsResultlessDeleteResponse]:
        """As `ShipsResultless.delete`."""
        return self._run(DELETE, {}, None, {**options})


class AsyncShipsResultless(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsResultlessWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsResultlessWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsResultlessWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsResultlessWithRawResponse(self._client, unread=True)

    async def delete(self, **options: Unpack[RequestOptions]) -> ShipsResultlessDeleteResponse:
        """As `ShipsResultless.delete`."""
        answer: ShipsResultlessDeleteResponse = await self._run(DELETE, {}, None, {**options})
        return answer


class AsyncShipsResultlessWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def delete(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsResultlessDeleteResponse]:
        """As `ShipsResultless.delete`."""
        return self._run(DELETE, {}, None, {**options})
