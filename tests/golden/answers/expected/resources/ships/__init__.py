"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from . import bare as _bare
    from . import crew as _crew
    from . import either as _either
    from . import kinds as _kinds
    from . import log as _log
    from . import odd as _odd
    from . import photo as _photo
    from . import resultless as _resultless


EMPTY = Operation("ships.empty", "POST /ships/empty", empty=True)


class Ships(Resource["ShipsWithRawResponse"]):
    """The API, for threads."""

    bare: Nested[_bare.ShipsBare] = Nested()
    """The API."""
    crew: Nested[_crew.ShipsCrew] = Nested()
    """The API."""
    either: Nested[_either.ShipsEither] = Nested()
    """The API."""
    kinds: Nested[_kinds.ShipsKinds] = Nested()
    """The API."""
    log: Nested[_log.ShipsLog] = Nested()
    """The API."""
    odd: Nested[_odd.ShipsOdd] = Nested()
    """The API."""
    photo: Nested[_photo.ShipsPhoto] = Nested()
    """The API."""
    resultless: Nested[_resultless.ShipsResultless] = Nested()
    """The API."""

    def empty(self, **options: Unpack[RequestOptions]) -> None:
        """Nothing."""
        answer: None = self._run(EMPTY, {}, None, options)
        return answer


class ShipsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    bare: Nested[_bare.ShipsBareWithRawResponse] = Nested()
    crew: Nested[_crew.ShipsCrewWithRawResponse] = Nested()
    either: Nested[_either.ShipsEitherWithRawResponse] = Nested()
    kinds: Nested[_kinds.ShipsKindsWithRawResponse] = Nested()
    log: Nested[_log.ShipsLogWithRawResponse] = Nested()
    odd: Nested[_odd.ShipsOddWithRawResponse] = Nested()
    photo: Nested[_photo.ShipsPhotoWithRawResponse] = Nested()
    resultless: Nested[_resultless.ShipsResultlessWithRawResponse] = Nested()
    empty: Final = as_raw(Ships.empty)


class AsyncShips(AsyncResource["AsyncShipsWithRawResponse"]):
    """The API, for asyncio and trio."""

    bare: Nested[_bare.AsyncShipsBare] = Nested()
    crew: Nested[_crew.AsyncShipsCrew] = Nested()
    either: Nested[_either.AsyncShipsEither] = Nested()
    kinds: Nested[_kinds.AsyncShipsKinds] = Nested()
    log: Nested[_log.AsyncShipsLog] = Nested()
    odd: Nested[_odd.AsyncShipsOdd] = Nested()
    photo: Nested[_photo.AsyncShipsPhoto] = Nested()
    resultless: Nested[_resultless.AsyncShipsResultless] = Nested()
    empty: Final = as_async(Ships.empty)


class AsyncShipsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    bare: Nested[_bare.AsyncShipsBareWithRawResponse] = Nested()
    crew: Nested[_crew.AsyncShipsCrewWithRawResponse] = Nested()
    either: Nested[_either.AsyncShipsEitherWithRawResponse] = Nested()
    kinds: Nested[_kinds.AsyncShipsKindsWithRawResponse] = Nested()
    log: Nested[_log.AsyncShipsLogWithRawResponse] = Nested()
    odd: Nested[_odd.AsyncShipsOddWithRawResponse] = Nested()
    photo: Nested[_photo.AsyncShipsPhotoWithRawResponse] = Nested()
    resultless: Nested[_resultless.AsyncShipsResultlessWithRawResponse] = Nested()
    empty: Final = as_async_raw(Ships.empty)
