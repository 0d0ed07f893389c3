"""Bounds of numbers, lengths and counts: the tighter of two, and what integers make of them."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from flaregen.document import JSON
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts

_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")


def common_multiple(one: float, other: float) -> float:
    """The least number that is a multiple of both, which are written as decimals."""
    first, second = Fraction(str(one)), Fraction(str(other))
    if not first or not second:
        return one
    shared = math.lcm(first.numerator * second.denominator, second.numerator * first.denominator)
    found = Fraction(shared, first.denominator * second.denominator)
    return int(found) if found.denominator == 1 else float(found)


def divides(part: float, whole: float) -> bool:
    """Whether a number, written as a decimal, is a multiple of another."""
    return part != 0 and (Fraction(str(whole)) / Fraction(str(part))).denominator == 1


TIGHTER: dict[str, Callable[[float, float], float]] = {
    **dict.fromkeys(_LOWER, max),
    **dict.fromkeys(_UPPER, min),
    "multipleOf": common_multiple,
}
"""The bound that two which both hold have together."""


def tighter(key: str, one: Cursor, other: Cursor) -> Cursor:
    """The bound that counts where two hold at once."""
    first, second = number(one.value), number(other.value)
    if first is None or second is None:
        return other if first is None else one
    both = TIGHTER[key](first, second)
    if both not in (first, second):
        return Cursor(both, one.parent, one.token)
    return one if both == first else other


def number(value: JSON) -> int | float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def settle(facts: Facts) -> None:
    """Leave out what other bounds say already, and give integers bounds of their own kind."""
    if facts.keywords.keys().isdisjoint(TIGHTER):
        return
    for key in TIGHTER:
        cursor = facts.one(key)
        if cursor is not None and isinstance(cursor.value, float) and cursor.value.is_integer():
            facts.keywords[key] = [Cursor(int(cursor.value), cursor.parent, cursor.token)]
    if facts.types == frozenset({"integer"}):
        _whole(facts, "minimum", "exclusiveMinimum", math.ceil, 1)
        _whole(facts, "maximum", "exclusiveMaximum", math.floor, -1)
    _only_the_tighter(facts, "minimum", "exclusiveMinimum", max)
    _only_the_tighter(facts, "maximum", "exclusiveMaximum", min)


def _whole(
    facts: Facts, inclusive: str, exclusive: str, rounded: Callable[[float], int], step: int
) -> None:
    """``exclusiveMinimum: 0`` and ``minimum: 0.5`` of an integer are ``minimum: 1``."""
    for key, further in ((inclusive, 0), (exclusive, step)):
        cursor = facts.one(key)
        value = number(cursor.value) if cursor is not None else None
        # An integer of any size is finite, but not every one has a float to ask.
        if cursor is None or value is None or value in (math.inf, -math.inf):
            continue
        del facts.keywords[key]
        bound = rounded(value)
        bound += further if bound == value else 0
        known = facts.keywords.get(inclusive, [])
        found = Cursor(bound, cursor.parent, cursor.token)
        facts.keywords[inclusive] = [tighter(inclusive, known[0], found) if known else found]


def _only_the_tighter(
    facts: Facts, inclusive: str, exclusive: str, tighter: Callable[[float, float], float]
) -> None:
    one, other = number(facts.value(inclusive)), number(facts.value(exclusive))
    if one is None or other is None:
        return
    # Where both are the same number, the exclusive bound leaves out more.
    del facts.keywords[inclusive if tighter(one, other) == other else exclusive]
