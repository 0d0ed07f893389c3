"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...ships_bare import ShipsBareGetResponse


GET = Operation("ships.bare.get", "GET /ships/bare", answer="ShipsBareGetResponse", bare=True)


class ShipsBare(Resource["ShipsBareWithRawResponse"]):
    """The API, for threads."""

    def get(self, **options: Unpack[RequestOptions]) -> ShipsBareGetResponse:
        """No envelope."""
        return self._run(GET, {}, None, options)


class ShipsBareWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    get: Final = as_raw(ShipsBare.get)


class AsyncShipsBare(AsyncResource["AsyncShipsBareWithRawResponse"]):
    """The API, for asyncio and trio."""

    get: Final = as_async(ShipsBare.get)


class AsyncShipsBareWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(ShipsBare.get)
