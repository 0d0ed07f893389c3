"""Bounds of numbers, lengths and counts, in the 3.0 and the 3.1 form."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts

_RULES = {
    "maximum": ("maximum-set", "maximum-removed", "maximum-raised", "maximum-lowered"),
    "exclusiveMaximum": (
        "exclusive-maximum-set",
        "exclusive-maximum-removed",
        "exclusive-maximum-raised",
        "exclusive-maximum-lowered",
    ),
    "maxLength": (
        "max-length-set",
        "max-length-removed",
        "max-length-raised",
        "max-length-lowered",
    ),
    "maxItems": ("max-items-set", "max-items-removed", "max-items-raised", "max-items-lowered"),
    "maxProperties": (
        "max-properties-set",
        "max-properties-removed",
        "max-properties-raised",
        "max-properties-lowered",
    ),
    "maxContains": (
        "max-contains-set",
        "max-contains-removed",
        "max-contains-raised",
        "max-contains-lowered",
    ),
    "minimum": ("minimum-set", "minimum-removed", "minimum-raised", "minimum-lowered"),
    "exclusiveMinimum": (
        "exclusive-minimum-set",
        "exclusive-minimum-removed",
        "exclusive-minimum-raised",
        "exclusive-minimum-lowered",
    ),
    "minLength": (
        "min-length-set",
        "min-length-removed",
        "min-length-raised",
        "min-length-lowered",
    ),
    "minItems": ("min-items-set", "min-items-removed", "min-items-raised", "min-items-lowered"),
    "minProperties": (
        "min-properties-set",
        "min-properties-removed",
        "min-properties-raised",
        "min-properties-lowered",
    ),
    "minContains": (
        "min-contains-set",
        "min-contains-removed",
        "min-contains-raised",
        "min-contains-lowered",
    ),
}
"""The rules of a bound that was set, removed, raised, lowered."""
_ZERO_BY_DEFAULT = frozenset({"minLength", "minItems", "minProperties"})
"""Lower bounds that say nothing when they are zero."""
_EXCLUSIVE = {"maximum": "exclusiveMaximum", "minimum": "exclusiveMinimum"}


def compare_bounds(scope: Scope, old: Facts, new: Facts) -> None:
    for keyword in _RULES:
        if not (old.has(keyword) or new.has(keyword)):
            continue
        before, after = _bound(old, keyword), _bound(new, keyword)
        if before is None and after is None:
            continue
        partner = _partner(keyword)
        if partner and _took_over(old, new, keyword, partner):
            _exchange(scope, old, new, keyword, partner)
        elif not (partner and _took_over(new, old, keyword, partner)):
            _report(scope, old, new, keyword)


def _report(scope: Scope, old: Facts, new: Facts, keyword: str) -> None:
    before, after = _bound(old, keyword), _bound(new, keyword)
    old_value, new_value = _number(before), _number(after)
    if old_value == new_value or _says_nothing(scope, keyword, old_value, new_value):
        return
    came, went, raised, lowered = _RULES[keyword]
    if old_value is None:
        rule = came
    elif new_value is None:
        rule = went
    else:
        rule = raised if new_value > old_value else lowered
    scope.emit(rule, before or old.at, after or new.at, before=old_value, after=new_value)


def _says_nothing(scope: Scope, keyword: str, old: float | None, new: float | None) -> bool:
    """Whether minimum lengths restrict nothing: a value in the path is never empty."""
    return scope.context.never_empty and keyword == "minLength" and max(old or 0, new or 0) <= 1


def _partner(keyword: str) -> str | None:
    for inclusive, exclusive in _EXCLUSIVE.items():
        if keyword in (inclusive, exclusive):
            return exclusive if keyword == inclusive else inclusive
    return None


def _took_over(old: Facts, new: Facts, keyword: str, partner: str) -> bool:
    """Whether the partner replaces a bound."""
    return (
        _bound(old, keyword) is not None
        and _bound(new, keyword) is None
        and _bound(old, partner) is None
        and _bound(new, partner) is not None
    )


def _exchange(scope: Scope, old: Facts, new: Facts, keyword: str, partner: str) -> None:
    before, after = _bound(old, keyword), _bound(new, partner)
    old_value, new_value = _number(before), _number(after)
    if old_value is None or new_value is None:
        return
    inclusive = min(keyword, partner, key=len)
    rises = new_value > old_value
    if new_value == old_value:
        rises = (inclusive == "minimum") == (keyword == inclusive)
    _, _, raised, lowered = _RULES[inclusive]
    scope.emit(
        raised if rises else lowered,
        before,
        after,
        before=f"{keyword} {old_value}",
        after=f"{partner} {new_value}",
    )


def _bound(schema: Facts, keyword: str) -> Cursor | None:
    """The node of a bound as in 3.1: in 3.0, a flag next to ``maximum`` makes it exclusive."""
    for inclusive, exclusive in _EXCLUSIVE.items():
        flagged = schema.value(exclusive) is True
        if keyword == inclusive and flagged:
            return None
        if keyword == exclusive and isinstance(schema.value(exclusive), bool):
            return schema.one(inclusive) if flagged else None
    found = schema.one(keyword)
    value = _number(found)
    if value is None or (value == 0 and keyword in _ZERO_BY_DEFAULT):
        return None
    return found


def _number(cursor: Cursor | None) -> int | float | None:
    value: JSON = None if cursor is None else cursor.value
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
