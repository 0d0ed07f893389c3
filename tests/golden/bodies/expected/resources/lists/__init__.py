"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .items import AsyncListsItems, AsyncListsItemsWithRawResponse, ListsItems, ListsItemsWithRawResponse
    from .mode import AsyncListsMode, AsyncListsModeWithRawResponse, ListsMode, ListsModeWithRawResponse


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

    @cached_property
    def items(self) -> ListsItems:
        """The API."""
        from .items import ListsItems

        return ListsItems(self._client)

    @cached_property
    def mode(self) -> ListsMode:
        """The API."""
        from .mode import ListsMode

        return ListsMode(self._client)


class ListsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    @cached_property
    def items(self) -> ListsItemsWithRawResponse:
        """The API."""
        from .items import ListsItemsWithRawResponse

        return ListsItemsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def mode(self) -> ListsModeWithRawResponse:
        """The API."""
        from .mode import ListsModeWithRawResponse

        return ListsModeWithRawResponse(self._client, unread=self._unread)


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

    @cached_property
    def items(self) -> AsyncListsItems:
        """The API."""
        from .items import AsyncListsItems

        return AsyncListsItems(self._client)

    @cached_property
    def mode(self) -> AsyncListsMode:
        """The API."""
        from .mode import AsyncListsMode

        return AsyncListsMode(self._client)


class AsyncListsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    @cached_property
    def items(self) -> AsyncListsItemsWithRawResponse:
        """The API."""
        from .items import AsyncListsItemsWithRawResponse

        return AsyncListsItemsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def mode(self) -> AsyncListsModeWithRawResponse:
        """The API."""
        from .mode import AsyncListsModeWithRawResponse

        return AsyncListsModeWithRawResponse(self._client, unread=self._unread)
