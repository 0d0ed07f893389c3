"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...lists_limit import ListsLimitUpdateResponse


UPDATE = Operation(
    "lists.limit.update",
    "PUT /lists/{list_id}/limit",
    answer="ListsLimitUpdateResponse",
    numbers=("list_id",),
    body=True,
    whole_body=True,
    null_body=True,
)


class ListsLimit(Resource["ListsLimitWithRawResponse"]):
    """The API, for threads."""

    def update(self, list_id: int, body: int | None, **options: Unpack[RequestOptions]) -> ListsLimitUpdateResponse:
        """Set the limit, or none.

        `body` is sent as application/json.
        """
        return self._run(UPDATE, {"list_id": list_id}, body, options)


class ListsLimitWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    update: Final = as_raw(ListsLimit.update)


class AsyncListsLimit(AsyncResource["AsyncListsLimitWithRawResponse"]):
    """The API, for asyncio and trio."""

    update: Final = as_async(ListsLimit.update)


class AsyncListsLimitWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    update: Final = as_async_raw(ListsLimit.update)
