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
    from ..keywords.zones_records import ZonesRecordsKeywords
    from ..keywords.zones_update_probes import ZonesUpdateProbesKeywords
    from ..zones_records import ZonesRecordsResponse
    from ..zones_update_probes import ZonesUpdateProbesParams, ZonesUpdateProbesResponse

    class _Options(RequestOptions, total=False):
        dry: bool | None


UPDATE_PROBES = Operation(
    name="zones.update_probes",
    method="PUT",
    path="/zones/{zone_id}/probes/{probe_id}",
    variants="ZONES_UPDATE_PROBES",
    query={"dry": "dry"},
    moved=(
        "max_retries",
        "timeout",
    ),
)

RECORDS = Operation(
    name="zones.records",
    method="POST",
    path="/zones/{zone_id}/records",
    variants="ZONES_RECORDS",
)


class Zones(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ZonesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ZonesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ZonesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ZonesWithRawResponse(self._client, unread=True)

    @overload
    def update_probes(
        self, zone_id: str, probe_id: str, params_: ZonesUpdateProbesParams, **options: Unpack[_Options]
    ) -> ZonesUpdateProbesResponse: ...
    @overload
    def update_probes(
        self, zone_id: str, probe_id: str, params_: None = None, **fields: Unpack[ZonesUpdateProbesKeywords]
    ) -> ZonesUpdateProbesResponse: ...
    def update_probes(self, zone_id: str, probe_id: str, params_: object = None, **fields: object) -> object:
        """Change a probe.

        Takes an instance of `ZonesUpdateProbesParams`, or its fields by keyword, and options of
        the call. By keyword, `max_retries` is the field; the option is `max_retries_`. By
        keyword, `timeout` is the field; the option is `timeout_`.
        """
        return self._run(UPDATE_PROBES, {"zone_id": zone_id, "probe_id": probe_id}, params_, fields)

    @overload
    def records(self, zone_id: str, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def records(
        self, zone_id: str, params: None = None, **fields: Unpack[ZonesRecordsKeywords]
    ) -> ZonesRecordsResponse: ...
    def records(self, zone_id: str, params: object = None, **fields: object) -> object:
        """Add a record.

        Takes an instance of `ZonesRecordsParams`, or its fields by keyword, and options of the
        call.
        """
        return self._run(RECORDS, {"zone_id": zone_id}, params, fields)


class ZonesWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    @overload
    def update_probes(
        self, zone_id: str, probe_id: str, params_: ZonesUpdateProbesParams, **options: Unpack[_Options]
    ) -> RawResponse[ZonesUpdateProbesResponse]: ...
    @overload
    def update_probes(
        self, zone_id: str, probe_id: str, params_: None = None, **fields: Unpack[ZonesUpdateProbesKeywords]
    ) -> RawResponse[ZonesUpdateProbesResponse]: ...
    def update_probes(self, zone_id: str, probe_id: str, params_: object = None, **fields: object) -> object:
        """As `Zones.update_probes`."""
        return self._run(UPDATE_PROBES, {"zone_id": zone_id, "probe_id": probe_id}, params_, fields)

    @overload
    def records(self, zone_id: str, params: Params[R], **options: Unpack[RequestOptions]) -> RawResponse[R]: ...
    @overload
    def records(
        self, zone_id: str, params: None = None, **fields: Unpack[ZonesRecordsKeywords]
    ) -> RawResponse[ZonesRecordsResponse]: ...
    def records(self, zone_id: str, params: object = None, **fields: object) -> object:
        """As `Zones.records`."""
        return self._run(RECORDS, {"zone_id": zone_id}, params, fields)


class AsyncZones(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncZonesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncZonesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncZonesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncZonesWithRawResponse(self._client, unread=True)

    @overload
    async def update_probes(
        self, zone_id: str, probe_id: str, params_: ZonesUpdateProbesParams, **options: Unpack[_Options]
    ) -> ZonesUpdateProbesResponse: ...
    @overload
    async def update_probes(
        self, zone_id: str, probe_id: str, params_: None = None, **fields: Unpack[ZonesUpdateProbesKeywords]
    ) -> ZonesUpdateProbesResponse: ...
    async def update_probes(self, zone_id: str, probe_id: str, params_: object = None, **fields: object) -> object:
        """As `Zones.update_probes`."""
        return await self._run(UPDATE_PROBES, {"zone_id": zone_id, "probe_id": probe_id}, params_, fields)

    @overload
    async def records(self, zone_id: str, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    async def records(
        self, zone_id: str, params: None = None, **fields: Unpack[ZonesRecordsKeywords]
    ) -> ZonesRecordsResponse: ...
    async def records(self, zone_id: str, params: object = None, **fields: object) -> object:
        """As `Zones.records`."""
        return await self._run(RECORDS, {"zone_id": zone_id}, params, fields)


class AsyncZonesWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    @overload
    def update_probes(
        self, zone_id: str, probe_id: str, params_: ZonesUpdateProbesParams, **options: Unpack[_Options]
    ) -> AsyncRawResponse[ZonesUpdateProbesResponse]: ...
    @overload
    def update_probes(
        self, zone_id: str, probe_id: str, params_: None = None, **fields: Unpack[ZonesUpdateProbesKeywords]
    ) -> AsyncRawResponse[ZonesUpdateProbesResponse]: ...
    def update_probes(self, zone_id: str, probe_id: str, params_: object = None, **fields: object) -> object:
        """As `Zones.update_probes`."""
        return self._run(UPDATE_PROBES, {"zone_id": zone_id, "probe_id": probe_id}, params_, fields)

    @overload
    def records(self, zone_id: str, params: Params[R], **options: Unpack[RequestOptions]) -> AsyncRawResponse[R]: ...
    @overload
    def records(
        self, zone_id: str, params: None = None, **fields: Unpack[ZonesRecordsKeywords]
    ) -> AsyncRawResponse[ZonesRecordsResponse]: ...
    def records(self, zone_id: str, params: object = None, **fields: object) -> object:
        """As `Zones.records`."""
        return self._run(RECORDS, {"zone_id": zone_id}, params, fields)
