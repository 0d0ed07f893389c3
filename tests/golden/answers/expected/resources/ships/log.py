"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.binary import BinaryResponse
    from ..._runtime.options import RequestOptions


GET = Operation("ships.log.get", "GET /ships/log", answer="BinaryResponse", files=("text/plain",))


class ShipsLog(Resource["ShipsLogWithRawResponse"]):
    """The API, for threads."""

    def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Text."""
        return self._run(GET, {}, None, options)


class ShipsLogWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    get: Final = as_raw(ShipsLog.get)


class AsyncShipsLog(AsyncResource["AsyncShipsLogWithRawResponse"]):
    """The API, for asyncio and trio."""

    get: Final = as_async(ShipsLog.get)


class AsyncShipsLogWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(ShipsLog.get)
