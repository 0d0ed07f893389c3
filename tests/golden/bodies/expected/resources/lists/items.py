"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from ..._runtime.models import Response
    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...keywords.lists_items_create import ListsItemsCreateItemDict
    from ...lists_items_bulk_delete import ListsItemsBulkDeleteResponse
    from ...lists_items_create import ListsItemsCreateItem, ListsItemsCreateResponse


CREATE = Operation(
    name="lists.items.create",
    method="POST",
    path="/lists/{list_id}/items",
    answer="ListsItemsCreateResponse",
    numbers=("list_id",),
)

BULK_DELETE = Operation(
    name="lists.items.bulk_delete",
    method="DELETE",
    path="/lists/{list_id}/items",
    answer="ListsItemsBulkDeleteResponse",
    numbers=("list_id",),
    optional_body=True,
)


class ListsItems(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ListsItemsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ListsItemsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ListsItemsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ListsItemsWithRawResponse(self._client, unread=True)

    def create(
        self,
        list_id: int,
        body: Sequence[ListsItemsCreateItem | ListsItemsCreateItemDict | Response],
        **options: Unpack[RequestOptions],
    ) -> ListsItemsCreateResponse:
        """Add items.

        `body` is sent as application/json.
        """
        answer: ListsItemsCreateResponse = self._run(CREATE, {"list_id": list_id}, body, {**options})
        return answer

    def bulk_delete(
        self, list_id: int, body: Sequence[str] | None = None, **options: Unpack[RequestOptions]
    ) -> ListsItemsBulkDeleteResponse:
        """Take items out, or all.

        `body` is sent as application/json.
        """
        answer: ListsItemsBulkDeleteResponse = self._run(BULK_DELETE, {"list_id": list_id}, body, {**options})
        return answer


class ListsItemsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def create(
        self,
        list_id: int,
        body: Sequence[ListsItemsCreateItem | ListsItemsCreateItemDict | Response],
        **options: Unpack[RequestOptions],
    ) -> RawResponse[ListsItemsCreateResponse]:
        """As `ListsItems.create`."""
        return self._run(CREATE, {"list_id": list_id}, body, {**options})

    def bulk_delete(
        self, list_id: int, body: Sequence[str] | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[ListsItemsBulkDeleteResponse]:
        """As `ListsItems.bulk_delete`."""
        return self._run(BULK_DELETE, {"list_id": list_id}, body, {**options})


class AsyncListsItems(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncListsItemsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncListsItemsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncListsItemsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncListsItemsWithRawResponse(self._client, unread=True)

    async def create(
        self,
        list_id: int,
        body: Sequence[ListsItemsCreateItem | ListsItemsCreateItemDict | Response],
        **options: Unpack[RequestOptions],
    ) -> ListsItemsCreateResponse:
        """As `ListsItems.create`."""
        answer: ListsItemsCreateResponse = await self._run(CREATE, {"list_id": list_id}, body, {**options})
        return answer

    async def bulk_delete(
        self, list_id: int, body: Sequence[str] | None = None, **options: Unpack[RequestOptions]
    ) -> ListsItemsBulkDeleteResponse:
        """As `ListsItems.bulk_delete`."""
        answer: ListsItemsBulkDeleteResponse = await self._run(BULK_DELETE, {"list_id": list_id}, body, {**options})
        return answer


class AsyncListsItemsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def create(
        self,
        list_id: int,
        body: Sequence[ListsItemsCreateItem | ListsItemsCreateItemDict | Response],
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[ListsItemsCreateResponse]:
        """As `ListsItems.create`."""
        return self._run(CREATE, {"list_id": list_id}, body, {**options})

    def bulk_delete(
        self, list_id: int, body: Sequence[str] | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[ListsItemsBulkDeleteResponse]:
        """As `ListsItems.bulk_delete`."""
        return self._run(BULK_DELETE, {"list_id": list_id}, body, {**options})
