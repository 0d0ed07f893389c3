"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...keywords.shelves import ShelvesBooksGetKeywords
    from ...shelves_books import ShelvesBooksGetResponse


GET = Operation(
    "shelves.books.get",
    "GET /shelves/{shelf}/books/{book}",
    answer="ShelvesBooksGetResponse",
    query="filter",
    styles={"filter": "application/json"},
)
DELETE = Operation("shelves.books.delete", "DELETE /shelves/{shelf}/books/{book}", empty=True)


class ShelvesBooks(Resource["ShelvesBooksWithRawResponse"]):
    """The API, for threads."""

    def get(self, book: str, *, shelf: str, **options: Unpack[ShelvesBooksGetKeywords]) -> ShelvesBooksGetResponse:
        """Find a book."""
        return self._run(GET, {"shelf": shelf, "book": book}, None, options)

    def delete(self, book: str, *, shelf: str, **options: Unpack[RequestOptions]) -> None:
        """Drop a book."""
        answer: None = self._run(DELETE, {"shelf": shelf, "book": book}, None, options)
        return answer


class ShelvesBooksWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    get: Final = as_raw(ShelvesBooks.get)
    delete: Final = as_raw(ShelvesBooks.delete)


class AsyncShelvesBooks(AsyncResource["AsyncShelvesBooksWithRawResponse"]):
    """The API, for asyncio and trio."""

    get: Final = as_async(ShelvesBooks.get)
    delete: Final = as_async(ShelvesBooks.delete)


class AsyncShelvesBooksWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(ShelvesBooks.get)
    delete: Final = as_async_raw(ShelvesBooks.delete)
