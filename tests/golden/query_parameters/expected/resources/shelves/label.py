"""Library."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse


GET = Operation(
    name="shelves.label.get",
    method="GET",
    path="/shelves/{shelf}/label",
    body=False,
    empty=True,
)


class ShelvesLabel(Resource):
    """Library, for threads."""

    @cached_property
    def with_raw_response(self) -> ShelvesLabelWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShelvesLabelWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShelvesLabelWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShelvesLabelWithRawResponse(self._client, unread=True)

    def get(self, shelf: str, **options: Unpack[RequestOptions]) -> None:
        """GET /shelves/{shelf}/label."""
        answer: None = self._run(GET, {"shelf": shelf}, None, {**options})
        return answer


class ShelvesLabelWithRawResponse(RawResource):
    """Library, for threads, giving HTTP responses."""

    def get(self, shelf: str, **options: Unpack[RequestOptions]) -> RawResponse[None]:
        """As `ShelvesLabel.get`."""
        return self._run(GET, {"shelf": shelf}, None, {**options})


class AsyncShelvesLabel(AsyncResource):
    """Library, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShelvesLabelWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShelvesLabelWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShelvesLabelWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShelvesLabelWithRawResponse(self._client, unread=True)

    async def get(self, shelf: str, **options: Unpack[RequestOptions]) -> None:
        """As `ShelvesLabel.get`."""
        answer: None = await self._run(GET, {"shelf": shelf}, None, {**options})
        return answer


class AsyncShelvesLabelWithRawResponse(AsyncRawResource):
    """Library, for asyncio and trio, giving HTTP responses."""

    def get(self, shelf: str, **options: Unpack[RequestOptions]) -> AsyncRawResponse[None]:
        """As `ShelvesLabel.get`."""
        return self._run(GET, {"shelf": shelf}, None, {**options})
