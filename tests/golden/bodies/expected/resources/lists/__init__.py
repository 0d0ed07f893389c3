"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .items import AsyncListsItems, AsyncListsItemsWithRawResponse, ListsItems, ListsItemsWithRawResponse
    from .mode import AsyncListsMode, AsyncListsModeWithRawResponse, ListsMode, ListsModeWithRawResponse


class Lists(Resource["ListsWithRawResponse"]):
    """The API, for threads."""

    items: Nested[ListsItems] = Nested(".items", "ListsItems")
    """The API."""
    mode: Nested[ListsMode] = Nested(".mode", "ListsMode")
    """The API."""


class ListsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    items: Nested[ListsItemsWithRawResponse] = Nested(".items", "ListsItemsWithRawResponse")
    mode: Nested[ListsModeWithRawResponse] = Nested(".mode", "ListsModeWithRawResponse")


class AsyncLists(AsyncResource["AsyncListsWithRawResponse"]):
    """The API, for asyncio and trio."""

    items: Nested[AsyncListsItems] = Nested(".items", "AsyncListsItems")
    mode: Nested[AsyncListsMode] = Nested(".mode", "AsyncListsMode")


class AsyncListsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    items: Nested[AsyncListsItemsWithRawResponse] = Nested(".items", "AsyncListsItemsWithRawResponse")
    mode: Nested[AsyncListsModeWithRawResponse] = Nested(".mode", "AsyncListsModeWithRawResponse")
