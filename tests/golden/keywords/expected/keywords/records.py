"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from typing import Literal, Required

from ..keywords import ZoneIdOptions


class RecordsCreateKeywords(ZoneIdOptions, total=False):
    """Keywords of `records.create`: fields of `RecordsCreateParams`, and options."""

    type: Required[Literal["A", "TXT"]]
    content: Required[str]
    ttl: int | float
    quoted: bool
