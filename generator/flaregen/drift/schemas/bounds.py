"""Bounds of numbers, lengths and counts."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.rules import either
from flaregen.drift.schemas.keywords import report
from flaregen.openapi.bounds import number
from flaregen.openapi.facts import Facts

_RULES = {
    "maximum": ("maximum-set", "maximum-raised"),
    "exclusiveMaximum": ("exclusive-maximum-set", "exclusive-maximum-raised"),
    "maxLength": ("max-length-set", "max-length-raised"),
    "maxItems": ("max-items-set", "max-items-raised"),
    "maxProperties": ("max-properties-set", "max-properties-raised"),
    "maxContains": ("max-contains-set", "max-contains-raised"),
    "minimum": ("minimum-set", "minimum-raised"),
    "exclusiveMinimum": ("exclusive-minimum-set", "exclusive-minimum-raised"),
    "minLength": ("min-length-set", "min-length-raised"),
    "minItems": ("min-items-set", "min-items-raised"),
    "minProperties": ("min-properties-set", "min-properties-raised"),
    "minContains": ("", "min-contains-raised"),
}
"""The rules of a bound that was set, and of one that was raised; the opposites mirror them.

A list that has to contain something contains one of it where nothing else is said (validation,
section 6.4.5), so that setting the number raises or lowers it.
"""
_PARTNERS = {
    "maximum": "exclusiveMaximum",
    "exclusiveMaximum": "maximum",
    "minimum": "exclusiveMinimum",
    "exclusiveMinimum": "minimum",
}
"""The bound that may take over from another."""


def compare_bounds(scope: Scope, old: Facts, new: Facts) -> None:
    for keyword in _RULES:
        partner = _PARTNERS.get(keyword, "")
        if _took_over(old, new, keyword, partner):
            _exchange(scope, old, new, keyword, partner)
        elif not _took_over(new, old, keyword, partner):
            _report(scope, old, new, keyword)


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
    came, raised = _RULES[keyword]
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


def _took_over(old: Facts, new: Facts, keyword: str, partner: str) -> bool:
    """Whether the partner replaces a bound."""
    return (
        old.has(keyword)
        and new.has(partner)
        and not (new.has(keyword) or old.has(partner))
        and number(old.value(keyword)) is not None
        and number(new.value(partner)) is not None
    )


def _exchange(scope: Scope, old: Facts, new: Facts, keyword: str, partner: str) -> None:
    before, after = number(old.value(keyword)) or 0, number(new.value(partner)) or 0
    inclusive = min(keyword, partner, key=len)
    rises = after > before
    if after == before:
        rises = (inclusive == "minimum") == (keyword == inclusive)
    values = f"{keyword} {before}", f"{partner} {after}"
    rule = either(_RULES[inclusive][1], rises)
    scope.emit(rule, old.one(keyword), new.one(partner), before=values[0], after=values[1])
