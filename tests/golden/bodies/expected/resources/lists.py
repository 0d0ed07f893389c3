"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime.models import Response
    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..keywords.lists_items import ListsItemsItemDict
    from ..lists_delete_items import ListsDeleteItemsResponse
    from ..lists_items import ListsItemsItem, ListsItemsResponse
    from ..lists_update_mode import ListsUpdateModeResponse


ITEMS = Operation(
    name="lists.items",
    method="POST",
    path="/lists/{list_id}/items",
    answer="ListsItemsResponse",
    numbers=("list_id",),
)

DELETE_ITEMS = Operation(
    name="lists.delete_items",
    method="DELETE",
    path="/lists/{list_id}/items",
    answer="ListsDeleteItemsResponse",
    numbers=("list_id",),
    optional_body=True,
)

UPDATE_MODE = Operation(
    name="lists.update_mode",
    method="PUT",
    path="/lists/{list_id}/mode/{mode}",
    answer="ListsUpdateModeResponse",
    numbers=("list_id",),
)


class Lists(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ListsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ListsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ListsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ListsWithRawResponse(self._client, unread=True)

    def items(
        self,
        list_id: int,
        body: Sequence[ListsItemsItem | ListsItemsItemDict | Response],
        **options: Unpack[RequestOptions],
    ) -> ListsItemsResponse:
        """Add items.

        `body` is sent as application/json.
        """
        answer: ListsItemsResponse = self._run(ITEMS, {"list_id": list_id}, body, {**options})
        return answer

    def delete_items(
        self, list_id: int, body: Sequence[str] | None = None, **options: Unpack[RequestOptions]
    ) -> ListsDeleteItemsResponse:
        """Take items out, or all.

        `body` is sent as application/json.
        """
        answer: ListsDeleteItemsResponse = self._run(DELETE_ITEMS, {"list_id": list_id}, body, {**options})
        return answer

    def update_mode(
        self,
        list_id: int | str,
        mode: Literal["open", "closed"],
        body: Literal["fast", "slow"],
        **options: Unpack[RequestOptions],
    ) -> ListsUpdateModeResponse:
        """Set the mode.

        `body` is sent as application/json.
        """
        answer: ListsUpdateModeResponse = self._run(UPDATE_MODE, {"list_id": list_id, "mode": mode}, body, {**options})
        return answer


class ListsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def items(
        self,
        list_id: int,
        body: Sequence[ListsItemsItem | ListsItemsItemDict | Response],
        **options: Unpack[RequestOptions],
    ) -> RawResponse[ListsItemsResponse]:
        """As `Lists.items`."""
        return self._run(ITEMS, {"list_id": list_id}, body, {**options})

    def delete_items(
        self, list_id: int, body: Sequence[str] | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[ListsDeleteItemsResponse]:
        """As `Lists.delete_items`."""
        return self._run(DELETE_ITEMS, {"list_id": list_id}, body, {**options})

    def update_mode(
        self,
        list_id: int | str,
        mode: Literal["open", "closed"],
        body: Literal["fast", "slow"],
        **options: Unpack[RequestOptions],
    ) -> RawResponse[ListsUpdateModeResponse]:
        """As `Lists.update_mode`."""
        return self._run(UPDATE_MODE, {"list_id": list_id, "mode": mode}, body, {**options})


class AsyncLists(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncListsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncListsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncListsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncListsWithRawResponse(self._client, unread=True)

    async def items(
        self,
        list_id: int,
        body: Sequence[ListsItemsItem | ListsItemsItemDict | Response],
        **options: Unpack[RequestOptions],
    ) -> ListsItemsResponse:
        """As `Lists.items`."""
        answer: ListsItemsResponse = await self._run(ITEMS, {"list_id": list_id}, body, {**options})
        return answer

    async def delete_items(
        self, list_id: int, body: Sequence[str] | None = None, **options: Unpack[RequestOptions]
    ) -> ListsDeleteItemsResponse:
        """As `Lists.delete_items`."""
        answer: ListsDeleteItemsResponse = await self._run(DELETE_ITEMS, {"list_id": list_id}, body, {**options})
        return answer

    async def update_mode(
        self,
        list_id: int | str,
        mode: Literal["open", "closed"],
        body: Literal["fast", "slow"],
        **options: Unpack[RequestOptions],
    ) -> ListsUpdateModeResponse:
        """As `Lists.update_mode`."""
        answer: ListsUpdateModeResponse = await self._run(
            UPDATE_MODE, {"list_id": list_id, "mode": mode}, body, {**options}
        )
        return answer


class AsyncListsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def items(
        self,
        list_id: int,
        body: Sequence[ListsItemsItem | ListsItemsItemDict | Response],
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[ListsItemsResponse]:
        """As `Lists.items`."""
        return self._run(ITEMS, {"list_id": list_id}, body, {**options})

    def delete_items(
        self, list_id: int, body: Sequence[str] | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[ListsDeleteItemsResponse]:
        """As `Lists.delete_items`."""
        return self._run(DELETE_ITEMS, {"list_id": list_id}, body, {**options})

    def update_mode(
        self,
        list_id: int | str,
        mode: Literal["open", "closed"],
        body: Literal["fast", "slow"],
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[ListsUpdateModeResponse]:
        """As `Lists.update_mode`."""
        return self._run(UPDATE_MODE, {"list_id": list_id, "mode": mode}, body, {**options})
