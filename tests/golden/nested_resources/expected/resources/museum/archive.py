"""Museum Archive."""

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
    from ...keywords.museum_archive_edit import MuseumArchiveEditKeywords
    from ...museum_archive_edit import MuseumArchiveEditParams, MuseumArchiveEditResponse
    from ...museum_archive_guide import MuseumArchiveGuideResponse


EDIT = Operation(
    name="museum.archive.edit",
    method="PATCH",
    path="/museum/archive/boxes/{box}",
    variants="MUSEUM_ARCHIVE_EDIT",
    media_type="application/merge-patch+json",
    optional_body=True,
)

CATALOGUE = Operation(
    name="museum.archive.catalogue",
    method="GET",
    path="/museum/archive/catalogue",
    answer="BinaryResponse",
    files=("text/csv",),
    body=False,
)

GUIDE = Operation(
    name="museum.archive.guide",
    method="GET",
    path="/museum/archive/guide",
    answer="MuseumArchiveGuideResponse",
    files=("application/pdf",),
    body=False,
)


class MuseumArchive(Resource):
    """Museum Archive, for threads."""

    @cached_property
    def with_raw_response(self) -> MuseumArchiveWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return MuseumArchiveWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> MuseumArchiveWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return MuseumArchiveWithRawResponse(self._client, unread=True)

    @overload
    def edit(
        self, box: str, params: MuseumArchiveEditParams, **options: Unpack[RequestOptions]
    ) -> MuseumArchiveEditResponse: ...
    @overload
    def edit(
        self, box: str, params: None = None, **fields: Unpack[MuseumArchiveEditKeywords]
    ) -> MuseumArchiveEditResponse: ...
    def edit(self, box: str, params: object = None, **fields: object) -> object:
        """Change a box.

        Takes an instance of `MuseumArchiveEditParams`, or its fields by keyword, and options of
        the call.
        """
        return self._run(EDIT, {"box": box}, params, fields)

    def catalogue(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Get the catalogue."""
        answer: BinaryResponse = self._run(CATALOGUE, {}, None, {**options})
        return answer

    def guide(self, **options: Unpack[RequestOptions]) -> MuseumArchiveGuideResponse | BinaryResponse:
        """Get the guide."""
        answer: MuseumArchiveGuideResponse | BinaryResponse = self._run(GUIDE, {}, None, {**options})
        return answer


class MuseumArchiveWithRawResponse(RawResource):
    """Museum Archive, for threads, giving HTTP responses."""

    @overload
    def edit(
        self, box: str, params: MuseumArchiveEditParams, **options: Unpack[RequestOptions]
    ) -> RawResponse[MuseumArchiveEditResponse]: ...
    @overload
    def edit(
        self, box: str, params: None = None, **fields: Unpack[MuseumArchiveEditKeywords]
    ) -> RawResponse[MuseumArchiveEditResponse]: ...
    def edit(self, box: str, params: object = None, **fields: object) -> object:
        """As `MuseumArchive.edit`."""
        return self._run(EDIT, {"box": box}, params, fields)

    def catalogue(self, **options: Unpack[RequestOptions]) -> RawResponse[BinaryResponse]:
        """As `MuseumArchive.catalogue`."""
        return self._run(CATALOGUE, {}, None, {**options})

    def guide(self, **options: Unpack[RequestOptions]) -> RawResponse[MuseumArchiveGuideResponse | BinaryResponse]:
        """As `MuseumArchive.guide`."""
        return self._run(GUIDE, {}, None, {**options})


class AsyncMuseumArchive(AsyncResource):
    """Museum Archive, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncMuseumArchiveWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncMuseumArchiveWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncMuseumArchiveWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncMuseumArchiveWithRawResponse(self._client, unread=True)

    @overload
    async def edit(
        self, box: str, params: MuseumArchiveEditParams, **options: Unpack[RequestOptions]
    ) -> MuseumArchiveEditResponse: ...
    @overload
    async def edit(
        self, box: str, params: None = None, **fields: Unpack[MuseumArchiveEditKeywords]
    ) -> MuseumArchiveEditResponse: ...
    async def edit(self, box: str, params: object = None, **fields: object) -> object:
        """As `MuseumArchive.edit`."""
        return await self._run(EDIT, {"box": box}, params, fields)

    async def catalogue(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """As `MuseumArchive.catalogue`."""
        answer: BinaryResponse = await self._run(CATALOGUE, {}, None, {**options})
        return answer

    async def guide(self, **options: Unpack[RequestOptions]) -> MuseumArchiveGuideResponse | BinaryResponse:
        """As `MuseumArchive.guide`."""
        answer: MuseumArchiveGuideResponse | BinaryResponse = await self._run(GUIDE, {}, None, {**options})
        return answer


class AsyncMuseumArchiveWithRawResponse(AsyncRawResource):
    """Museum Archive, for asyncio and trio, giving HTTP responses."""

    @overload
    def edit(
        self, box: str, params: MuseumArchiveEditParams, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[MuseumArchiveEditResponse]: ...
    @overload
    def edit(
        self, box: str, params: None = None, **fields: Unpack[MuseumArchiveEditKeywords]
    ) -> AsyncRawResponse[MuseumArchiveEditResponse]: ...
    def edit(self, box: str, params: object = None, **fields: object) -> object:
        """As `MuseumArchive.edit`."""
        return self._run(EDIT, {"box": box}, params, fields)

    def catalogue(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[BinaryResponse]:
        """As `MuseumArchive.catalogue`."""
        return self._run(CATALOGUE, {}, None, {**options})

    def guide(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[MuseumArchiveGuideResponse | BinaryResponse]:
        """As `MuseumArchive.guide`."""
        return self._run(GUIDE, {}, None, {**options})
