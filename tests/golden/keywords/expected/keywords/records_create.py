"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Literal, Required

from .._runtime.options import RequestOptions


class RecordsCreateKeywords(RequestOptions, total=False):
    """Keywords of `records.create`: fields of `RecordsCreateParams`, and options."""

    zone_id: str | None
    type: Required[Literal["A", "TXT"]]
    content: Required[str]
    ttl: int | float
    quoted: bool
