"""The values a schema admits: lists, fixed ones, patterns, defaults, forms of content."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import pair
from flaregen.drift.rules import either
from flaregen.drift.schemas.keywords import report
from flaregen.openapi.bounds import common_multiple, divides, number
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts
from flaregen.openapi.json_values import json_text


def compare_values(scope: Scope, old: Facts, new: Facts) -> None:
    _listed(scope, old, new)
    _extensible(scope, old, new)
    default = "default-set", "default-changed"
    if scope.context.top:
        default = "parameter-default-set", "parameter-default-changed"
    _compare(scope, old, new, "default", default)
    _compare(scope, old, new, "pattern", ("pattern-set", "pattern-changed"))
    _multiples(scope, old, new)
    for keyword, rule in _REPLACED.items():
        spelled_otherwise = keyword.startswith("content") and old.are_same_bytes(new)
        if old.value(keyword) != new.value(keyword) and not spelled_otherwise:
            report(scope, rule, old, new, keyword)


_REPLACED = {
    "contentEncoding": "content-encoding-changed",
    "contentMediaType": "content-media-type-changed",
    "xml": "xml-changed",
}


def _listed(scope: Scope, old: Facts, new: Facts) -> None:
    """Compare lists of values; a fixed value counts as a list where the other side has one."""
    if not old.has("enum") and not new.has("enum"):
        _compare(scope, old, new, "const", ("const-set", "const-changed"))
        return
    before, after = old.choices, new.choices
    if before is None or after is None:
        if before is not after:
            rule = either("enum-set", before is None)
            report(scope, rule, old, new, "enum", values=(_spelt(before), _spelt(after)))
            if before is None and scope.context.direction == "request":
                report(scope, "enum-values-known", old, new, "enum")
        return
    places = old.one("enum") or old.at, new.one("enum") or new.at
    scope.emit_lone("enum-value-added", pair(before, after), places, shown="value", name="")


def _spelt(choices: dict[str, Cursor] | None) -> JSON:
    return None if choices is None else [cursor.value for cursor in choices.values()]


def _extensible(scope: Scope, old: Facts, new: Facts) -> None:
    before, after = old.one("x-extensible-enum"), new.one("x-extensible-enum")
    if before is None or after is None:
        return
    known, wanted = (
        {json_text(cursor.value): cursor for cursor in side.elements()} for side in (before, after)
    )
    found = pair(known, wanted)
    scope.emit_lone("extensible-value-added", found, (before, after), shown="value", name="")


def _compare(scope: Scope, old: Facts, new: Facts, keyword: str, rules: tuple[str, str]) -> None:
    """Report a keyword that came or went, or has another value, by either rule."""
    came, differs = rules
    if old.has(keyword) != new.has(keyword):
        report(scope, either(came, new.has(keyword)), old, new, keyword)
    elif json_text(old.value(keyword)) != json_text(new.value(keyword)):
        report(scope, differs, old, new, keyword)


def _multiples(scope: Scope, old: Facts, new: Facts) -> None:
    """Compare what numbers are multiples of; that integers are whole ones, their type says."""
    before, after = (number(facts.value("multipleOf")) for facts in (old, new))
    if frozenset({"integer"}) in (old.types, new.types):
        whole = [None if one is None else common_multiple(one, 1) for one in (before, after)]
        before, after = (None if one == 1 else one for one in whole)
    if before == after:
        return
    if before is None or after is None:
        rule = either("multiple-of-set", before is None)
    elif divides(before, after):
        rule = "multiple-of-narrowed"
    else:
        rule = "multiple-of-widened" if divides(after, before) else "multiple-of-changed"
    values = _written(old, before), _written(new, after)
    report(scope, rule, old, new, "multipleOf", values=values)


def _written(facts: Facts, step: float | None) -> float | None:
    """The number of the document for a step of integers, if it is one number that says it."""
    at = facts.one("multipleOf")
    node = None if at is None or at.parent is None else at.parent.get("multipleOf")
    said = None if node is None else number(node.value)
    return said if said and step and common_multiple(said, 1) == step else step
