"""Museum Pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...keywords.museum import MuseumRoomsPicturesHangKeywords
    from ...museum_rooms_pictures import MuseumRoomsPicturesHangParams, MuseumRoomsPicturesHangResponse


HANG = Operation(
    "gallery.pictures.hang",
    "POST /museum/rooms/{room}/pictures",
    params="MuseumRoomsPicturesHangParams",
    media_type="multipart/form-data",
)


class GalleryPictures(Resource["GalleryPicturesWithRawResponse"]):
    """Museum Pictures, for threads."""

    @overload
    def hang(
        self, room: str, params: MuseumRoomsPicturesHangParams, **options: Unpack[RequestOptions]
    ) -> MuseumRoomsPicturesHangResponse: ...
    @overload
    def hang(
        self, room: str, params: None = None, **fields: Unpack[MuseumRoomsPicturesHangKeywords]
    ) -> MuseumRoomsPicturesHangResponse: ...
    def hang(self, room: str, params: object = None, **fields: object) -> object:
        """Hang a picture."""
        return self._run(HANG, {"room": room}, params, fields)


class GalleryPicturesWithRawResponse(RawResource):
    """Museum Pictures, for threads, giving HTTP responses."""

    hang: Final = as_raw(GalleryPictures.hang)


class AsyncGalleryPictures(AsyncResource["AsyncGalleryPicturesWithRawResponse"]):
    """Museum Pictures, for asyncio and trio."""

    hang: Final = as_async(GalleryPictures.hang)


class AsyncGalleryPicturesWithRawResponse(RawResource):
    """Museum Pictures, for asyncio and trio, giving HTTP responses."""

    hang: Final = as_async_raw(GalleryPictures.hang)
