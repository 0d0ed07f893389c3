"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.binary import File
    from ..._runtime.options import RequestOptions
    from ...keywords.scripts import ScriptsContentUpdateKeywords
    from ...scripts_content import ScriptsContentUpdateParams, ScriptsContentUpdateResponse


UPDATE = Operation(
    "scripts.content.update",
    "PUT /scripts/{name}/content",
    params="ScriptsContentUpdateParams",
    octets=("ScriptsContentUpdateResponse",),
    media_type="multipart/form-data",
    raw="application/javascript",
    text=True,
)


class ScriptsContent(Resource["ScriptsContentWithRawResponse"]):
    """The API, for threads."""

    @overload
    def update(
        self, name: str, params: ScriptsContentUpdateParams, **options: Unpack[RequestOptions]
    ) -> ScriptsContentUpdateResponse: ...
    @overload
    def update(
        self, name: str, params: str | File, **options: Unpack[RequestOptions]
    ) -> ScriptsContentUpdateResponse: ...
    @overload
    def update(
        self, name: str, params: None = None, **fields: Unpack[ScriptsContentUpdateKeywords]
    ) -> ScriptsContentUpdateResponse: ...
    def update(self, name: str, params: object = None, **fields: object) -> object:
        """Upload the parts of a script."""
        return self._run(UPDATE, {"name": name}, params, fields)


class ScriptsContentWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    update: Final = as_raw(ScriptsContent.update)


class AsyncScriptsContent(AsyncResource["AsyncScriptsContentWithRawResponse"]):
    """The API, for asyncio and trio."""

    update: Final = as_async(ScriptsContent.update)


class AsyncScriptsContentWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    update: Final = as_async_raw(ScriptsContent.update)
