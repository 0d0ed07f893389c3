"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.binary import File
    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..files_update import FilesUpdateResponse


UPDATE = Operation(
    name="files.update",
    method="PUT",
    path="/files/{name}",
    answer="FilesUpdateResponse",
    media_type="application/octet-stream",
    optional_body=True,
)


class Files(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> FilesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return FilesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> FilesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return FilesWithRawResponse(self._client, unread=True)

    def update(self, name: str, body: File | None = None, **options: Unpack[RequestOptions]) -> FilesUpdateResponse:
        """Upload a file.

        `body` is sent as application/octet-stream.
        """
        answer: FilesUpdateResponse = self._run(UPDATE, {"name": name}, body, {**options})
        return answer


class FilesWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def update(
        self, name: str, body: File | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[FilesUpdateResponse]:
        """As `Files.update`."""
        return self._run(UPDATE, {"name": name}, body, {**options})


class AsyncFiles(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncFilesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncFilesWithRawResponse(self._client, unread=True)

    async def update(
        self, name: str, body: File | None = None, **options: Unpack[RequestOptions]
    ) -> FilesUpdateResponse:
        """As `Files.update`."""
        answer: FilesUpdateResponse = await self._run(UPDATE, {"name": name}, body, {**options})
        return answer


class AsyncFilesWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def update(
        self, name: str, body: File | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[FilesUpdateResponse]:
        """As `Files.update`."""
        return self._run(UPDATE, {"name": name}, body, {**options})
