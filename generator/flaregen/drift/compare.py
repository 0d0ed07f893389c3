"""The comparison of two documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from flaregen.document import JSON, Document
from flaregen.drift.change import LEVELS, Change, Reach
from flaregen.drift.comparison import Comparison, Scope
from flaregen.drift.components import compare_component_schemas
from flaregen.drift.context import Context
from flaregen.drift.graph import ComparedPair
from flaregen.drift.lifecycle import marks_at, removal
from flaregen.drift.merging import merge
from flaregen.drift.nodes import child, pair, value
from flaregen.drift.operations import compare_operations
from flaregen.drift.paths import (
    Operation,
    PathItem,
    PathPair,
    are_reordered,
    match_paths,
    parameter_names,
    path_items,
)
from flaregen.drift.renames import renamed
from flaregen.drift.rules import RULES
from flaregen.drift.schemas.compare import compare_schemas
from flaregen.drift.security import compare_schemes, compare_security
from flaregen.drift.servers import compare_servers, lost_prefixes
from flaregen.drift.versions import as_read
from flaregen.openapi.anchors import with_pointers
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.endpoints import path_parameters
from flaregen.openapi.json_values import same_json

_INFO = ("title", "summary", "description", "termsOfService", "contact", "license")


def compare(old: Document, new: Document, today: date) -> tuple[Change, ...]:
    """Every change, each cause once, in the order of the new document.

    ``today`` decides whether a sunset date has passed.
    """
    sides = with_pointers(old), with_pointers(new)
    if old.version != new.version:
        sides = as_read(sides[0]), as_read(sides[1])
    comparison = Comparison(*sides, compare_schemas)
    scope = _operations_scope(comparison, [])
    _paths(comparison, scope, today)
    _webhooks(scope, today)
    _whole(scope)
    comparison.run()
    compare_component_schemas(scope)
    return merge(comparison)


def _paths(comparison: Comparison, scope: Scope, today: date) -> None:
    old, new = comparison.old, comparison.new
    items = path_items(old), path_items(new)
    pairs = match_paths(*items)
    if value(old.root, "servers") != value(new.root, "servers"):
        pairs = _servers(scope, items, pairs)
    _compare_paths(comparison, pairs, today)


def _servers(
    scope: Scope, items: tuple[dict[str, PathItem], dict[str, PathItem]], pairs: list[PathPair]
) -> list[PathPair]:
    """Compare the servers of the documents; the paths that belong together by them."""
    old, new = scope.comparison.old, scope.comparison.new
    prefixes = lost_prefixes(old, new)
    below = match_paths(*items, prefixes) if any(prefixes) else []
    if _matched(below) > _matched(pairs):
        before, after = (prefix or "/" for prefix in reversed(prefixes))
        scope.emit_key("server-prefix-moved", old.root, new.root, "servers", values=(before, after))
        return below
    if _are_servers_inherited(pairs):
        compare_servers(scope, old.root, new.root)
    return pairs


def _matched(pairs: Iterable[PathPair]) -> int:
    return sum(None not in pair for pair in pairs)


def _compare_paths(comparison: Comparison, pairs: Sequence[PathPair], today: date) -> None:
    gone = _operations(old for old, new in pairs if new is None)
    come = _operations(new for old, new in pairs if old is None)
    moved = renamed(gone, come, lambda one: one.id and (one.method, one.id))
    for old, new in pairs:
        if old is not None and new is not None:
            _path(comparison, old, new, today)
        elif old is not None:
            left = [one for one in old.operations.values() if one.key not in moved]
            _removed(comparison, "path-removed", old.at, left, today)
        elif new is not None:
            arrived = [one for one in new.operations.values() if one.key not in moved.values()]
            _added(comparison, "path-added", new.at, arrived)
    for was, now in moved.items():
        before, after = gone[was], come[now]
        scope = _operations_scope(comparison, [before])
        scope.emit("operation-moved", before.at, after.at, before=before.path, after=after.path)
        compare_operations(comparison, before, after, today)


def _operations(items: Iterable[PathItem | None]) -> dict[tuple[str, str], Operation]:
    found = (
        operation for item in items if item is not None for operation in item.operations.values()
    )
    return {operation.key: operation for operation in found}


def _path(comparison: Comparison, old: PathItem, new: PathItem, today: date) -> None:
    same = old.path == new.path and same_json(old.at.value, new.at.value)
    if same and not comparison.changed_references.touches(old.at.value):
        _inherited_security(comparison, old, new)
        return
    found = pair(old.operations, new.operations)
    scope = _operations_scope(comparison, [before for before, _ in found.both.values()])
    _path_parameters(scope, old, new)
    for before, after in found.both.values():
        compare_operations(comparison, before, after, today)
    for operation in found.gone.values():
        _removed(comparison, "operation-removed", operation.at, [operation], today)
    for operation in found.come.values():
        _added(comparison, "operation-added", operation.at, [operation])
    compare_servers(scope, old.at, new.at)
    for key in ("summary", "description"):
        scope.emit_key("operation-described", old.at, new.at, key, name=key)


def _path_parameters(scope: Scope, old: PathItem, new: PathItem) -> None:
    if are_reordered(old.path, new.path):
        before, after = (", ".join(path_parameters(path_item.path)) for path_item in (old, new))
        scope.emit("path-parameters-reordered", old.at, new.at, before=before, after=after)
        return
    for now, was in parameter_names(old.path, new.path).items():
        scope.emit("path-parameter-renamed", old.at, new.at, before=was, after=now)


def _inherited_security(comparison: Comparison, old: PathItem, new: PathItem) -> None:
    """Compare the security that operations inherit, where they are equal otherwise."""
    if value(comparison.old.root, "security") != value(comparison.new.root, "security"):
        for before, after in pair(old.operations, new.operations).both.values():
            compare_security(_operations_scope(comparison, [before]), before.at, after.at)


def _operations_scope(comparison: Comparison, operations: list[Operation]) -> Scope:
    entries = (Reach(operation.method, operation.path, operation.id) for operation in operations)
    compared = ComparedPair(callers={ComparedPair(entry=entry): None for entry in entries})
    return comparison.scope(compared, Context("none"))


def _removed(
    comparison: Comparison, ordinary: str, at: Cursor, operations: list[Operation], today: date
) -> None:
    """Report operations that were removed together: one entry, by the gravest of their rules."""
    if not operations:
        return
    marks = [marks_at(operation.at) for operation in operations]
    rules = [removal(mark, today, ordinary) for mark in marks]
    rule = min(rules, key=_gravity)
    methods: list[JSON] = [operation.method for operation in operations]
    _operations_scope(comparison, operations).emit(
        rule,
        at,
        None,
        before=methods if rule == ordinary else marks[rules.index(rule)].sunset,
        excused=all(mark.provisional for mark in marks),
    )


def _gravity(rule: str) -> tuple[int, int]:
    """By level; among equal ones, the first in the table is the gravest."""
    return LEVELS.index(RULES[rule].level("request")), list(RULES).index(rule)


def _added(comparison: Comparison, rule: str, at: Cursor, operations: list[Operation]) -> None:
    if operations:
        methods: list[JSON] = [operation.method for operation in operations]
        _operations_scope(comparison, operations).emit(rule, None, at, after=methods)


def _webhooks(scope: Scope, today: date) -> None:
    comparison = scope.comparison
    webhooks = pair(path_items(comparison.old, "webhooks"), path_items(comparison.new, "webhooks"))
    scope.emit_lone("webhook-added", webhooks.lone(lambda item: item.at), shown="key")
    for old, new in webhooks.both.values():
        calls = pair(old.operations, new.operations)
        scope.emit_lone("webhook-added", calls.lone(lambda call: call.at), shown="key")
        for before, after in calls.both.values():
            compare_operations(comparison, before, after, today, sent="response")


def _whole(scope: Scope) -> None:
    old, new = scope.comparison.old.root, scope.comparison.new.root
    compare_schemes(scope)
    for key in _INFO:
        scope.emit_key("info-changed", child(old, "info"), child(new, "info"), key, name=key)
    for key in ("externalDocs", "jsonSchemaDialect", "$self"):
        scope.emit_key("info-changed", old, new, key, name=key)
    for name, (before, after) in pair(_tags(old), _tags(new)).both.items():
        if before.value != after.value:
            scope.emit("tag-described", before, after, name=name)


def _are_servers_inherited(pairs: Iterable[PathPair]) -> bool:
    """Whether an operation has the servers of the document, on both sides.

    Where a path or an operation names its own on one side, that is where they are compared.
    """
    operations = [
        both
        for old, new in pairs
        if old is not None and new is not None
        for both in pair(old.operations, new.operations).both.values()
    ]
    return not operations or any(
        not any(
            value(node, "servers") for operation in both for node in (operation.item, operation.at)
        )
        for both in operations
    )


def _tags(root: Cursor) -> dict[str, Cursor]:
    return {str(value(node, "name")): node for node in child(root, "tags").elements()}
