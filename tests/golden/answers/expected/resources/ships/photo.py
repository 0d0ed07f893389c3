"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.binary import BinaryResponse
    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse


GET = Operation(
    name="ships.photo.get",
    method="GET",
    path="/ships/photo",
    answer="BinaryResponse",
    files=("image/*",),
    body=False,
)


class ShipsPhoto(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsPhotoWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsPhotoWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsPhotoWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsPhotoWithRawResponse(self._client, unread=True)

    def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """An image."""
        answer: BinaryResponse = self._run(GET, {}, None, {**options})
        return answer


class ShipsPhotoWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> RawResponse[BinaryResponse]:
        """As `ShipsPhoto.get`."""
        return self._run(GET, {}, None, {**options})


class AsyncShipsPhoto(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsPhotoWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsPhotoWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsPhotoWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsPhotoWithRawResponse(self._client, unread=True)

    async def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """As `ShipsPhoto.get`."""
        answer: BinaryResponse = await self._run(GET, {}, None, {**options})
        return answer


class AsyncShipsPhotoWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[BinaryResponse]:
        """As `ShipsPhoto.get`."""
        return self._run(GET, {}, None, {**options})
