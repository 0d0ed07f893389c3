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
    from ..keywords.numbered import NumberedListKeywords


LIST = Operation(
    "numbered.list",
    "GET /numbered",
    answer="NumberedListResponse",
    query="page per_page order",
    pages=("page", "page", "per_page", ""),
)


class Numbered(Resource["NumberedWithRawResponse"]):
    """The API, for threads."""

    def list(self, **options: Unpack[NumberedListKeywords]) -> SyncPage[RecordResponse]:
        """Numbered pages."""
        return paged(self, LIST, {}, None, options)


class NumberedWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    list: Final = as_raw(Numbered.list)


class AsyncNumbered(AsyncResource["AsyncNumberedWithRawResponse"]):
    """The API, for asyncio and trio."""

    list: Final = as_async_pages(Numbered.list)


class AsyncNumberedWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw_page(Numbered.list)
