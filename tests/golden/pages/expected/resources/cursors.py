"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operations import Operation
from .._runtime.pages import as_async_pages, as_async_raw_page, paged
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from .._runtime.pages import SyncPage
    from ..keywords.cursors import CursorsListKeywords


LIST = Operation(
    "cursors.list",
    "GET /cursors",
    answer="CursorsListResponse",
    query="cursor limit",
    pages=("cursor", "cursor", "limit", ""),
)


class Cursors(Resource["CursorsWithRawResponse"]):
    """The API, for threads."""

    def list(self, **options: Unpack[CursorsListKeywords]) -> SyncPage[str]:
        """A cursor."""
        return paged(self, LIST, {}, None, options)


class CursorsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    list: Final = as_raw(Cursors.list)


class AsyncCursors(AsyncResource["AsyncCursorsWithRawResponse"]):
    """The API, for asyncio and trio."""

    list: Final = as_async_pages(Cursors.list)


class AsyncCursorsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw_page(Cursors.list)
