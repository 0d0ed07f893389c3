"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...lists import ListsCheckResponse, ListsDeleteResponse
    from . import ids as _ids
    from . import items as _items
    from . import limit as _limit
    from . import mode as _mode
    from . import order as _order
    from . import owner as _owner


DELETE = Operation("lists.delete", "DELETE /lists/{list_id}", answer="ListsDeleteResponse", numbers=("list_id",))
CHECK = Operation(
    "lists.check",
    "POST /lists/{list_id}/check",
    answer="ListsCheckResponse",
    numbers=("list_id",),
    body=True,
    null_body=True,
)


class Lists(Resource["ListsWithRawResponse"]):
    """The API, for threads."""

    ids: Nested[_ids.ListsIds] = Nested()
    """The API."""
    items: Nested[_items.ListsItems] = Nested()
    """The API."""
    limit: Nested[_limit.ListsLimit] = Nested()
    """The API."""
    mode: Nested[_mode.ListsMode] = Nested()
    """The API."""
    order: Nested[_order.ListsOrder] = Nested()
    """The API."""
    owner: Nested[_owner.ListsOwner] = Nested()
    """The API."""

    def delete(self, list_id: int, **options: Unpack[RequestOptions]) -> ListsDeleteResponse:
        """Delete a list."""
        return self._run(DELETE, {"list_id": list_id}, None, options)

    def check(
        self, /, list_id: int, params: Mapping[str, object] | bytes | None = None, **fields: object
    ) -> ListsCheckResponse:
        """Check a list.

        `params` is a mapping, sent as JSON, or bytes. You can pass keywords instead; `body` alone is the whole body.
        """
        return self._run(CHECK, {"list_id": list_id}, params, fields)


class ListsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    ids: Nested[_ids.ListsIdsWithRawResponse] = Nested()
    items: Nested[_items.ListsItemsWithRawResponse] = Nested()
    limit: Nested[_limit.ListsLimitWithRawResponse] = Nested()
    mode: Nested[_mode.ListsModeWithRawResponse] = Nested()
    order: Nested[_order.ListsOrderWithRawResponse] = Nested()
    owner: Nested[_owner.ListsOwnerWithRawResponse] = Nested()
    delete: Final = as_raw(Lists.delete)
    check: Final = as_raw(Lists.check)


class AsyncLists(AsyncResource["AsyncListsWithRawResponse"]):
    """The API, for asyncio and trio."""

    ids: Nested[_ids.AsyncListsIds] = Nested()
    items: Nested[_items.AsyncListsItems] = Nested()
    limit: Nested[_limit.AsyncListsLimit] = Nested()
    mode: Nested[_mode.AsyncListsMode] = Nested()
    order: Nested[_order.AsyncListsOrder] = Nested()
    owner: Nested[_owner.AsyncListsOwner] = Nested()
    delete: Final = as_async(Lists.delete)
    check: Final = as_async(Lists.check)


class AsyncListsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    ids: Nested[_ids.AsyncListsIdsWithRawResponse] = Nested()
    items: Nested[_items.AsyncListsItemsWithRawResponse] = Nested()
    limit: Nested[_limit.AsyncListsLimitWithRawResponse] = Nested()
    mode: Nested[_mode.AsyncListsModeWithRawResponse] = Nested()
    order: Nested[_order.AsyncListsOrderWithRawResponse] = Nested()
    owner: Nested[_owner.AsyncListsOwnerWithRawResponse] = Nested()
    delete: Final = as_async_raw(Lists.delete)
    check: Final = as_async_raw(Lists.check)
