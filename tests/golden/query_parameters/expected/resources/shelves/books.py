"""Library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ...keywords.shelves import ShelvesBooksListKeywords
    from ...shelves_books import ShelvesBooksListResponse


LIST = Operation(
    "shelves.books.list",
    "GET /shelves/{shelf}/books",
    answer="ShelvesBooksListResponse",
    query="shelf_ order_by timeout_ limit lent tags since filter at from_page",
    required="order_by",
    renamed={"shelf_": "shelf", "order_by": "order-by", "timeout_": "timeout"},
    headers={"x_trace": "X-Trace"},
    styles={"filter": "form exploded", "at": "form exploded reserved"},
)


class ShelvesBooks(Resource["ShelvesBooksWithRawResponse"]):
    """Library, for threads."""

    def list(self, shelf: str, **options: Unpack[ShelvesBooksListKeywords]) -> ShelvesBooksListResponse:
        """List the books of a shelf."""
        return self._run(LIST, {"shelf": shelf}, None, options)


class ShelvesBooksWithRawResponse(RawResource):
    """Library, for threads, giving HTTP responses."""

    list: Final = as_raw(ShelvesBooks.list)


class AsyncShelvesBooks(AsyncResource["AsyncShelvesBooksWithRawResponse"]):
    """Library, for asyncio and trio."""

    list: Final = as_async(ShelvesBooks.list)


class AsyncShelvesBooksWithRawResponse(RawResource):
    """Library, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw(ShelvesBooks.list)
