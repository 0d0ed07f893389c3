"""The items of an array."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.rules import either
from flaregen.drift.schemas.keywords import compare_subschema, report
from flaregen.openapi.facts import Facts


def compare_arrays(scope: Scope, old: Facts, new: Facts) -> None:
    compare_subschema(scope, old, new, "items", "items-set")
    compare_subschema(scope, old, new, "contains", "contains-set")
    compare_subschema(scope, old, new, "unevaluatedItems", "unevaluated-items-set")
    _positions(scope, old, new)
    was, now = old.value("uniqueItems") is True, new.value("uniqueItems") is True
    if was != now:
        rule = either("unique-items-set", now)
        report(scope, rule, old, new, "uniqueItems", values=(was, now))


def _positions(scope: Scope, old: Facts, new: Facts) -> None:
    """Prefix items belong together by their index."""
    before, after = old.members("prefixItems"), new.members("prefixItems")
    for was, now in zip(before, after, strict=False):
        scope.with_context(scope.context.inside()).visit((was,), (now,))
    for gone in before[len(after) :]:
        scope.emit("prefix-item-removed", gone, None, before=gone.value)
    for come in after[len(before) :]:
        scope.emit("prefix-item-added", None, come, after=come.value)
