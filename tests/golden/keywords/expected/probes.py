"""What operations of `client.probes` take and give."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class ProbesUpdateResponse(Response):
    id: str | None = None


class ProbesUpdateHttp(Model):
    method: Literal["GET", "HEAD"]
    expected_codes: Sequence[str] | UnsetType = field(default=UNSET, metadata={"wire_name": "expected-codes"})
    user_agent: str | UnsetType = field(default=UNSET, metadata={"wire_name": "user-agent"})
    header: Mapping[str, str] | UnsetType = UNSET


class ProbesUpdateLabels(Model):
    """Other members are in `extra_fields`."""

    owner: str | UnsetType = UNSET

    if TYPE_CHECKING:

        @property
        def extra_fields(self) -> Mapping[str, str]: ...

    else:
        _others = str


class ProbesUpdateParams(Params[ProbesUpdateResponse]):
    address: str
    timeout: int
    """Seconds until the probe gives up."""
    max_retries: int | UnsetType = UNSET
    params: Sequence[str] | UnsetType = UNSET
    probe_id: str | UnsetType = UNSET
    """Another identifier."""
    probe_id_: str | UnsetType = UNSET
    """A third one."""
    http: ProbesUpdateHttp | AnyObject | UnsetType = UNSET
    labels: ProbesUpdateLabels | AnyObject | UnsetType = UNSET
    steps: Sequence[ProbesUpdateHttp | AnyObject] | UnsetType = UNSET
