"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...files_captions import FilesCaptionsUpdateParams, FilesCaptionsUpdateResponse
    from ...keywords.files import FilesCaptionsUpdateKeywords


UPDATE = Operation(
    "files.captions.update",
    "PUT /files/{name}/captions",
    params="FilesCaptionsUpdateParams",
    media_type="multipart/form-data",
)


class FilesCaptions(Resource["FilesCaptionsWithRawResponse"]):
    """The API, for threads."""

    @overload
    def update(
        self, name: str, params: FilesCaptionsUpdateParams, **options: Unpack[RequestOptions]
    ) -> FilesCaptionsUpdateResponse: ...
    @overload
    def update(
        self, name: str, params: None = None, **fields: Unpack[FilesCaptionsUpdateKeywords]
    ) -> FilesCaptionsUpdateResponse: ...
    def update(self, name: str, params: object = None, **fields: object) -> object:
        """Upload captions."""
        return self._run(UPDATE, {"name": name}, params, fields)


class FilesCaptionsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    update: Final = as_raw(FilesCaptions.update)


class AsyncFilesCaptions(AsyncResource["AsyncFilesCaptionsWithRawResponse"]):
    """The API, for asyncio and trio."""

    update: Final = as_async(FilesCaptions.update)


class AsyncFilesCaptionsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    update: Final = as_async_raw(FilesCaptions.update)
