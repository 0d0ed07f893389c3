"""Studio."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.binary import File
    from .._runtime.models import Params, R
    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..keywords.studio import StudioRunKeywords
    from ..studio import SpeechResponse
    from ..studio_run import StudioRunResponse


RUN = Operation("studio.run", "POST /studio/run", params="TextParams", octets=("SpeechResponse",))


class Studio(Resource["StudioWithRawResponse"]):
    """Studio, for threads."""

    @overload
    def run(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def run(self, params: File, **options: Unpack[RequestOptions]) -> SpeechResponse: ...
    @overload
    def run(self, params: None = None, **fields: Unpack[StudioRunKeywords]) -> StudioRunResponse: ...
    def run(self, params: object = None, **fields: object) -> object:
        """Run the studio."""
        return self._run(RUN, {}, params, fields)


class StudioWithRawResponse(RawResource):
    """Studio, for threads, giving HTTP responses."""

    @overload
    def run(self, params: Params[R], **options: Unpack[RequestOptions]) -> RawResponse[R]: ...
    @overload
    def run(self, params: File, **options: Unpack[RequestOptions]) -> RawResponse[SpeechResponse]: ...
    @overload
    def run(self, params: None = None, **fields: Unpack[StudioRunKeywords]) -> RawResponse[StudioRunResponse]: ...
    def run(self, params: object = None, **fields: object) -> object:
        """As `Studio.run`."""
        return self._run(RUN, {}, params, fields)


class AsyncStudio(AsyncResource["AsyncStudioWithRawResponse"]):
    """Studio, for asyncio and trio."""

    @overload
    async def run(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    async def run(self, params: File, **options: Unpack[RequestOptions]) -> SpeechResponse: ...
    @overload
    async def run(self, params: None = None, **fields: Unpack[StudioRunKeywords]) -> StudioRunResponse: ...
    async def run(self, params: object = None, **fields: object) -> object:
        """As `Studio.run`."""
        return await self._run(RUN, {}, params, fields)


class AsyncStudioWithRawResponse(RawResource):
    """Studio, for asyncio and trio, giving HTTP responses."""

    @overload
    def run(self, params: Params[R], **options: Unpack[RequestOptions]) -> AsyncRawResponse[R]: ...
    @overload
    def run(self, params: File, **options: Unpack[RequestOptions]) -> AsyncRawResponse[SpeechResponse]: ...
    @overload
    def run(self, params: None = None, **fields: Unpack[StudioRunKeywords]) -> AsyncRawResponse[StudioRunResponse]: ...
    def run(self, params: object = None, **fields: object) -> object:
        """As `Studio.run`."""
        return self._run(RUN, {}, params, fields)
