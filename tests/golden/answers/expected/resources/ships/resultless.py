"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...ships_resultless import ShipsResultlessDeleteResponse


DELETE = Operation(
    "ships.resultless.delete", "DELETE /ships/resultless", answer="ShipsResultlessDeleteResponse", bare=True
)


class ShipsResultless(Resource["ShipsResultlessWithRawResponse"]):
    """The API, for threads."""

    def delete(self, **options: Unpack[RequestOptions]) -> ShipsResultlessDeleteResponse:
        """An envelope without a result."""
        return self._run(DELETE, {}, None, options)


class ShipsResultlessWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    delete: Final = as_raw(ShipsResultless.delete)


class AsyncShipsResultless(AsyncResource["AsyncShipsResultlessWithRawResponse"]):
    """The API, for asyncio and trio."""

    delete: Final = as_async(ShipsResultless.delete)


class AsyncShipsResultlessWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    delete: Final = as_async_raw(ShipsResultless.delete)
