"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.binary import File
    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...keywords.scripts_content_update import ScriptsContentUpdateKeywords
    from ...scripts_content_update import ScriptsContentUpdateParams, ScriptsContentUpdateResponse


UPDATE = Operation(
    name="scripts.content.update",
    method="PUT",
    path="/scripts/{name}/content",
    variants="SCRIPTS_CONTENT_UPDATE",
    octets=("ScriptsContentUpdateResponse",),
    media_type="multipart/form-data",
    raw="application/javascript",
    text=True,
)


class ScriptsContent(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ScriptsContentWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ScriptsContentWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ScriptsContentWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ScriptsContentWithRawResponse(self._client, unread=True)

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
        """Upload the parts of a script.

        Takes an instance of `ScriptsContentUpdateParams`, or its fields by keyword, and options
        of the call.
        """
        return self._run(UPDATE, {"name": name}, params, fields)


class ScriptsContentWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    @overload
    def update(
        self, name: str, params: ScriptsContentUpdateParams, **options: Unpack[RequestOptions]
    ) -> RawResponse[ScriptsContentUpdateResponse]: ...
    @overload
    def update(
        self, name: str, params: str | File, **options: Unpack[RequestOptions]
    ) -> RawResponse[ScriptsContentUpdateResponse]: ...
    @overload
    def update(
        self, name: str, params: None = None, **fields: Unpack[ScriptsContentUpdateKeywords]
    ) -> RawResponse[ScriptsContentUpdateResponse]: ...
    def update(self, name: str, params: object = None, **fields: object) -> object:
        """As `ScriptsContent.update`."""
        return self._run(UPDATE, {"name": name}, params, fields)


class AsyncScriptsContent(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncScriptsContentWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncScriptsContentWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncScriptsContentWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncScriptsContentWithRawResponse(self._client, unread=True)

    @overload
    async def update(
        self, name: str, params: ScriptsContentUpdateParams, **options: Unpack[RequestOptions]
    ) -> ScriptsContentUpdateResponse: ...
    @overload
    async def update(
        self, name: str, params: str | File, **options: Unpack[RequestOptions]
    ) -> ScriptsContentUpdateResponse: ...
    @overload
    async def update(
        self, name: str, params: None = None, **fields: Unpack[ScriptsContentUpdateKeywords]
    ) -> ScriptsContentUpdateResponse: ...
    async def update(self, name: str, params: object = None, **fields: object) -> object:
        """As `ScriptsContent.update`."""
        return await self._run(UPDATE, {"name": name}, params, fields)


class AsyncScriptsContentWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    @overload
    def update(
        self, name: str, params: ScriptsContentUpdateParams, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[ScriptsContentUpdateResponse]: ...
    @overload
    def update(
        self, name: str, params: str | File, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[ScriptsContentUpdateResponse]: ...
    @overload
    def update(
        self, name: str, params: None = None, **fields: Unpack[ScriptsContentUpdateKeywords]
    ) -> AsyncRawResponse[ScriptsContentUpdateResponse]: ...
    def update(self, name: str, params: object = None, **fields: object) -> object:
        """As `ScriptsContent.update`."""
        return self._run(UPDATE, {"name": name}, params, fields)
