"""Bounds of numbers, lengths and counts, in the 3.0 and the 3.1 form."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.rules.bounds import LOWER, UPPER, ZERO_BY_DEFAULT
from flaregen.drift.schemas.reading import Schema
from flaregen.openapi.cursor import Cursor

_EXCLUSIVE = {"maximum": "exclusiveMaximum", "minimum": "exclusiveMinimum"}


def compare_bounds(scope: Scope, old: Schema, new: Schema) -> None:
    for keyword, stem in (*UPPER.items(), *LOWER.items()):
        if not (old.has(keyword) or new.has(keyword)):
            continue
        before, after = _bound(old, keyword), _bound(new, keyword)
        if before is None and after is None:
            continue
        partner = _partner(keyword)
        if partner and _took_over(old, new, keyword, partner):
            _exchange(scope, old, new, keyword, partner)
        elif not (partner and _took_over(new, old, keyword, partner)):
            _report(scope, old, new, keyword, stem)


def _report(scope: Scope, old: Schema, new: Schema, keyword: str, stem: str) -> None:
    before, after = _bound(old, keyword), _bound(new, keyword)
    old_value, new_value = _number(before), _number(after)
    if old_value == new_value:
        return
    if old_value is None:
        end = "set"
    elif new_value is None:
        end = "removed"
    else:
        end = "raised" if new_value > old_value else "lowered"
    scope.emit(
        f"{stem}-{end}", before or old.at, after or new.at, before=old_value, after=new_value
    )


def _partner(keyword: str) -> str | None:
    for inclusive, exclusive in _EXCLUSIVE.items():
        if keyword in (inclusive, exclusive):
            return exclusive if keyword == inclusive else inclusive
    return None


def _took_over(old: Schema, new: Schema, keyword: str, partner: str) -> bool:
    """Whether one form of a bound went and the other came."""
    return (
        _bound(old, keyword) is not None
        and _bound(new, keyword) is None
        and _bound(old, partner) is None
        and _bound(new, partner) is not None
    )


def _exchange(scope: Scope, old: Schema, new: Schema, keyword: str, partner: str) -> None:
    before, after = _bound(old, keyword), _bound(new, partner)
    old_value, new_value = _number(before), _number(after)
    if old_value is None or new_value is None:
        return
    inclusive = min(keyword, partner, key=len)
    raised = new_value > old_value
    if new_value == old_value:
        raised = (inclusive == "minimum") == (keyword == inclusive)
    scope.emit(
        f"{inclusive}-{'raised' if raised else 'lowered'}",
        before,
        after,
        before=f"{keyword} {old_value}",
        after=f"{partner} {new_value}",
    )


def _bound(schema: Schema, keyword: str) -> Cursor | None:
    """The node of a bound, in the 3.1 reading: a flag beside ``maximum`` makes it exclusive."""
    for inclusive, exclusive in _EXCLUSIVE.items():
        flagged = schema.value(exclusive) is True
        if keyword == inclusive and flagged:
            return None
        if keyword == exclusive and isinstance(schema.value(exclusive), bool):
            return schema.one(inclusive) if flagged else None
    found = schema.one(keyword)
    value = _number(found)
    if value is None or (value == 0 and keyword in ZERO_BY_DEFAULT):
        return None
    return found


def _number(cursor: Cursor | None) -> int | float | None:
    value: JSON = None if cursor is None else cursor.value
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
