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
    from ..components.record import RecordResponse
    from ..keywords.both import BothListKeywords


LIST = Operation(
    "both.list",
    "GET /both",
    answer="BothListResponse",
    query="cursor limit",
    pages=("cursor", "cursor", "limit", "class_"),
)


class Both(Resource["BothWithRawResponse"]):
    """The API, for threads."""

    def list(self, **options: Unpack[BothListKeywords]) -> SyncPage[RecordResponse]:
        """Cursors before and after, items in the result."""
        return paged(self, LIST, {}, None, options)


class BothWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    list: Final = as_raw(Both.list)


class AsyncBoth(AsyncResource["AsyncBothWithRawResponse"]):
    """The API, for asyncio and trio."""

    list: Final = as_async_pages(Both.list)


class AsyncBothWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw_page(Both.list)
