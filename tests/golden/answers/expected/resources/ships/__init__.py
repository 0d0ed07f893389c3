"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource, as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
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


EMPTY = Operation("ships.empty", "POST", "/ships/empty", body=False, empty=True)


class Ships(Resource["ShipsWithRawResponse"]):
    """The API, for threads."""

    bare: Nested[ShipsBare] = Nested(".bare", "ShipsBare")
    """The API."""
    crew: Nested[ShipsCrew] = Nested(".crew", "ShipsCrew")
    """The API."""
    either: Nested[ShipsEither] = Nested(".either", "ShipsEither")
    """The API."""
    kinds: Nested[ShipsKinds] = Nested(".kinds", "ShipsKinds")
    """The API."""
    log: Nested[ShipsLog] = Nested(".log", "ShipsLog")
    """The API."""
    odd: Nested[ShipsOdd] = Nested(".odd", "ShipsOdd")
    """The API."""
    photo: Nested[ShipsPhoto] = Nested(".photo", "ShipsPhoto")
    """The API."""
    resultless: Nested[ShipsResultless] = Nested(".resultless", "ShipsResultless")
    """The API."""

    def empty(self, **options: Unpack[RequestOptions]) -> None:
        """Nothing."""
        answer: None = self._run(EMPTY, {}, None, options)
        return answer


class ShipsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    bare: Nested[ShipsBareWithRawResponse] = Nested(".bare", "ShipsBareWithRawResponse")
    crew: Nested[ShipsCrewWithRawResponse] = Nested(".crew", "ShipsCrewWithRawResponse")
    either: Nested[ShipsEitherWithRawResponse] = Nested(".either", "ShipsEitherWithRawResponse")
    kinds: Nested[ShipsKindsWithRawResponse] = Nested(".kinds", "ShipsKindsWithRawResponse")
    log: Nested[ShipsLogWithRawResponse] = Nested(".log", "ShipsLogWithRawResponse")
    odd: Nested[ShipsOddWithRawResponse] = Nested(".odd", "ShipsOddWithRawResponse")
    photo: Nested[ShipsPhotoWithRawResponse] = Nested(".photo", "ShipsPhotoWithRawResponse")
    resultless: Nested[ShipsResultlessWithRawResponse] = Nested(".resultless", "ShipsResultlessWithRawResponse")
    empty: Final = as_raw(Ships.empty)


class AsyncShips(AsyncResource["AsyncShipsWithRawResponse"]):
    """The API, for asyncio and trio."""

    bare: Nested[AsyncShipsBare] = Nested(".bare", "AsyncShipsBare")
    crew: Nested[AsyncShipsCrew] = Nested(".crew", "AsyncShipsCrew")
    either: Nested[AsyncShipsEither] = Nested(".either", "AsyncShipsEither")
    kinds: Nested[AsyncShipsKinds] = Nested(".kinds", "AsyncShipsKinds")
    log: Nested[AsyncShipsLog] = Nested(".log", "AsyncShipsLog")
    odd: Nested[AsyncShipsOdd] = Nested(".odd", "AsyncShipsOdd")
    photo: Nested[AsyncShipsPhoto] = Nested(".photo", "AsyncShipsPhoto")
    resultless: Nested[AsyncShipsResultless] = Nested(".resultless", "AsyncShipsResultless")
    empty: Final = as_async(Ships.empty)


class AsyncShipsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    bare: Nested[AsyncShipsBareWithRawResponse] = Nested(".bare", "AsyncShipsBareWithRawResponse")
    crew: Nested[AsyncShipsCrewWithRawResponse] = Nested(".crew", "AsyncShipsCrewWithRawResponse")
    either: Nested[AsyncShipsEitherWithRawResponse] = Nested(".either", "AsyncShipsEitherWithRawResponse")
    kinds: Nested[AsyncShipsKindsWithRawResponse] = Nested(".kinds", "AsyncShipsKindsWithRawResponse")
    log: Nested[AsyncShipsLogWithRawResponse] = Nested(".log", "AsyncShipsLogWithRawResponse")
    odd: Nested[AsyncShipsOddWithRawResponse] = Nested(".odd", "AsyncShipsOddWithRawResponse")
    photo: Nested[AsyncShipsPhotoWithRawResponse] = Nested(".photo", "AsyncShipsPhotoWithRawResponse")
    resultless: Nested[AsyncShipsResultlessWithRawResponse] = Nested(
        ".resultless", "AsyncShipsResultlessWithRawResponse"
    )
    empty: Final = as_async_raw(Ships.empty)
