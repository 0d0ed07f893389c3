"""Museum Pictures."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ...._runtime.operations import Operation
from ...._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ...._runtime.options import RequestOptions
    from ...._runtime.responses import AsyncRawResponse, RawResponse
    from ....keywords.museum_rooms_pictures_hang import MuseumRoomsPicturesHangKeywords
    from ....museum_rooms_pictures_hang import MuseumRoomsPicturesHangParams, MuseumRoomsPicturesHangResponse


HANG = Operation(
    name="museum.rooms.pictures.hang",
    method="POST",
    path="/museum/rooms/{room}/pictures",
    variants="MUSEUM_ROOMS_PICTURES_HANG",
    media_type="multipart/form-data",
)


class MuseumRoomsPictures(Resource):
    """Museum Pictures, for threads."""

    @cached_property
    def with_raw_response(self) -> MuseumRoomsPicturesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return MuseumRoomsPicturesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> MuseumRoomsPicturesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return MuseumRoomsPicturesWithRawResponse(self._client, unread=True)

    @overload
    def hang(
        self, room: str, params: MuseumRoomsPicturesHangParams, **options: Unpack[RequestOptions]
    ) -> MuseumRoomsPicturesHangResponse: ...
    @overload
    def hang(
        self, room: str, params: None = None, **fields: Unpack[MuseumRoomsPicturesHangKeywords]
    ) -> MuseumRoomsPicturesHangResponse: ...
    def hang(self, room: str, params: object = None, **fields: object) -> object:
        """Hang a picture.

        Takes an instance of `MuseumRoomsPicturesHangParams`, or its fields by keyword, and
        options of the call.
        """
        return self._run(HANG, {"room": room}, params, fields)


class MuseumRoomsPicturesWithRawResponse(RawResource):
    """Museum Pictures, for threads, giving HTTP responses."""

    @overload
    def hang(
        self, room: str, params: MuseumRoomsPicturesHangParams, **options: Unpack[RequestOptions]
    ) -> RawResponse[MuseumRoomsPicturesHangResponse]: ...
    @overload
    def hang(
        self, room: str, params: None = None, **fields: Unpack[MuseumRoomsPicturesHangKeywords]
    ) -> RawResponse[MuseumRoomsPicturesHangResponse]: ...
    def hang(self, room: str, params: object = None, **fields: object) -> object:
        """As `MuseumRoomsPictures.hang`."""
        return self._run(HANG, {"room": room}, params, fields)


class AsyncMuseumRoomsPictures(AsyncResource):
    """Museum Pictures, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncMuseumRoomsPicturesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncMuseumRoomsPicturesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncMuseumRoomsPicturesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncMuseumRoomsPicturesWithRawResponse(self._client, unread=True)

    @overload
    async def hang(
        self, room: str, params: MuseumRoomsPicturesHangParams, **options: Unpack[RequestOptions]
    ) -> MuseumRoomsPicturesHangResponse: ...
    @overload
    async def hang(
        self, room: str, params: None = None, **fields: Unpack[MuseumRoomsPicturesHangKeywords]
    ) -> MuseumRoomsPicturesHangResponse: ...
    async def hang(self, room: str, params: object = None, **fields: object) -> object:
        """As `MuseumRoomsPictures.hang`."""
        return await self._run(HANG, {"room": room}, params, fields)


class AsyncMuseumRoomsPicturesWithRawResponse(AsyncRawResource):
    """Museum Pictures, for asyncio and trio, giving HTTP responses."""

    @overload
    def hang(
        self, room: str, params: MuseumRoomsPicturesHangParams, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[MuseumRoomsPicturesHangResponse]: ...
    @overload
    def hang(
        self, room: str, params: None = None, **fields: Unpack[MuseumRoomsPicturesHangKeywords]
    ) -> AsyncRawResponse[MuseumRoomsPicturesHangResponse]: ...
    def hang(self, room: str, params: object = None, **fields: object) -> object:
        """As `MuseumRoomsPictures.hang`."""
        return self._run(HANG, {"room": room}, params, fields)
