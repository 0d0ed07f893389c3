"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from . import items as _items
    from . import mode as _mode


class Lists(Resource["ListsWithRawResponse"]):
    """The API, for threads."""

    items: Nested[_items.ListsItems] = Nested()
    """The API."""
    mode: Nested[_mode.ListsMode] = Nested()
    """The API."""


class ListsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    items: Nested[_items.ListsItemsWithRawResponse] = Nested()
    mode: Nested[_mode.ListsModeWithRawResponse] = Nested()


class AsyncLists(AsyncResource["AsyncListsWithRawResponse"]):
    """The API, for asyncio and trio."""

    items: Nested[_items.AsyncListsItems] = Nested()
    mode: Nested[_mode.AsyncListsMode] = Nested()


class AsyncListsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    items: Nested[_items.AsyncListsItemsWithRawResponse] = Nested()
    mode: Nested[_mode.AsyncListsModeWithRawResponse] = Nested()
