"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.models import Params, R
    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..keywords.records_create import RecordsCreateKeywords
    from ..records_create import RecordsCreateResponse

    class _Options(RequestOptions, total=False):
        zone_id: str | None


CREATE = Operation(
    name="records.create",
    method="POST",
    path="/zones/{zone_id}/records",
    variants="RECORDS_CREATE",
)


class Records(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> RecordsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return RecordsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> RecordsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return RecordsWithRawResponse(self._client, unread=True)

    @overload
    def create(self, params: Params[R], **options: Unpack[_Options]) -> R: ...
    @overload
    def create(self, params: None = None, **fields: Unpack[RecordsCreateKeywords]) -> RecordsCreateResponse: ...
    def create(self, params: object = None, **fields: object) -> object:
        """Add a record.

        Takes an instance of `RecordsCreateParams`, or its fields by keyword, and options of the
        call.
        """
        return self._run(CREATE, {}, params, fields)


class RecordsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    @overload
    def create(self, params: Params[R], **options: Unpack[_Options]) -> RawResponse[R]: ...
    @overload
    def create(
        self, params: None = None, **fields: Unpack[RecordsCreateKeywords]
    ) -> RawResponse[RecordsCreateResponse]: ...
    def create(self, params: object = None, **fields: object) -> object:
        """As `Records.create`."""
        return self._run(CREATE, {}, params, fields)


class AsyncRecords(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncRecordsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncRecordsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncRecordsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncRecordsWithRawResponse(self._client, unread=True)

    @overload
    async def create(self, params: Params[R], **options: Unpack[_Options]) -> R: ...
    @overload
    async def create(self, params: None = None, **fields: Unpack[RecordsCreateKeywords]) -> RecordsCreateResponse: ...
    async def create(self, params: object = None, **fields: object) -> object:
        """As `Records.create`."""
        return await self._run(CREATE, {}, params, fields)


class AsyncRecordsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    @overload
    def create(self, params: Params[R], **options: Unpack[_Options]) -> AsyncRawResponse[R]: ...
    @overload
    def create(
        self, params: None = None, **fields: Unpack[RecordsCreateKeywords]
    ) -> AsyncRawResponse[RecordsCreateResponse]: ...
    def create(self, params: object = None, **fields: object) -> object:
        """As `Records.create`."""
        return self._run(CREATE, {}, params, fields)
