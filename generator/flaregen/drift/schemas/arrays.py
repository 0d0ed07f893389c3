"""Items: what they are, and what has to be among them."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.schemas.reading import Schema
from flaregen.drift.schemas.subschemas import compare_subschema


def compare_arrays(scope: Scope, old: Schema, new: Schema) -> None:
    compare_subschema(scope, old, new, "items", ("items-set", "items-removed"))
    compare_subschema(scope, old, new, "contains", ("contains-set", "contains-removed"))
    unevaluated = ("unevaluated-items-set", "unevaluated-items-removed")
    compare_subschema(scope, old, new, "unevaluatedItems", unevaluated)
    _positions(scope, old, new)
    was, now = old.value("uniqueItems") is True, new.value("uniqueItems") is True
    if was != now:
        scope.emit(
            "unique-items-set" if now else "unique-items-removed",
            old.one("uniqueItems") or old.at,
            new.one("uniqueItems") or new.at,
            before=was,
            after=now,
        )


def _positions(scope: Scope, old: Schema, new: Schema) -> None:
    """Here the index is what a position means."""
    before, after = old.members("prefixItems"), new.members("prefixItems")
    for was, now in zip(before, after, strict=False):
        scope.with_mode(scope.mode.inside()).visit((was,), (now,))
    for gone in before[len(after) :]:
        scope.emit("prefix-item-removed", gone, None, before=gone.value)
    for come in after[len(before) :]:
        scope.emit("prefix-item-added", None, come, after=come.value)
