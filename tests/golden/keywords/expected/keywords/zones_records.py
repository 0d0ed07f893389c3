"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Literal, Required

from .._runtime.options import RequestOptions


class ZonesRecordsKeywords(RequestOptions, total=False):
    """Keywords of `zones.records`: fields of `ZonesRecordsParams`, and options."""

    type: Required[Literal["A", "TXT"]]
    content: Required[str]
    ttl: int | float
    quoted: bool
