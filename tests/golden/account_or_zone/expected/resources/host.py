"""Hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..host import HostGetResponse
    from ..keywords import ZoneIdOptions


GET = Operation("host.get", "GET /zones/{zone_id}/host", answer="HostGetResponse")


class Host(Resource["HostWithRawResponse"]):
    """Hosts, for threads."""

    def get(self, **options: Unpack[ZoneIdOptions]) -> HostGetResponse:
        """Get the host."""
        return self._run(GET, {}, None, options)


class HostWithRawResponse(RawResource):
    """Hosts, for threads, giving HTTP responses."""

    get: Final = as_raw(Host.get)


class AsyncHost(AsyncResource["AsyncHostWithRawResponse"]):
    """Hosts, for asyncio and trio."""

    get: Final = as_async(Host.get)


class AsyncHostWithRawResponse(RawResource):
    """Hosts, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(Host.get)
