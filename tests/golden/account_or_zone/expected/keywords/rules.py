"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from typing import Required

from ..keywords import AccountIdZoneIdOptions


class RulesGetKeywords(AccountIdZoneIdOptions, total=False):
    """Keywords of `rules.get`: the query, and options."""

    deep: bool | None


class RulesUpdateKeywords(AccountIdZoneIdOptions, total=False):
    """Keywords of `rules.update`: fields of `RulesUpdateParams`, and options."""

    action: Required[str]
    scope: str
