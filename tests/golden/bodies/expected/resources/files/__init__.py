"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.binary import File
    from ..._runtime.options import RequestOptions
    from ..._runtime.streams import AsyncByteStream, ByteStream
    from ...files import FilesPictureResponse, FilesUpdateResponse
    from . import captions as _captions


UPDATE = Operation(
    "files.update",
    "PUT /files/{name}",
    answer="FilesUpdateResponse",
    body=True,
    whole_body=True,
    media_type="application/octet-stream",
    optional_body=True,
)
PICTURE = Operation(
    "files.picture", "POST /files/{name}/picture", answer="FilesPictureResponse", body=True, whole_body=True, bare=True
)


class Files(Resource["FilesWithRawResponse"]):
    """The API, for threads."""

    captions: Nested[_captions.FilesCaptions] = Nested()
    """The API."""

    def update(self, name: str, body: File | None = None, **options: Unpack[RequestOptions]) -> FilesUpdateResponse:
        """Upload a file.

        `body` is sent as application/octet-stream.
        """
        return self._run(UPDATE, {"name": name}, body, options)

    def picture(self, name: str, body: int, **options: Unpack[RequestOptions]) -> FilesPictureResponse:
        """Make a picture.

        `body` is sent as application/json.
        """
        return self._run(PICTURE, {"name": name}, body, options)

    def stream_bytes(self, name: str, body: int, **options: Unpack[RequestOptions]) -> ByteStream:
        """The same for an answer that is a file: its bytes as they come, never held as a whole."""
        return self._stream_bytes(PICTURE, {"name": name}, body, options)


class FilesWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    captions: Nested[_captions.FilesCaptionsWithRawResponse] = Nested()
    update: Final = as_raw(Files.update)
    picture: Final = as_raw(Files.picture)


class AsyncFiles(AsyncResource["AsyncFilesWithRawResponse"]):
    """The API, for asyncio and trio."""

    captions: Nested[_captions.AsyncFilesCaptions] = Nested()
    update: Final = as_async(Files.update)
    picture: Final = as_async(Files.picture)

    def stream_bytes(self, name: str, body: int, **options: Unpack[RequestOptions]) -> AsyncByteStream:
        """The same for an answer that is a file: its bytes as they come, never held as a whole."""
        return self._stream_bytes(PICTURE, {"name": name}, body, options)


class AsyncFilesWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    captions: Nested[_captions.AsyncFilesCaptionsWithRawResponse] = Nested()
    update: Final = as_async_raw(Files.update)
    picture: Final = as_async_raw(Files.picture)
