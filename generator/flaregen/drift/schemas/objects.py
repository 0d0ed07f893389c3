"""Properties, required or not, and what else an object may hold."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from flaregen.drift.comparison import Cursors, Scope
from flaregen.drift.likeness import renames
from flaregen.drift.mode import Mode
from flaregen.drift.schemas.reading import Schema
from flaregen.drift.schemas.subschemas import compare_subschema, opened
from flaregen.drift.unrest import marked, never_sent
from flaregen.openapi.references import References as Side

_READ_ONLY = ("readOnly", "became-read-only", "became-not-read-only")
_MARKS = (_READ_ONLY, ("writeOnly", "became-write-only", "became-not-write-only"))
_REQUIRED_MARKS = (
    _READ_ONLY,
    ("writeOnly", "required-became-write-only", "required-became-not-write-only"),
)


def compare_objects(scope: Scope, old: Schema, new: Schema) -> None:
    _properties(scope, old, new)
    _additional(scope, old, new)
    _patterns(scope, old, new)
    _dependents(scope, old, new)
    names = ("property-names-set", "property-names-removed")
    compare_subschema(scope, old, new, "propertyNames", names)
    unevaluated = ("unevaluated-properties-set", "unevaluated-properties-removed")
    compare_subschema(scope, old, new, "unevaluatedProperties", unevaluated)


def _properties(scope: Scope, old: Schema, new: Schema) -> None:
    before, after = old.children("properties"), new.children("properties")
    removed = {name: before[name] for name in before if name not in after}
    added = {name: after[name] for name in after if name not in before}
    for gone, come in renames(before, after).items():
        _renamed(scope, old, new, gone, come)
        del removed[gone], added[come]
    for name, cursors in removed.items():
        _removed(scope, old, name, cursors)
    for name, cursors in added.items():
        _added(scope, new, name, cursors)
    _undeclared(scope, old, new, before.keys() | after.keys())
    for name in before:
        if name in after:
            _kept(scope, old, new, name)


def _undeclared(scope: Scope, old: Schema, new: Schema, declared: AbstractSet[str]) -> None:
    """Names that are required without being declared here; often the declaration is elsewhere."""
    for name in sorted((old.required ^ new.required) - declared):
        scope.emit(
            "property-became-required" if name in new.required else "property-became-optional",
            old.one("required") or old.at,
            new.one("required") or new.at,
            name=name,
        )


def _renamed(scope: Scope, old: Schema, new: Schema, gone: str, come: str) -> None:
    before, after = old.children("properties")[gone][0], new.children("properties")[come][0]
    needed = gone in old.required if scope.mode.direction == "response" else come in new.required
    rule = "required-property-renamed" if needed else "property-renamed"
    unsent = _unsent(new.side, (after,), scope.mode)
    scope.emit(rule, before, after, before=gone, after=come, excused=unsent)


def _removed(scope: Scope, old: Schema, name: str, cursors: Cursors) -> None:
    rule = "required-property-removed" if name in old.required else "property-removed"
    unsent = _unsent(old.side, cursors, scope.mode)
    scope.emit(
        rule,
        cursors[0],
        None,
        before=cursors[0].value,
        excused=unsent and scope.mode.direction == "response",
        name=name,
    )


def _added(scope: Scope, new: Schema, name: str, cursors: Cursors) -> None:
    rule = "required-property-added" if name in new.required else "property-added"
    unsent = _unsent(new.side, cursors, scope.mode)
    scope.emit(rule, None, cursors[0], after=cursors[0].value, excused=unsent, name=name)


def _kept(scope: Scope, old: Schema, new: Schema, name: str) -> None:
    before, after = old.children("properties")[name], new.children("properties")[name]
    required = name in new.required
    unsent = _unsent(new.side, after, scope.mode)
    if (name in old.required) != required:
        rule = "property-became-required" if required else "property-became-optional"
        scope.emit(rule, before[0], after[0], excused=unsent, name=name)
    _marks(scope, before, after, required=required)
    mode = scope.mode.inside()
    scope.with_mode(mode.excuse() if unsent else mode).visit(before, after)


def _marks(scope: Scope, before: Cursors, after: Cursors, *, required: bool) -> None:
    """What became read-only or write-only, and what ceased to be."""
    for mark, became, ceased in _REQUIRED_MARKS if required else _MARKS:
        was = any(marked(scope.comparison.old, cursor, mark) for cursor in before)
        now = any(marked(scope.comparison.new, cursor, mark) for cursor in after)
        if was != now:
            scope.emit(became if now else ceased, before[0], after[0], before=was, after=now)


def _unsent(side: Side, cursors: Cursors, mode: Mode) -> bool:
    return any(never_sent(side, cursor, mode) for cursor in cursors)


def _additional(scope: Scope, old: Schema, new: Schema) -> None:
    keyword = "additionalProperties"
    before, after = old.one(keyword), new.one(keyword)
    match _openness(old), _openness(new):
        case ("typed", "typed") if before is not None and after is not None:
            scope.with_mode(scope.mode.inside()).visit((before,), (after,))
            return
        case (was, now) if was == now:
            return
        case (_, "closed"):
            rule = "additional-properties-closed"
        case ("closed", _):
            rule = "additional-properties-opened"
        case (_, "typed"):
            rule = "additional-properties-typed"
        case _:
            rule = "additional-properties-untyped"
    scope.emit(
        rule,
        before or old.at,
        after or new.at,
        before=None if before is None else before.value,
        after=None if after is None else after.value,
    )


def _openness(schema: Schema) -> str:
    cursor = schema.one("additionalProperties")
    if cursor is None or opened(cursor.value):
        return "open"
    return "closed" if cursor.value is False else "typed"


def _patterns(scope: Scope, old: Schema, new: Schema) -> None:
    before, after = old.children("patternProperties"), new.children("patternProperties")
    for pattern, cursors in before.items():
        if pattern in after:
            scope.with_mode(scope.mode.inside()).visit(cursors, after[pattern])
        else:
            scope.emit("pattern-property-removed", cursors[0], None, before=pattern)
    for pattern, cursors in after.items():
        if pattern not in before:
            scope.emit("pattern-property-added", None, cursors[0], after=pattern)


def _dependents(scope: Scope, old: Schema, new: Schema) -> None:
    before, after = old.children("dependentRequired"), new.children("dependentRequired")
    for name in sorted(before.keys() | after.keys()):
        was = before[name][0] if name in before else None
        now = after[name][0] if name in after else None
        values = (None if was is None else was.value, None if now is None else now.value)
        if _as_set(values[0]) == _as_set(values[1]) and (was is None) == (now is None):
            continue
        rule = "dependent-required-changed"
        if was is None:
            rule = "dependent-required-set"
        elif now is None:
            rule = "dependent-required-removed"
        scope.emit(rule, was, now, before=values[0], after=values[1], name=name)
    schemas, new_schemas = old.children("dependentSchemas"), new.children("dependentSchemas")
    for name, cursors in schemas.items():
        if name in new_schemas:
            scope.with_mode(scope.mode.inside()).visit(cursors, new_schemas[name])
        else:
            scope.emit("dependent-schema-removed", cursors[0], None, name=name)
    for name, cursors in new_schemas.items():
        if name not in schemas:
            scope.emit("dependent-schema-set", None, cursors[0], name=name)


def _as_set(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()
