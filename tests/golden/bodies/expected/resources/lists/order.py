"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final, Literal, Unpack

    from ..._runtime.models import Response
    from ..._runtime.options import RequestOptions
    from ...components.item import Item
    from ...keywords.components.item import ItemDict
    from ...keywords.lists import ListsOrderUpdateKeywords
    from ...lists_order import ListsOrderUpdateParams, ListsOrderUpdateResponse


UPDATE = Operation(
    "lists.order.update",
    "PUT /lists/{list_id}/order",
    params="ListsOrderUpdateParams",
    numbers=("list_id",),
    items="Item",
    null_body=True,
)


class ListsOrder(Resource["ListsOrderWithRawResponse"]):
    """The API, for threads."""

    @overload
    def update(
        self, list_id: int, params: ListsOrderUpdateParams, **options: Unpack[RequestOptions]
    ) -> ListsOrderUpdateResponse: ...
    @overload
    def update(
        self,
        list_id: int,
        *,
        body: Sequence[Item | ItemDict | Response] | Literal["random"] | None,
        **options: Unpack[RequestOptions],
    ) -> ListsOrderUpdateResponse: ...
    @overload
    def update(
        self, list_id: int, params: None = None, **fields: Unpack[ListsOrderUpdateKeywords]
    ) -> ListsOrderUpdateResponse: ...
    def update(self, list_id: int, params: object = None, **fields: object) -> object:
        """Set the order, by a rule or by the ids of all items."""
        return self._run(UPDATE, {"list_id": list_id}, params, fields)


class ListsOrderWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    update: Final = as_raw(ListsOrder.update)


class AsyncListsOrder(AsyncResource["AsyncListsOrderWithRawResponse"]):
    """The API, for asyncio and trio."""

    update: Final = as_async(ListsOrder.update)


class AsyncListsOrderWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    update: Final = as_async_raw(ListsOrder.update)
