"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.models import UNSET
from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final, Unpack

    from ..._runtime.models import UnsetType
    from ..._runtime.options import RequestOptions
    from ...lists_ids import ListsIdsBulkUpdateResponse


BULK_UPDATE = Operation(
    "lists.ids.bulk_update",
    "PUT /lists/{list_id}/ids",
    answer="ListsIdsBulkUpdateResponse",
    numbers=("list_id",),
    body=True,
    whole_body=True,
    optional_body=True,
    null_body=True,
)


class ListsIds(Resource["ListsIdsWithRawResponse"]):
    """The API, for threads."""

    def bulk_update(
        self, list_id: int, body: Sequence[int] | None | UnsetType = UNSET, **options: Unpack[RequestOptions]
    ) -> ListsIdsBulkUpdateResponse:
        """Set the ids.

        `body` is sent as application/json.
        """
        return self._run(BULK_UPDATE, {"list_id": list_id}, body, options)


class ListsIdsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    bulk_update: Final = as_raw(ListsIds.bulk_update)


class AsyncListsIds(AsyncResource["AsyncListsIdsWithRawResponse"]):
    """The API, for asyncio and trio."""

    bulk_update: Final = as_async(ListsIds.bulk_update)


class AsyncListsIdsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    bulk_update: Final = as_async_raw(ListsIds.bulk_update)
