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
    from ...ships_either_get import ShipsEitherGetResponse


GET = Operation(
    name="ships.either.get",
    method="GET",
    path="/ships/either",
    answer="ShipsEitherGetResponse",
    body=False,
    empty=True,
)


class ShipsEither(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsEitherWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsEitherWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsEitherWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsEitherWithRawResponse(self._client, unread=True)

    def get(self, **options: Unpack[RequestOptions]) -> ShipsEitherGetResponse | None:
        """One of two statuses."""
        answer: ShipsEitherGetResponse | None = self._run(GET, {}, None, {**options})
        return answer


class ShipsEitherWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsEitherGetResponse | None]:
        """As `ShipsEither.get`."""
        return self._run(GET, {}, None, {**options})


class AsyncShipsEither(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsEitherWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsEitherWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsEitherWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsEitherWithRawResponse(self._client, unread=True)

    async def get(self, **options: Unpack[RequestOptions]) -> ShipsEitherGetResponse | None:
        """As `ShipsEither.get`."""
        answer: ShipsEitherGetResponse | None = await self._run(GET, {}, None, {**options})
        return answer


class AsyncShipsEitherWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsEitherGetResponse | None]:
        """As `ShipsEither.get`."""
        return self._run(GET, {}, None, {**options})
