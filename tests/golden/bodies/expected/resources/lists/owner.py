"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...keywords.lists import ListsOwnerUpdateKeywords
    from ...lists_owner import ListsOwnerUpdateParams, ListsOwnerUpdateResponse


UPDATE = Operation(
    "lists.owner.update",
    "PUT /lists/{list_id}/owner",
    params="ListsOwnerUpdateParams",
    numbers=("list_id",),
    optional_body=True,
    null_body=True,
)


class ListsOwner(Resource["ListsOwnerWithRawResponse"]):
    """The API, for threads."""

    @overload
    def update(
        self, list_id: int, params: ListsOwnerUpdateParams, **options: Unpack[RequestOptions]
    ) -> ListsOwnerUpdateResponse: ...
    @overload
    def update(self, list_id: int, *, body: None, **options: Unpack[RequestOptions]) -> ListsOwnerUpdateResponse: ...
    @overload
    def update(
        self, list_id: int, params: None = None, **fields: Unpack[ListsOwnerUpdateKeywords]
    ) -> ListsOwnerUpdateResponse: ...
    def update(self, list_id: int, params: object = None, **fields: object) -> object:
        """Set the owner; null takes it away."""
        return self._run(UPDATE, {"list_id": list_id}, params, fields)


class ListsOwnerWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    update: Final = as_raw(ListsOwner.update)


class AsyncListsOwner(AsyncResource["AsyncListsOwnerWithRawResponse"]):
    """The API, for asyncio and trio."""

    update: Final = as_async(ListsOwner.update)


class AsyncListsOwnerWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    update: Final = as_async_raw(ListsOwner.update)
