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


GET = Operation("ships.photo.get", "GET /ships/photo", answer="BinaryResponse", files=("image/*",))


class ShipsPhoto(Resource["ShipsPhotoWithRawResponse"]):
    """The API, for threads."""

    def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """An image."""
        return self._run(GET, {}, None, options)


class ShipsPhotoWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    get: Final = as_raw(ShipsPhoto.get)


class AsyncShipsPhoto(AsyncResource["AsyncShipsPhotoWithRawResponse"]):
    """The API, for asyncio and trio."""

    get: Final = as_async(ShipsPhoto.get)


class AsyncShipsPhotoWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(ShipsPhoto.get)
