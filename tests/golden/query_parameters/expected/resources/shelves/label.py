"""Library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions


GET = Operation("shelves.label.get", "GET /shelves/{shelf}/label", empty=True)


class ShelvesLabel(Resource["ShelvesLabelWithRawResponse"]):
    """Library, for threads."""

    def get(self, shelf: str, **options: Unpack[RequestOptions]) -> None:
        """GET /shelves/{shelf}/label."""
        answer: None = self._run(GET, {"shelf": shelf}, None, options)
        return answer


class ShelvesLabelWithRawResponse(RawResource):
    """Library, for threads, giving HTTP responses."""

    get: Final = as_raw(ShelvesLabel.get)


class AsyncShelvesLabel(AsyncResource["AsyncShelvesLabelWithRawResponse"]):
    """Library, for asyncio and trio."""

    get: Final = as_async(ShelvesLabel.get)


class AsyncShelvesLabelWithRawResponse(RawResource):
    """Library, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(ShelvesLabel.get)
