"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .books import AsyncShelvesBooks, AsyncShelvesBooksWithRawResponse, ShelvesBooks, ShelvesBooksWithRawResponse


class Shelves(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShelvesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShelvesWithRawResponse(self._client, unread=True)

    @cached_property
    def books(self) -> ShelvesBooks:
        """The API."""
        from .books import ShelvesBooks

        return ShelvesBooks(self._client)


class ShelvesWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    @cached_property
    def books(self) -> ShelvesBooksWithRawResponse:
        """The API."""
        from .books import ShelvesBooksWithRawResponse

        return ShelvesBooksWithRawResponse(self._client, unread=self._unread)


class AsyncShelves(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShelvesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShelvesWithRawResponse(self._client, unread=True)

    @cached_property
    def books(self) -> AsyncShelvesBooks:
        """The API."""
        from .books import AsyncShelvesBooks

        return AsyncShelvesBooks(self._client)


class AsyncShelvesWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    @cached_property
    def books(self) -> AsyncShelvesBooksWithRawResponse:
        """The API."""
        from .books import AsyncShelvesBooksWithRawResponse

        return AsyncShelvesBooksWithRawResponse(self._client, unread=self._unread)
