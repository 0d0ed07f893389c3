"""Studio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.binary import File
    from .._runtime.models import Params, R
    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..keywords.studio_run import StudioRunKeywords
    from ..speech import SpeechResponse
    from ..studio_run import StudioRunResponse


RUN = Operation(
    name="studio.run",
    method="POST",
    path="/studio/run",
    variants="STUDIO_RUN",
    octets=("SpeechResponse",),
)


class Studio(Resource):
    """Studio, for threads."""

    @cached_property
    def with_raw_response(self) -> StudioWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return StudioWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> StudioWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return StudioWithRawResponse(self._client, unread=True)

    @overload
    def run(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def run(self, params: File, **options: Unpack[RequestOptions]) -> SpeechResponse: ...
    @overload
    def run(self, params: None = None, **fields: Unpack[StudioRunKeywords]) -> StudioRunResponse: ...
    def run(self, params: object = None, **fields: object) -> object:
        """Run the studio.

        Takes an instance of `StudioRunParams`, or its fields by keyword, and options of the
        call.
        """
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


class AsyncStudio(AsyncResource):
    """Studio, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncStudioWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncStudioWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncStudioWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncStudioWithRawResponse(self._client, unread=True)

    @overload
    async def run(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    async def run(self, params: File, **options: Unpack[RequestOptions]) -> SpeechResponse: ...
    @overload
    async def run(self, params: None = None, **fields: Unpack[StudioRunKeywords]) -> StudioRunResponse: ...
    async def run(self, params: object = None, **fields: object) -> object:
        """As `Studio.run`."""
        return await self._run(RUN, {}, params, fields)


class AsyncStudioWithRawResponse(AsyncRawResource):
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
