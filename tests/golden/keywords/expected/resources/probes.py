"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..keywords import ZoneIdOptions
    from ..keywords.probes import ProbesUpdateKeywords
    from ..probes import ProbesUpdateParams, ProbesUpdateResponse

    class _Options(ZoneIdOptions, total=False):
        dry: bool | None


UPDATE = Operation(
    "probes.update",
    "PUT /zones/{zone_id}/probes/{probe_id}",
    variants="PROBES_UPDATE",
    query="dry",
    moved={"max_retries_option": "max_retries", "timeout_option": "timeout"},
)


class Probes(Resource["ProbesWithRawResponse"]):
    """The API, for threads."""

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

        By keyword, `max_retries` is the field; the option is `max_retries_option`. By keyword, `timeout` is the
        field; the option is `timeout_option`.
        """
        return self._run(UPDATE, {"probe_id": probe_id}, params_, fields)


class ProbesWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    update: Final = as_raw(Probes.update)


class AsyncProbes(AsyncResource["AsyncProbesWithRawResponse"]):
    """The API, for asyncio and trio."""

    update: Final = as_async(Probes.update)


class AsyncProbesWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    update: Final = as_async_raw(Probes.update)
