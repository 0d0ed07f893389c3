"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...ships_kinds import ShipsKindsGetResponse


GET = Operation("ships.kinds.get", "GET /ships/kinds", answer="ShipsKindsGetResponse")


class ShipsKinds(Resource["ShipsKindsWithRawResponse"]):
    """The API, for threads."""

    def get(self, **options: Unpack[RequestOptions]) -> ShipsKindsGetResponse:
        """A union of envelopes, by a discriminator."""
        return self._run(GET, {}, None, options)


class ShipsKindsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    get: Final = as_raw(ShipsKinds.get)


class AsyncShipsKinds(AsyncResource["AsyncShipsKindsWithRawResponse"]):
    """The API, for asyncio and trio."""

    get: Final = as_async(ShipsKinds.get)


class AsyncShipsKindsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(ShipsKinds.get)
