"""Bounds of numbers, lengths and counts."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.openapi.bounds import number
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
    before, after = number(old.value(keyword)), number(new.value(keyword))
    if before == after or _says_nothing(scope, keyword, before, after):
        return
    came, went, raised, lowered = _RULES[keyword]
    if before is None:
        rule = came
    elif after is None:
        rule = went
    else:
        rule = raised if after > before else lowered
    scope.emit(
        rule, old.one(keyword) or old.at, new.one(keyword) or new.at, before=before, after=after
    )


def _says_nothing(scope: Scope, keyword: str, old: float | None, new: float | None) -> bool:
    """Whether minimum lengths restrict nothing: a value in the path is never empty."""
    return scope.context.never_empty and keyword == "minLength" and max(old or 0, new or 0) <= 1


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
    _, _, raised, lowered = _RULES[inclusive]
    scope.emit(
        raised if rises else lowered,
        old.one(keyword),
        new.one(partner),
        before=f"{keyword} {before}",
        after=f"{partner} {after}",
    )
