"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...lists import ListsDeleteResponse
    from . import items as _items
    from . import limit as _limit
    from . import mode as _mode


DELETE = Operation("lists.delete", "DELETE /lists/{list_id}", answer="ListsDeleteResponse", numbers=("list_id",))


class Lists(Resource["ListsWithRawResponse"]):
    """The API, for threads."""

    items: Nested[_items.ListsItems] = Nested()
    """The API."""
    limit: Nested[_limit.ListsLimit] = Nested()
    """The API."""
    mode: Nested[_mode.ListsMode] = Nested()
    """The API."""

    def delete(self, list_id: int, **options: Unpack[RequestOptions]) -> ListsDeleteResponse:
        """Delete a list."""
        return self._run(DELETE, {"list_id": list_id}, None, options)


class ListsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    items: Nested[_items.ListsItemsWithRawResponse] = Nested()
    limit: Nested[_limit.ListsLimitWithRawResponse] = Nested()
    mode: Nested[_mode.ListsModeWithRawResponse] = Nested()
    delete: Final = as_raw(Lists.delete)


class AsyncLists(AsyncResource["AsyncListsWithRawResponse"]):
    """The API, for asyncio and trio."""

    items: Nested[_items.AsyncListsItems] = Nested()
    limit: Nested[_limit.AsyncListsLimit] = Nested()
    mode: Nested[_mode.AsyncListsMode] = Nested()
    delete: Final = as_async(Lists.delete)


class AsyncListsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    items: Nested[_items.AsyncListsItemsWithRawResponse] = Nested()
    limit: Nested[_limit.AsyncListsLimitWithRawResponse] = Nested()
    mode: Nested[_mode.AsyncListsModeWithRawResponse] = Nested()
    delete: Final = as_async_raw(Lists.delete)
