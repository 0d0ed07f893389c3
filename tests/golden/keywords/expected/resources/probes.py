"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..keywords.probes_update import ProbesUpdateKeywords
    from ..probes_update import ProbesUpdateParams, ProbesUpdateResponse

    class _Options(RequestOptions, total=False):
        zone_id: str | None
        dry: bool | None


UPDATE = Operation(
    name="probes.update",
    method="PUT",
    path="/zones/{zone_id}/probes/{probe_id}",
    variants="PROBES_UPDATE",
    query={"dry": "dry"},
    moved={"max_retries_option": "max_retries", "timeout_option": "timeout"},
)


class Probes(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ProbesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ProbesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ProbesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ProbesWithRawResponse(self._client, unread=True)

    @overload
    def update(
        self, probe_id: str, params_: ProbesUpdateParams, **options: Unpack[_Options]
    ) -> ProbesUpdateResponse: ...
    @overload
    def update(
        self, probe_id: str, params_: None = None, **fields: Unpack[ProbesUpdateKeywords]
    ) -> ProbesUpdateResponse: ...
    def update(self, probe_id: str, params_: object = None, **fields: object) -> object:
        """Change a probe.

        Takes an instance of `ProbesUpdateParams`, or its fields by keyword, and options of the
        call. By keyword, `max_retries` is the field; the option is `max_retries_option`. By
        keyword, `timeout` is the field; the option is `timeout_option`.
        """
        return self._run(UPDATE, {"probe_id": probe_id}, params_, fields)


class ProbesWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    @overload
    def update(
        self, probe_id: str, params_: ProbesUpdateParams, **options: Unpack[_Options]
    ) -> RawResponse[ProbesUpdateResponse]: ...
    @overload
    def update(
        self, probe_id: str, params_: None = None, **fields: Unpack[ProbesUpdateKeywords]
    ) -> RawResponse[ProbesUpdateResponse]: ...
    def update(self, probe_id: str, params_: object = None, **fields: object) -> object:
        """As `Probes.update`."""
        return self._run(UPDATE, {"probe_id": probe_id}, params_, fields)


class AsyncProbes(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncProbesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncProbesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncProbesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncProbesWithRawResponse(self._client, unread=True)

    @overload
    async def update(
        self, probe_id: str, params_: ProbesUpdateParams, **options: Unpack[_Options]
    ) -> ProbesUpdateResponse: ...
    @overload
    async def update(
        self, probe_id: str, params_: None = None, **fields: Unpack[ProbesUpdateKeywords]
    ) -> ProbesUpdateResponse: ...
    async def update(self, probe_id: str, params_: object = None, **fields: object) -> object:
        """As `Probes.update`."""
        return await self._run(UPDATE, {"probe_id": probe_id}, params_, fields)


class AsyncProbesWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    @overload
    def update(
        self, probe_id: str, params_: ProbesUpdateParams, **options: Unpack[_Options]
    ) -> AsyncRawResponse[ProbesUpdateResponse]: ...
    @overload
    def update(
        self, probe_id: str, params_: None = None, **fields: Unpack[ProbesUpdateKeywords]
    ) -> AsyncRawResponse[ProbesUpdateResponse]: ...
    def update(self, probe_id: str, params_: object = None, **fields: object) -> object:
        """As `Probes.update`."""
        return self._run(UPDATE, {"probe_id": probe_id}, params_, fields)
