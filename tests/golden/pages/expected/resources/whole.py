"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..keywords.whole import WholeListKeywords
    from ..whole import WholeListResponse


LIST = Operation("whole.list", "GET /whole", answer="WholeListResponse", query="order", deprecated=True)


class Whole(Resource["WholeWithRawResponse"]):
    """The API, for threads."""

    def list(self, **options: Unpack[WholeListKeywords]) -> WholeListResponse:
        """No pages.

        Deprecated. Use numbered \\ \"\"\" instead. It ends on 2027-01-31.

        The token needs one of: Archive Write, Archive Read.

        Permissions: #archive:read.

        Plans: business, enterprise.
        """
        return self._run(LIST, {}, None, options)


class WholeWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    list: Final = as_raw(Whole.list)


class AsyncWhole(AsyncResource["AsyncWholeWithRawResponse"]):
    """The API, for asyncio and trio."""

    list: Final = as_async(Whole.list)


class AsyncWholeWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw(Whole.list)
