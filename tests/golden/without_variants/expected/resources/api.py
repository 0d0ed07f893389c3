"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from .._runtime.options import RequestOptions
    from ..api import ApiGetResponse


GET = Operation("api.get", "GET /", answer="ApiGetResponse")


class Api(Resource["ApiWithRawResponse"]):
    """The API, for threads."""

    def get(self, **options: Unpack[RequestOptions]) -> ApiGetResponse:
        """GET /."""
        return self._run(GET, {}, None, options)


class ApiWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    get: Final = as_raw(Api.get)


class AsyncApi(AsyncResource["AsyncApiWithRawResponse"]):
    """The API, for asyncio and trio."""

    get: Final = as_async(Api.get)


class AsyncApiWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(Api.get)
