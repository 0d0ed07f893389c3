"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Required

from .._runtime.options import RequestOptions


class RulesUpdateKeywords(RequestOptions, total=False):
    """Keywords of `rules.update`: fields of `RulesUpdateParams`, and options."""

    account_id: str | None
    zone_id: str | None
    action: Required[str]
    scope: str
