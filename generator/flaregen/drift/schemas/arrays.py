"""The items of an array."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.rules import either
from flaregen.drift.schemas.bounds import most_items
from flaregen.drift.schemas.keywords import compare_subschema, report
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts
from flaregen.openapi.json_values import json_text
from flaregen.openapi.restrictions import says_nothing


def compare_arrays(scope: Scope, old: Facts, new: Facts) -> None:
    _items(scope, old, new)
    compare_subschema(scope, old, new, "contains", "contains-set")
    if all(facts.has("contains") and facts.has("maxContains") for facts in (old, new)):
        # Where fewer items count, more lists have few enough of them.
        inverted = scope.with_context(scope.context.invert())
        compare_subschema(inverted, old, new, "contains", "contains-set")
    compare_subschema(scope, old, new, "unevaluatedItems", "unevaluated-items-set")
    was, now = old.value("uniqueItems") is True, new.value("uniqueItems") is True
    if was != now:
        rule = either("unique-items-set", now)
        report(scope, rule, old, new, "uniqueItems", values=(was, now))


def _items(scope: Scope, old: Facts, new: Facts) -> None:
    """Prefix items belong together by their index; ``items`` is about those after the last one.

    Where a list that has its most items has none there, their number says all.
    """
    listed = old.members("prefixItems"), new.members("prefixItems")
    counts = most_items(old), most_items(new)
    beyond = [most is None or most > len(n) for (most, _), n in zip(counts, listed, strict=True)]
    if all(beyond) or not any(counted for _, counted in counts):
        compare_subschema(scope, old, new, "items", "items-set")
    least = min(
        (int(most) for most, counted in counts if most is not None and counted), default=None
    )
    before, after = (nodes[:least] for nodes in listed)
    inner = scope.with_context(scope.context.inside())
    for was, now in zip(before, after, strict=False):
        inner.visit((was,), (now,))
    for gone in before[len(after) :]:
        _alone(inner, gone, new, is_new=False)
    for come in after[len(before) :]:
        _alone(inner, come, old, is_new=True)


def _alone(scope: Scope, node: Cursor, other: Facts, *, is_new: bool) -> None:
    """Report a prefix item that the other side does not have, by what it has in its place."""
    rest, came = other.one("items"), "prefix-item-added"
    if rest is None:
        came = "prefix-item-restricted"
        if says_nothing(node.value):
            return
    elif rest.value is not False:
        if json_text(rest.value) == json_text(node.value):
            return
        scope.visit(*(((rest,), (node,)) if is_new else ((node,), (rest,))))
    scope.emit_one(came, node, None, is_new=is_new, value=node.value)
