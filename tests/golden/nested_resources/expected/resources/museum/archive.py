"""Museum Archive."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.models import Params, R
    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...museum_archive_edit import MuseumArchiveEditResponse


EDIT = Operation(
    name="museum.archive.edit",
    method="PATCH",
    path="/museum/archive/boxes/{box}",
    variants="MUSEUM_ARCHIVE_EDIT",
    media_type="application/merge-patch+json",
    optional_body=True,
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
    def edit(self, box: str, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def edit(self, box: str, params: None = None, **fields: object) -> MuseumArchiveEditResponse: ...
    def edit(self, box: str, params: object = None, **fields: object) -> object:
        """Change a box.

        `params` is an instance of a params class and decides the type of the answer. Keywords do
        as well, and the options of a call go beside them.
        """
        return self._run(EDIT, {"box": box}, params, fields)


class MuseumArchiveWithRawResponse(RawResource):
    """Museum Archive, for threads, giving HTTP responses."""

    @overload
    def edit(self, box: str, params: Params[R], **options: Unpack[RequestOptions]) -> RawResponse[R]: ...
    @overload
    def edit(self, box: str, params: None = None, **fields: object) -> RawResponse[MuseumArchiveEditResponse]: ...
    def edit(self, box: str, params: object = None, **fields: object) -> object:
        """As `MuseumArchive.edit`."""
        return self._run(EDIT, {"box": box}, params, fields)


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
    async def edit(self, box: str, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    async def edit(self, box: str, params: None = None, **fields: object) -> MuseumArchiveEditResponse: ...
    async def edit(self, box: str, params: object = None, **fields: object) -> object:
        """As `MuseumArchive.edit`."""
        return await self._run(EDIT, {"box": box}, params, fields)


class AsyncMuseumArchiveWithRawResponse(AsyncRawResource):
    """Museum Archive, for asyncio and trio, giving HTTP responses."""

    @overload
    def edit(self, box: str, params: Params[R], **options: Unpack[RequestOptions]) -> AsyncRawResponse[R]: ...
    @overload
    def edit(self, box: str, params: None = None, **fields: object) -> AsyncRawResponse[MuseumArchiveEditResponse]: ...
    def edit(self, box: str, params: object = None, **fields: object) -> object:
        """As `MuseumArchive.edit`."""
        return self._run(EDIT, {"box": box}, params, fields)
