"""Studio."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from .._runtime.binary import File
    from .._runtime.models import Params, R
    from .._runtime.options import RequestOptions
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

    run: Final = as_raw(Studio.run)


class AsyncStudio(AsyncResource["AsyncStudioWithRawResponse"]):
    """Studio, for asyncio and trio."""

    run: Final = as_async(Studio.run)


class AsyncStudioWithRawResponse(RawResource):
    """Studio, for asyncio and trio, giving HTTP responses."""

    run: Final = as_async_raw(Studio.run)
