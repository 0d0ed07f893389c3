"""Museum Archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.binary import BinaryResponse
    from ..._runtime.options import RequestOptions
    from ...keywords.museum import MuseumArchiveEditKeywords
    from ...museum_archive import MuseumArchiveEditParams, MuseumArchiveEditResponse, MuseumArchiveGuideResponse


EDIT = Operation(
    "museum.archive.edit",
    "PATCH /museum/archive/boxes/{box}",
    params="MuseumArchiveEditParams",
    media_type="application/merge-patch+json",
    optional_body=True,
)
CATALOGUE = Operation(
    "museum.archive.catalogue", "GET /museum/archive/catalogue", answer="BinaryResponse", files=("text/csv",)
)
GUIDE = Operation(
    "museum.archive.guide", "GET /museum/archive/guide", answer="MuseumArchiveGuideResponse", files=("application/pdf",)
)


class MuseumArchive(Resource["MuseumArchiveWithRawResponse"]):
    """Museum Archive, for threads."""

    @overload
    def edit(
        self, box: str, params: MuseumArchiveEditParams, **options: Unpack[RequestOptions]
    ) -> MuseumArchiveEditResponse: ...
    @overload
    def edit(
        self, box: str, params: None = None, **fields: Unpack[MuseumArchiveEditKeywords]
    ) -> MuseumArchiveEditResponse: ...
    def edit(self, box: str, params: object = None, **fields: object) -> object:
        """Change a box."""
        return self._run(EDIT, {"box": box}, params, fields)

    def catalogue(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Get the catalogue."""
        return self._run(CATALOGUE, {}, None, options)

    def guide(self, **options: Unpack[RequestOptions]) -> MuseumArchiveGuideResponse | BinaryResponse:
        """Get the guide."""
        return self._run(GUIDE, {}, None, options)


class MuseumArchiveWithRawResponse(RawResource):
    """Museum Archive, for threads, giving HTTP responses."""

    edit: Final = as_raw(MuseumArchive.edit)
    catalogue: Final = as_raw(MuseumArchive.catalogue)
    guide: Final = as_raw(MuseumArchive.guide)


class AsyncMuseumArchive(AsyncResource["AsyncMuseumArchiveWithRawResponse"]):
    """Museum Archive, for asyncio and trio."""

    edit: Final = as_async(MuseumArchive.edit)
    catalogue: Final = as_async(MuseumArchive.catalogue)
    guide: Final = as_async(MuseumArchive.guide)


class AsyncMuseumArchiveWithRawResponse(RawResource):
    """Museum Archive, for asyncio and trio, giving HTTP responses."""

    edit: Final = as_async_raw(MuseumArchive.edit)
    catalogue: Final = as_async_raw(MuseumArchive.catalogue)
    guide: Final = as_async_raw(MuseumArchive.guide)
