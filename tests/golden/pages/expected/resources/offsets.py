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
    from ..keywords.offsets import OffsetsListKeywords


LIST = Operation(
    "offsets.list",
    "GET /offsets",
    answer="OffsetsListResponse",
    query="offset limit",
    pages=("offset", "offset", "limit", ""),
)


class Offsets(Resource["OffsetsWithRawResponse"]):
    """The API, for threads."""

    def list(self, **options: Unpack[OffsetsListKeywords]) -> SyncPage[RecordResponse]:
        """Offsets."""
        return paged(self, LIST, {}, None, options)


class OffsetsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    list: Final = as_raw(Offsets.list)


class AsyncOffsets(AsyncResource["AsyncOffsetsWithRawResponse"]):
    """The API, for asyncio and trio."""

    list: Final = as_async_pages(Offsets.list)


class AsyncOffsetsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw_page(Offsets.list)
