"""Two documents in, every change between them out."""

from __future__ import annotations

from datetime import date

from flaregen.document import JSON, Document
from flaregen.drift.change import LEVELS, Change
from flaregen.drift.comparison import Comparison, Scope
from flaregen.drift.components import (
    compare_component_schemas,
    compare_unused_schemas,
    named,
)
from flaregen.drift.described import value
from flaregen.drift.graph import Unit
from flaregen.drift.lifecycle import Marks, removal
from flaregen.drift.merging import merge
from flaregen.drift.mode import Mode
from flaregen.drift.operations import ORDINARY, compare_operations, entry_of
from flaregen.drift.paths import Operation, PathItem, match_paths, parameter_names, path_items
from flaregen.drift.rules import RULES
from flaregen.drift.schemas.compare import compare_schemas
from flaregen.drift.security import compare_requirements, compare_schemes, requirements
from flaregen.drift.servers import compare_servers
from flaregen.openapi.cursor import Cursor


def compare(old: Document, new: Document, today: date) -> tuple[Change, ...]:
    """Every change, each cause once, in the order of the new document.

    ``today`` decides whether a sunset date has passed.
    """
    comparison = Comparison(old, new, compare_schemas)
    scope = _document_scope(comparison)
    _paths(comparison, today)
    _webhooks(scope, today)
    _whole(scope)
    comparison.run()
    compare_unused_schemas(scope)
    comparison.run()
    compare_component_schemas(scope)
    return merge(comparison)


def _document_scope(comparison: Comparison) -> Scope:
    unit = Unit()
    comparison.units.append(unit)
    return Scope(comparison, unit, Mode("none"))


def _paths(comparison: Comparison, today: date) -> None:
    pairs = list(match_paths(path_items(comparison.old), path_items(comparison.new)))
    moved = _moved(pairs)
    for old, new in pairs:
        if old is not None and new is not None:
            _path(comparison, old, new, today)
        elif old is not None:
            gone = [one for one in old.operations.values() if one.id not in moved]
            _removed(comparison, "path-removed", old, gone, today)
        elif new is not None:
            come = [one for one in new.operations.values() if one.id not in moved]
            _added(comparison, "path-added", new, come)
    for before, after in moved.values():
        scope = _operations_scope(comparison, [before])
        scope.emit("operation-moved", before.at, after.at, before=before.path, after=after.path)
        compare_operations(comparison, before, after, today, ORDINARY)


def _moved(
    pairs: list[tuple[PathItem | None, PathItem | None]],
) -> dict[str | None, tuple[Operation, Operation]]:
    """Operations whose path went and whose operationId is at a path that came."""
    gone = {
        one.id: one for old, new in pairs if new is None and old for one in old.operations.values()
    }
    come = {
        one.id: one for old, new in pairs if old is None and new for one in new.operations.values()
    }
    return {
        name: (gone[name], come[name])
        for name in gone
        if name is not None and name in come and gone[name].method == come[name].method
    }


def _path(comparison: Comparison, old: PathItem, new: PathItem, today: date) -> None:
    same = old.at.value == new.at.value and old.path == new.path
    if same and not comparison.unrest.touches(old.at.value):
        return
    before, after = old.operations, new.operations
    for after_name, before_name in parameter_names(old.path, new.path).items():
        scope = _operations_scope(comparison, [before[key] for key in before if key in after])
        scope.emit("path-parameter-renamed", old.at, new.at, before=before_name, after=after_name)
    for method, operation in before.items():
        if method in after:
            compare_operations(comparison, operation, after[method], today, ORDINARY)
        else:
            _removed(comparison, "operation-removed", old, [operation], today)
    for method, operation in after.items():
        if method not in before:
            _added(comparison, "operation-added", new, [operation])
    shared = _operations_scope(comparison, [before[key] for key in before if key in after])
    compare_servers(shared, old.at, new.at)
    for key in ("summary", "description"):
        if value(old.at, key) != value(new.at, key):
            shared.emit(
                "operation-described",
                old.at.get(key) or old.at,
                new.at.get(key) or new.at,
                before=value(old.at, key),
                after=value(new.at, key),
                name=key,
            )


def _operations_scope(comparison: Comparison, operations: list[Operation]) -> Scope:
    unit = Unit(callers={Unit(entry=entry_of(one)): None for one in operations})
    comparison.units.append(unit)
    return Scope(comparison, unit, Mode("none"))


def _removed(
    comparison: Comparison, ordinary: str, item: PathItem, operations: list[Operation], today: date
) -> None:
    """One entry for all that went with a path, under the gravest rule that any of it meets."""
    marks = [Marks.at_node(one.at) for one in operations]
    rules = [removal(mark, today, ordinary) for mark in marks]
    if not rules:
        return
    rule = min(rules, key=_gravity)
    whole = ordinary == "path-removed"
    sunset = next(mark.sunset for mark, met in zip(marks, rules, strict=True) if met == rule)
    methods: list[JSON] = [one.method for one in operations]
    _operations_scope(comparison, operations).emit(
        rule,
        item.at if whole else operations[0].at,
        None,
        before=methods if rule == ordinary else sunset,
        excused=all(mark.provisional for mark in marks),
    )


def _gravity(rule: str) -> tuple[int, int]:
    """Of two rules of one level that goes first which is first in the table."""
    return LEVELS.index(RULES[rule].level("request")), list(RULES).index(rule)


def _added(comparison: Comparison, rule: str, item: PathItem, operations: list[Operation]) -> None:
    if not operations:
        return
    whole = rule == "path-added"
    methods: list[JSON] = [one.method for one in operations]
    _operations_scope(comparison, operations).emit(
        rule, None, item.at if whole else operations[0].at, after=methods
    )


def _webhooks(scope: Scope, today: date) -> None:
    comparison = scope.comparison
    old, new = path_items(comparison.old, "webhooks"), path_items(comparison.new, "webhooks")
    for name, item in old.items():
        if name not in new:
            scope.emit("webhook-removed", item.at, None, before=name)
            continue
        wanted = new[name].operations
        for method, operation in item.operations.items():
            if method in wanted:
                compare_operations(comparison, operation, wanted[method], today, ORDINARY.turned())
    for name, item in new.items():
        if name not in old:
            scope.emit("webhook-added", None, item.at, after=name)


def _whole(scope: Scope) -> None:
    comparison = scope.comparison
    old, new = comparison.old.root, comparison.new.root
    compare_requirements(scope, (old, new), requirements(old), requirements(new))
    compare_schemes(
        scope, named(comparison.old, "securitySchemes"), named(comparison.new, "securitySchemes")
    )
    compare_servers(scope, old, new)
    _info(scope, old.get("info") or old, new.get("info") or new)
    _tags(scope, old, new)


def _info(scope: Scope, old: Cursor, new: Cursor) -> None:
    for key in ("title", "summary", "description", "termsOfService", "contact", "license"):
        if value(old, key) != value(new, key):
            scope.emit(
                "info-changed",
                old.get(key) or old,
                new.get(key) or new,
                before=value(old, key),
                after=value(new, key),
                name=key,
            )


def _tags(scope: Scope, old: Cursor, new: Cursor) -> None:
    before, after = old.get("tags") or old, new.get("tags") or new
    known = {str(value(node, "name")): node for node in before.elements()}
    for node in after.elements():
        name = str(value(node, "name"))
        if name in known and known[name].value != node.value:
            scope.emit("tag-described", known[name], node, name=name)
