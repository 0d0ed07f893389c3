"""Bounds of numbers, lengths and counts."""

from __future__ import annotations

from dataclasses import dataclass

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.rules import either
from flaregen.drift.schemas.keywords import report
from flaregen.openapi.bounds import number
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts

_LIMITS = {
    "maximum": ("maximum-set", "maximum-raised"),
    "exclusiveMaximum": ("exclusive-maximum-set", "exclusive-maximum-raised"),
    "minimum": ("minimum-set", "minimum-raised"),
    "exclusiveMinimum": ("exclusive-minimum-set", "exclusive-minimum-raised"),
}
"""The rules of a bound that was set, and of one that was raised; the opposites mirror them."""
_COUNTS = {
    "maxLength": ("max-length-set", "max-length-raised"),
    "maxItems": ("max-items-set", "max-items-raised"),
    "maxProperties": ("max-properties-set", "max-properties-raised"),
    "maxContains": ("max-contains-set", "max-contains-raised"),
    "minLength": ("min-length-set", "min-length-raised"),
    "minItems": ("min-items-set", "min-items-raised"),
    "minProperties": ("min-properties-set", "min-properties-raised"),
    "minContains": ("", "min-contains-raised"),
}
"""The same for lengths and counts.

A list that has to contain something contains one of it where nothing else is said (validation,
section 6.4.5), so that setting the number raises or lowers it.
"""


@dataclass(frozen=True, slots=True)
class _Limit:
    """A bound of numbers, in the words of OpenAPI 3.1 and with the number of the document.

    ``order`` is greater the higher the bound is, and ``flag`` the key of OpenAPI 3.0 that makes
    the bound exclusive.
    """

    at: Cursor
    keyword: str
    written: JSON
    order: tuple[float, bool]
    flag: Cursor | None

    def place(self, other: _Limit) -> Cursor:
        """What makes it another bound than the other one."""
        return self.flag if self.flag is not None and self.written == other.written else self.at

    def said(self, keyword: str) -> JSON:
        return self.written if self.keyword == keyword else f"{self.keyword} {self.written}"


def compare_bounds(scope: Scope, old: Facts, new: Facts) -> None:
    for keywords in (("maximum", "exclusiveMaximum"), ("minimum", "exclusiveMinimum")):
        _compare_limits(scope, old, new, *keywords)
    for keyword in _COUNTS:
        _report(scope, old, new, keyword)


def _compare_limits(scope: Scope, old: Facts, new: Facts, inclusive: str, exclusive: str) -> None:
    was, now = (_limit(facts, inclusive, exclusive) for facts in (old, new))
    if was is None or now is None:
        if limit := was or now:
            holder = old.at if was is None else new.at
            came = _LIMITS[limit.keyword][0]
            scope.emit_one(came, limit.at, holder, is_new=was is None, value=limit.written)
        return
    alike = was.keyword == now.keyword
    if was.order == now.order or (alike and was.written == now.written):
        return
    keyword = now.keyword if alike else inclusive
    rule = either(_LIMITS[keyword][1], now.order > was.order)
    places, values = (was.place(now), now.place(was)), (was.said(keyword), now.said(keyword))
    scope.emit(rule, *places, before=values[0], after=values[1])


def _limit(facts: Facts, inclusive: str, exclusive: str) -> _Limit | None:
    """The one bound that counts; integers have no exclusive one, but the document may."""
    keyword = exclusive if facts.has(exclusive) else inclusive
    at = facts.one(keyword)
    value = None if at is None else number(at.value)
    if at is None or value is None:
        return None
    schema = at.parent or facts.at
    flag = schema.get(exclusive) if at.token == inclusive and schema.flag(exclusive) else None
    written = schema.get(str(at.token)) or at
    return _Limit(
        at,
        exclusive if flag is not None else str(at.token),
        written.value,
        (value, (keyword == exclusive) == (inclusive == "minimum")),
        flag,
    )


def _report(scope: Scope, old: Facts, new: Facts, keyword: str) -> None:
    before, after = (number(facts.value(keyword)) for facts in (old, new))
    if keyword == "minContains" and old.has("contains") and new.has("contains"):
        before, after = (1 if one is None else one for one in (before, after))
    elif keyword == "minContains":
        return
    elif keyword == "maxItems":
        (before, said), (after, says) = most_items(old), most_items(new)
        if not (said or says):
            return
    # A value in the path is never empty.
    says_nothing = (
        scope.context.never_empty and keyword == "minLength" and max(before or 0, after or 0) <= 1
    )
    if before == after or says_nothing:
        return
    came, raised = _COUNTS[keyword]
    if before is None or after is None:
        rule = either(came, before is None)
    else:
        rule = either(raised, after > before)
    report(scope, rule, old, new, keyword, values=(before, after))


def most_items(schema: Facts) -> tuple[float | None, bool]:
    """How many items a list may have, None for any number, and whether ``maxItems`` says so."""
    most = number(schema.value("maxItems"))
    places = len(schema.members("prefixItems"))
    if schema.value("items") is False and (most is None or most >= places):
        return places, False
    return most, most is not None
