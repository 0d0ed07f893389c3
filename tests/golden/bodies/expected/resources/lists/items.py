"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final, Unpack

    from ..._runtime.models import Response
    from ..._runtime.options import RequestOptions
    from ...components.item import Item
    from ...keywords.components.item import ItemDict
    from ...lists_items import ListsItemsBulkDeleteResponse, ListsItemsCreateResponse


CREATE = Operation(
    "lists.items.create",
    "POST /lists/{list_id}/items",
    answer="ListsItemsCreateResponse",
    numbers=("list_id",),
    body=True,
    whole_body=True,
    items="Item",
)
BULK_DELETE = Operation(
    "lists.items.bulk_delete",
    "DELETE /lists/{list_id}/items",
    answer="ListsItemsBulkDeleteResponse",
    numbers=("list_id",),
    body=True,
    whole_body=True,
    optional_body=True,
)


class ListsItems(Resource["ListsItemsWithRawResponse"]):
    """The API, for threads."""

    def create(
        self, list_id: int, body: Sequence[Item | ItemDict | Response], **options: Unpack[RequestOptions]
    ) -> ListsItemsCreateResponse:
        """Add items.

        `body` is sent as application/json.
        """
        return self._run(CREATE, {"list_id": list_id}, body, options)

    def bulk_delete(
        self, list_id: int, body: Sequence[str] | None = None, **options: Unpack[RequestOptions]
    ) -> ListsItemsBulkDeleteResponse:
        """Take items out, or all.

        `body` is sent as application/json.
        """
        return self._run(BULK_DELETE, {"list_id": list_id}, body, options)


class ListsItemsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    create: Final = as_raw(ListsItems.create)
    bulk_delete: Final = as_raw(ListsItems.bulk_delete)


class AsyncListsItems(AsyncResource["AsyncListsItemsWithRawResponse"]):
    """The API, for asyncio and trio."""

    create: Final = as_async(ListsItems.create)
    bulk_delete: Final = as_async(ListsItems.bulk_delete)


class AsyncListsItemsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    create: Final = as_async_raw(ListsItems.create)
    bulk_delete: Final = as_async_raw(ListsItems.bulk_delete)
