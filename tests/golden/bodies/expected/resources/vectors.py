"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from .._runtime.binary import File
    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..vectors_create import VectorsCreateResponse


CREATE = Operation(
    name="vectors.create",
    method="POST",
    path="/vectors",
    answer="VectorsCreateResponse",
    media_type="application/x-ndjson",
    raw="application/x-ndjson",
    text=True,
)


class Vectors(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> VectorsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return VectorsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> VectorsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return VectorsWithRawResponse(self._client, unread=True)

    def create(
        self, body: Sequence[Mapping[str, object]] | str | File, **options: Unpack[RequestOptions]
    ) -> VectorsCreateResponse:
        """Insert vectors.

        `body` is sent as application/x-ndjson.
        """
        answer: VectorsCreateResponse = self._run(CREATE, {}, body, {**options})
        return answer


class VectorsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def create(
        self, body: Sequence[Mapping[str, object]] | str | File, **options: Unpack[RequestOptions]
    ) -> RawResponse[VectorsCreateResponse]:
        """As `Vectors.create`."""
        return self._run(CREATE, {}, body, {**options})


class AsyncVectors(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncVectorsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncVectorsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncVectorsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncVectorsWithRawResponse(self._client, unread=True)

    async def create(
        self, body: Sequence[Mapping[str, object]] | str | File, **options: Unpack[RequestOptions]
    ) -> VectorsCreateResponse:
        """As `Vectors.create`."""
        answer: VectorsCreateResponse = await self._run(CREATE, {}, body, {**options})
        return answer


class AsyncVectorsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def create(
        self, body: Sequence[Mapping[str, object]] | str | File, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[VectorsCreateResponse]:
        """As `Vectors.create`."""
        return self._run(CREATE, {}, body, {**options})
