"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.resources import AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from . import items as _items
    from . import limit as _limit
    from . import mode as _mode


class Lists(Resource["ListsWithRawResponse"]):
    """The API, for threads."""

    items: Nested[_items.ListsItems] = Nested()
    """The API."""
    limit: Nested[_limit.ListsLimit] = Nested()
    """The API."""
    mode: Nested[_mode.ListsMode] = Nested()
    """The API."""


class ListsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    items: Nested[_items.ListsItemsWithRawResponse] = Nested()
    limit: Nested[_limit.ListsLimitWithRawResponse] = Nested()
    mode: Nested[_mode.ListsModeWithRawResponse] = Nested()


class AsyncLists(AsyncResource["AsyncListsWithRawResponse"]):
    """The API, for asyncio and trio."""

    items: Nested[_items.AsyncListsItems] = Nested()
    limit: Nested[_limit.AsyncListsLimit] = Nested()
    mode: Nested[_mode.AsyncListsMode] = Nested()


class AsyncListsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    items: Nested[_items.AsyncListsItemsWithRawResponse] = Nested()
    limit: Nested[_limit.AsyncListsLimitWithRawResponse] = Nested()
    mode: Nested[_mode.AsyncListsModeWithRawResponse] = Nested()
