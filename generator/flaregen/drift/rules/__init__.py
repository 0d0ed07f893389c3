"""Every rule, by id. ``rules.json`` is the table, by topic, a row each.

Its columns are Rule's. ``levels`` is one for all, or request/response, "-" where it cannot occur.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from flaregen.drift.rules.rule import Rule


def _table() -> dict[str, tuple[Rule, ...]]:
    content = Path(__file__).with_name("rules.json").read_bytes()
    return {
        topic: tuple(_rule(name, row) for name, row in rows.items())
        for topic, rows in msgspec.json.decode(content).items()
    }


def _rule(name: str, row: dict[str, Any]) -> Rule:
    request, _, response = row.pop("levels").partition("/")
    levels = {"request": request, "response": response or request}
    known = {direction: level for direction, level in levels.items() if level != "-"}
    return msgspec.convert({"request": None, "response": None, **row, **known, "id": name}, Rule)


TOPICS: dict[str, tuple[Rule, ...]] = _table()
RULES: dict[str, Rule] = {rule.id: rule for rules in TOPICS.values() for rule in rules}


def either(rule: str, holds: bool) -> str:  # noqa: FBT001  a choice between two
    """The rule, or its mirror where the opposite of it holds."""
    return rule if holds else RULES[rule].mirror


__all__ = ["RULES", "TOPICS", "Rule", "either"]
