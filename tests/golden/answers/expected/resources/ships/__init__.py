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
    from .bare import AsyncShipsBare, AsyncShipsBareWithRawResponse, ShipsBare, ShipsBareWithRawResponse
    from .crew import AsyncShipsCrew, AsyncShipsCrewWithRawResponse, ShipsCrew, ShipsCrewWithRawResponse
    from .either import AsyncShipsEither, AsyncShipsEitherWithRawResponse, ShipsEither, ShipsEitherWithRawResponse
    from .kinds import AsyncShipsKinds, AsyncShipsKindsWithRawResponse, ShipsKinds, ShipsKindsWithRawResponse
    from .log import AsyncShipsLog, AsyncShipsLogWithRawResponse, ShipsLog, ShipsLogWithRawResponse
    from .odd import AsyncShipsOdd, AsyncShipsOddWithRawResponse, ShipsOdd, ShipsOddWithRawResponse
    from .photo import AsyncShipsPhoto, AsyncShipsPhotoWithRawResponse, ShipsPhoto, ShipsPhotoWithRawResponse
    from .resultless import (
        AsyncShipsResultless,
        AsyncShipsResultlessWithRawResponse,
        ShipsResultless,
        ShipsResultlessWithRawResponse,
    )


EMPTY = Operation(
    name="ships.empty",
    method="POST",
    path="/ships/empty",
    body=False,
    empty=True,
)


class Ships(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsWithRawResponse(self._client, unread=True)

    def empty(self, **options: Unpack[RequestOptions]) -> None:
        """Nothing."""
        answer: None = self._run(EMPTY, {}, None, {**options})
        return answer

    @cached_property
    def bare(self) -> ShipsBare:
        """The API."""
        from .bare import ShipsBare

        return ShipsBare(self._client)

    @cached_property
    def crew(self) -> ShipsCrew:
        """The API."""
        from .crew import ShipsCrew

        return ShipsCrew(self._client)

    @cached_property
    def either(self) -> ShipsEither:
        """The API."""
        from .either import ShipsEither

        return ShipsEither(self._client)

    @cached_property
    def kinds(self) -> ShipsKinds:
        """The API."""
        from .kinds import ShipsKinds

        return ShipsKinds(self._client)

    @cached_property
    def log(self) -> ShipsLog:
        """The API."""
        from .log import ShipsLog

        return ShipsLog(self._client)

    @cached_property
    def odd(self) -> ShipsOdd:
        """The API."""
        from .odd import ShipsOdd

        return ShipsOdd(self._client)

    @cached_property
    def photo(self) -> ShipsPhoto:
        """The API."""
        from .photo import ShipsPhoto

        return ShipsPhoto(self._client)

    @cached_property
    def resultless(self) -> ShipsResultless:
        """The API."""
        from .resultless import ShipsResultless

        return ShipsResultless(self._client)


class ShipsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def empty(self, **options: Unpack[RequestOptions]) -> RawResponse[None]:
        """As `Ships.empty`."""
        return self._run(EMPTY, {}, None, {**options})

    @cached_property
    def bare(self) -> ShipsBareWithRawResponse:
        """The API."""
        from .bare import ShipsBareWithRawResponse

        return ShipsBareWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def crew(self) -> ShipsCrewWithRawResponse:
        """The API."""
        from .crew import ShipsCrewWithRawResponse

        return ShipsCrewWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def either(self) -> ShipsEitherWithRawResponse:
        """The API."""
        from .either import ShipsEitherWithRawResponse

        return ShipsEitherWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def kinds(self) -> ShipsKindsWithRawResponse:
        """The API."""
        from .kinds import ShipsKindsWithRawResponse

        return ShipsKindsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def log(self) -> ShipsLogWithRawResponse:
        """The API."""
        from .log import ShipsLogWithRawResponse

        return ShipsLogWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def odd(self) -> ShipsOddWithRawResponse:
        """The API."""
        from .odd import ShipsOddWithRawResponse

        return ShipsOddWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def photo(self) -> ShipsPhotoWithRawResponse:
        """The API."""
        from .photo import ShipsPhotoWithRawResponse

        return ShipsPhotoWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def resultless(self) -> ShipsResultlessWithRawResponse:
        """The API."""
        from .resultless import ShipsResultlessWithRawResponse

        return ShipsResultlessWithRawResponse(self._client, unread=self._unread)


class AsyncShips(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsWithRawResponse(self._client, unread=True)

    async def empty(self, **options: Unpack[RequestOptions]) -> None:
        """As `Ships.empty`."""
        answer: None = await self._run(EMPTY, {}, None, {**options})
        return answer

    @cached_property
    def bare(self) -> AsyncShipsBare:
        """The API."""
        from .bare import AsyncShipsBare

        return AsyncShipsBare(self._client)

    @cached_property
    def crew(self) -> AsyncShipsCrew:
        """The API."""
        from .crew import AsyncShipsCrew

        return AsyncShipsCrew(self._client)

    @cached_property
    def either(self) -> AsyncShipsEither:
        """The API."""
        from .either import AsyncShipsEither

        return AsyncShipsEither(self._client)

    @cached_property
    def kinds(self) -> AsyncShipsKinds:
        """The API."""
        from .kinds import AsyncShipsKinds

        return AsyncShipsKinds(self._client)

    @cached_property
    def log(self) -> AsyncShipsLog:
        """The API."""
        from .log import AsyncShipsLog

        return AsyncShipsLog(self._client)

    @cached_property
    def odd(self) -> AsyncShipsOdd:
        """The API."""
        from .odd import AsyncShipsOdd

        return AsyncShipsOdd(self._client)

    @cached_property
    def photo(self) -> AsyncShipsPhoto:
        """The API."""
        from .photo import AsyncShipsPhoto

        return AsyncShipsPhoto(self._client)

    @cached_property
    def resultless(self) -> AsyncShipsResultless:
        """The API."""
        from .resultless import AsyncShipsResultless

        return AsyncShipsResultless(self._client)


class AsyncShipsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def empty(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[None]:
        """As `Ships.empty`."""
        return self._run(EMPTY, {}, None, {**options})

    @cached_property
    def bare(self) -> AsyncShipsBareWithRawResponse:
        """The API."""
        from .bare import AsyncShipsBareWithRawResponse

        return AsyncShipsBareWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def crew(self) -> AsyncShipsCrewWithRawResponse:
        """The API."""
        from .crew import AsyncShipsCrewWithRawResponse

        return AsyncShipsCrewWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def either(self) -> AsyncShipsEitherWithRawResponse:
        """The API."""
        from .either import AsyncShipsEitherWithRawResponse

        return AsyncShipsEitherWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def kinds(self) -> AsyncShipsKindsWithRawResponse:
        """The API."""
        from .kinds import AsyncShipsKindsWithRawResponse

        return AsyncShipsKindsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def log(self) -> AsyncShipsLogWithRawResponse:
        """The API."""
        from .log import AsyncShipsLogWithRawResponse

        return AsyncShipsLogWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def odd(self) -> AsyncShipsOddWithRawResponse:
        """The API."""
        from .odd import AsyncShipsOddWithRawResponse

        return AsyncShipsOddWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def photo(self) -> AsyncShipsPhotoWithRawResponse:
        """The API."""
        from .photo import AsyncShipsPhotoWithRawResponse

        return AsyncShipsPhotoWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def resultless(self) -> AsyncShipsResultlessWithRawResponse:
        """The API."""
        from .resultless import AsyncShipsResultlessWithRawResponse

        return AsyncShipsResultlessWithRawResponse(self._client, unread=self._unread)
