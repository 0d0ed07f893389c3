"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..keywords import ZoneIdOptions
    from ..keywords.records import RecordsCreateKeywords
    from ..records import RecordsCreateResponse
    from ..records_create import RecordsCreateParams


CREATE = Operation("records.create", "POST /zones/{zone_id}/records", variants="RECORDS_CREATE")


class Records(Resource["RecordsWithRawResponse"]):
    """The API, for threads."""

    @overload
    def create(self, params: RecordsCreateParams, **options: Unpack[ZoneIdOptions]) -> RecordsCreateResponse: ...
    @overload
    def create(self, params: None = None, **fields: Unpack[RecordsCreateKeywords]) -> RecordsCreateResponse: ...
    def create(self, params: object = None, **fields: object) -> object:
        """Add a record."""
        return self._run(CREATE, {}, params, fields)


class RecordsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    create: Final = as_raw(Records.create)


class AsyncRecords(AsyncResource["AsyncRecordsWithRawResponse"]):
    """The API, for asyncio and trio."""

    create: Final = as_async(Records.create)


class AsyncRecordsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    create: Final = as_async_raw(Records.create)
