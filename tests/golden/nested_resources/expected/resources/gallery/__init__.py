"""Museum Pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.resources import AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from . import pictures as _pictures


class Gallery(Resource["GalleryWithRawResponse"]):
    """Museum Pictures, for threads."""

    pictures: Nested[_pictures.GalleryPictures] = Nested()
    """Museum Pictures."""


class GalleryWithRawResponse(RawResource):
    """Museum Pictures, for threads, giving HTTP responses."""

    pictures: Nested[_pictures.GalleryPicturesWithRawResponse] = Nested()


class AsyncGallery(AsyncResource["AsyncGalleryWithRawResponse"]):
    """Museum Pictures, for asyncio and trio."""

    pictures: Nested[_pictures.AsyncGalleryPictures] = Nested()


class AsyncGalleryWithRawResponse(RawResource):
    """Museum Pictures, for asyncio and trio, giving HTTP responses."""

    pictures: Nested[_pictures.AsyncGalleryPicturesWithRawResponse] = Nested()
