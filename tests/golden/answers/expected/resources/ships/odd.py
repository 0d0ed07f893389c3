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


GET = Operation("ships.odd.get", "GET /ships/odd", answer="BinaryResponse", files=("*",))


class ShipsOdd(Resource["ShipsOddWithRawResponse"]):
    """The API, for threads."""

    def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Whatever."""
        return self._run(GET, {}, None, options)


class ShipsOddWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    get: Final = as_raw(ShipsOdd.get)


class AsyncShipsOdd(AsyncResource["AsyncShipsOddWithRawResponse"]):
    """The API, for asyncio and trio."""

    get: Final = as_async(ShipsOdd.get)


class AsyncShipsOddWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(ShipsOdd.get)
