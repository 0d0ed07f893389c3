"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Literal, Unpack

    from ..._runtime.options import RequestOptions
    from ...lists_mode import ListsModeUpdateResponse


UPDATE = Operation(
    "lists.mode.update",
    "PUT /lists/{list_id}/mode/{mode}",
    answer="ListsModeUpdateResponse",
    numbers=("list_id",),
    body=True,
    whole_body=True,
)


class ListsMode(Resource["ListsModeWithRawResponse"]):
    """The API, for threads."""

    def update(
        self,
        mode: Literal["open", "closed"],
        body: Literal["fast", "slow"],
        *,
        list_id: int | str,
        **options: Unpack[RequestOptions],
    ) -> ListsModeUpdateResponse:
        """Set the mode.

        `body` is sent as application/json.
        """
        return self._run(UPDATE, {"list_id": list_id, "mode": mode}, body, options)


class ListsModeWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    update: Final = as_raw(ListsMode.update)


class AsyncListsMode(AsyncResource["AsyncListsModeWithRawResponse"]):
    """The API, for asyncio and trio."""

    update: Final = as_async(ListsMode.update)


class AsyncListsModeWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    update: Final = as_async_raw(ListsMode.update)
