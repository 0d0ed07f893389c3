"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..api_get import ApiGetResponse


GET = Operation(
    name="api.get",
    method="GET",
    path="/",
    answer="ApiGetResponse",
    body=False,
)


class Api(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ApiWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ApiWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ApiWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ApiWithRawResponse(self._client, unread=True)

    def get(self, **options: Unpack[RequestOptions]) -> ApiGetResponse:
        """GET /."""
        answer: ApiGetResponse = self._run(GET, {}, None, {**options})
        return answer


class ApiWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> RawResponse[ApiGetResponse]:
        """As `Api.get`."""
        return self._run(GET, {}, None, {**options})


class AsyncApi(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncApiWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncApiWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncApiWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncApiWithRawResponse(self._client, unread=True)

    async def get(self, **options: Unpack[RequestOptions]) -> ApiGetResponse:
        """As `Api.get`."""
        answer: ApiGetResponse = await self._run(GET, {}, None, {**options})
        return answer


class AsyncApiWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def get(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ApiGetResponse]:
        """As `Api.get`."""
        return self._run(GET, {}, None, {**options})
