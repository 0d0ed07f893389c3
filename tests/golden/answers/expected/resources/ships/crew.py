"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...ships_crew import ShipsCrewListResponse


LIST = Operation("ships.crew.list", "GET /ships/crew", answer="ShipsCrewListResponse", bare=True)


class ShipsCrew(Resource["ShipsCrewWithRawResponse"]):
    """The API, for threads."""

    def list(self, **options: Unpack[RequestOptions]) -> ShipsCrewListResponse:
        """A list without an envelope."""
        return self._run(LIST, {}, None, options)


class ShipsCrewWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    list: Final = as_raw(ShipsCrew.list)


class AsyncShipsCrew(AsyncResource["AsyncShipsCrewWithRawResponse"]):
    """The API, for asyncio and trio."""

    list: Final = as_async(ShipsCrew.list)


class AsyncShipsCrewWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw(ShipsCrew.list)
