"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, Required, TypedDict

from httpx2 import Timeout

from .._runtime.models import AnyObject, Response
from .._runtime.options import Query
from ..probes import ProbesUpdateHttp, ProbesUpdateLabels


ProbesUpdateHttpDict = TypedDict(
    "ProbesUpdateHttpDict",
    {
        "method": Required["Literal['GET', 'HEAD']"],
        "expected-codes": NotRequired["Sequence[str]"],
        "user-agent": NotRequired["str"],
        "header": NotRequired["Mapping[str, str]"],
    },
)


class ProbesUpdateKeywords(TypedDict, total=False):
    """Keywords of `probes.update`: fields of `ProbesUpdateParams`, and options."""

    dry: bool | None
    address: Required[str]
    timeout: Required[int]
    max_retries: int
    params: Sequence[str]
    probe_id__: str
    probe_id_: str
    http: ProbesUpdateHttp | ProbesUpdateHttpDict | Response
    labels: ProbesUpdateLabels | AnyObject
    steps: Sequence[ProbesUpdateHttp | ProbesUpdateHttpDict | Response]
    zone_id: str | None
    timeout_option: float | Timeout | None
    deadline: float | None
    max_retries_option: int
    extra_headers: Mapping[str, str | None] | None
    extra_query: Query | None
    extra_body: object
