"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Literal, Unpack

    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...lists_mode_update import ListsModeUpdateResponse


UPDATE = Operation(
    name="lists.mode.update",
    method="PUT",
    path="/lists/{list_id}/mode/{mode}",
    answer="ListsModeUpdateResponse",
    numbers=("list_id",),
)


class ListsMode(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ListsModeWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ListsModeWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ListsModeWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ListsModeWithRawResponse(self._client, unread=True)

    def update(
        self,
        mode: Literal["open", "closed"],
        body: Literal["fast", "slow"],
        *,
        list_id: int | str,
        **options: Unpack[RequestOptions],
    ) -> ListsModeUpdateResponse:
        """Set the mode.

        `body` is sent as application/json.
        """
        answer: ListsModeUpdateResponse = self._run(UPDATE, {"list_id": list_id, "mode": mode}, body, {**options})
        return answer


class ListsModeWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def update(
        self,
        mode: Literal["open", "closed"],
        body: Literal["fast", "slow"],
        *,
        list_id: int | str,
        **options: Unpack[RequestOptions],
    ) -> RawResponse[ListsModeUpdateResponse]:
        """As `ListsMode.update`."""
        return self._run(UPDATE, {"list_id": list_id, "mode": mode}, body, {**options})


class AsyncListsMode(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncListsModeWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncListsModeWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncListsModeWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncListsModeWithRawResponse(self._client, unread=True)

    async def update(
        self,
        mode: Literal["open", "closed"],
        body: Literal["fast", "slow"],
        *,
        list_id: int | str,
        **options: Unpack[RequestOptions],
    ) -> ListsModeUpdateResponse:
        """As `ListsMode.update`."""
        answer: ListsModeUpdateResponse = await self._run(UPDATE, {"list_id": list_id, "mode": mode}, body, {**options})
        return answer


class AsyncListsModeWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def update(
        self,
        mode: Literal["open", "closed"],
        body: Literal["fast", "slow"],
        *,
        list_id: int | str,
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[ListsModeUpdateResponse]:
        """As `ListsMode.update`."""
        return self._run(UPDATE, {"list_id": list_id, "mode": mode}, body, {**options})
