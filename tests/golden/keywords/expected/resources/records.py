"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.models import Params, R
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..keywords import ZoneIdOptions
    from ..keywords.records import RecordsCreateKeywords
    from ..records_create import RecordsCreateResponse


CREATE = Operation("records.create", "POST /zones/{zone_id}/records", variants="RECORDS_CREATE")


class Records(Resource["RecordsWithRawResponse"]):
    """The API, for threads."""

    @overload
    def create(self, params: Params[R], **options: Unpack[ZoneIdOptions]) -> R: ...
    @overload
    def create(self, params: None = None, **fields: Unpack[RecordsCreateKeywords]) -> RecordsCreateResponse: ...
    def create(self, params: object = None, **fields: object) -> object:
        """Add a record."""
        return self._run(CREATE, {}, params, fields)


class RecordsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    @overload
    def create(self, params: Params[R], **options: Unpack[ZoneIdOptions]) -> RawResponse[R]: ...
    @overload
    def create(
        self, params: None = None, **fields: Unpack[RecordsCreateKeywords]
    ) -> RawResponse[RecordsCreateResponse]: ...
    def create(self, params: object = None, **fields: object) -> object:
        """As `Records.create`."""
        return self._run(CREATE, {}, params, fields)


class AsyncRecords(AsyncResource["AsyncRecordsWithRawResponse"]):
    """The API, for asyncio and trio."""

    @overload
    async def create(self, params: Params[R], **options: Unpack[ZoneIdOptions]) -> R: ...
    @overload
    async def create(self, params: None = None, **fields: Unpack[RecordsCreateKeywords]) -> RecordsCreateResponse: ...
    async def create(self, params: object = None, **fields: object) -> object:
        """As `Records.create`."""
        return await self._run(CREATE, {}, params, fields)


class AsyncRecordsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    @overload
    def create(self, params: Params[R], **options: Unpack[ZoneIdOptions]) -> AsyncRawResponse[R]: ...
    @overload
    def create(
        self, params: None = None, **fields: Unpack[RecordsCreateKeywords]
    ) -> AsyncRawResponse[RecordsCreateResponse]: ...
    def create(self, params: object = None, **fields: object) -> object:
        """As `Records.create`."""
        return self._run(CREATE, {}, params, fields)
