"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...ships_either import ShipsEitherGetResponse


GET = Operation("ships.either.get", "GET /ships/either", answer="ShipsEitherGetResponse", empty=True)


class ShipsEither(Resource["ShipsEitherWithRawResponse"]):
    """The API, for threads."""

    def get(self, **options: Unpack[RequestOptions]) -> ShipsEitherGetResponse | None:
        """One of two statuses."""
        return self._run(GET, {}, None, options)


class ShipsEitherWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    get: Final = as_raw(ShipsEither.get)


class AsyncShipsEither(AsyncResource["AsyncShipsEitherWithRawResponse"]):
    """The API, for asyncio and trio."""

    get: Final = as_async(ShipsEither.get)


class AsyncShipsEitherWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(ShipsEither.get)
