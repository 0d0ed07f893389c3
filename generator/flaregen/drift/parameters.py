"""Parameters of an operation, those of its path included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeAlias

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.contents import compare_contents, has_content
from flaregen.drift.described import compare_description, value
from flaregen.drift.lifecycle import Marks, compare_marks, removal
from flaregen.drift.likeness import same_but_for
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References as Side

Key: TypeAlias = tuple[str, str]
"""Where a parameter goes (``query``, ``path``, ...) and its name."""
Parameters: TypeAlias = dict[Key, Cursor]

_FLAGS = (
    ("allowReserved", "reserved-allowed", "reserved-refused"),
    ("allowEmptyValue", "empty-value-allowed", "empty-value-refused"),
)
_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}


def parameters_of(side: Side, item: Cursor, operation: Cursor, names: dict[str, str]) -> Parameters:
    """What an operation takes; its own parameters go before those of its path.

    ``names`` are path parameters under the name that the other document gives them.
    """
    found: Parameters = {}
    for holder in (item, operation):
        listed = holder.get("parameters")
        for node in () if listed is None else listed.elements():
            cursor = side.resolve(node)
            place, name = cursor.text("in"), cursor.text("name")
            if place is None or name is None:
                continue
            if place == "path":
                name = names.get(name, name)
            found[(place, name.lower() if place == "header" else name)] = cursor
    return found


def compare_parameters(scope: Scope, old: Parameters, new: Parameters, today: date) -> None:
    renamed = same_but_for(
        "name",
        {key: cursor for key, cursor in old.items() if key not in new},
        {key: cursor for key, cursor in new.items() if key not in old},
    )
    for key, other in renamed.items():
        scope.emit("parameter-renamed", old[key], new[other], before=key[1], after=other[1])
    for key, cursor in old.items():
        if key in new:
            _compare(scope, cursor, new[key])
        elif key not in renamed:
            rule = removal(Marks.at_node(cursor), today, "parameter-removed")
            scope.emit(rule, cursor, None, before=value(cursor, "x-sunset") or key[1])
    for key, cursor in new.items():
        if key not in old and key not in renamed.values():
            rule = "required-parameter-added" if _required(cursor) else "parameter-added"
            scope.emit(rule, None, cursor, after=key[1])


def _required(cursor: Cursor) -> bool:
    return cursor.flag("required") or cursor.text("in") == "path"


def _compare(scope: Scope, old: Cursor, new: Cursor) -> None:
    unit, fresh = scope.comparison.share(scope, old, new)
    if not fresh:
        return
    mode = scope.mode
    if Marks.at_node(new).provisional and Marks.at_node(old).provisional:
        mode = mode.excuse()
    inner = Scope(scope.comparison, unit, mode)
    if _required(old) != _required(new):
        required = _required(new)
        rule = "parameter-became-required" if required else "parameter-became-optional"
        inner.emit(rule, old, new)
    compare_serialization(inner, old, new)
    compare_description(inner, old, new)
    compare_marks(inner, Marks.at_node(old), Marks.at_node(new))
    compare_value(inner, old, new)


def compare_value(scope: Scope, old: Cursor, new: Cursor) -> None:
    """The schema of a parameter or a header, or its ``content``."""
    if has_content(old) or has_content(new):
        compare_contents(scope, old, new)
        return
    mode = scope.mode
    written = replace(
        mode,
        text=True,
        top=mode.direction == "request",
    )
    before, after = old.get("schema"), new.get("schema")
    if before is not None and after is not None:
        scope.with_mode(written).visit((before,), (after,))
    elif before is not None:
        scope.emit("media-type-schema-removed", before, new)
    elif after is not None:
        scope.emit("media-type-schema-set", old, after)


def compare_serialization(scope: Scope, old: Cursor, new: Cursor) -> None:
    """How a value is written: style, explode, reserved characters, empty values."""
    if _style(old) != _style(new):
        _emit(scope, "style-changed", (old, new), "style", (_style(old), _style(new)))
    elif _explode(old) != _explode(new) and _compound(scope, old, new):
        _emit(scope, "explode-changed", (old, new), "explode", (_explode(old), _explode(new)))
    for key, allowed, refused in _FLAGS:
        if old.flag(key) != new.flag(key):
            rule = allowed if new.flag(key) else refused
            _emit(scope, rule, (old, new), key, (old.flag(key), new.flag(key)))


def _emit(
    scope: Scope, rule: str, pair: tuple[Cursor, Cursor], key: str, values: tuple[JSON, JSON]
) -> None:
    old, new = pair
    before, after = values
    scope.emit(rule, old.get(key) or old, new.get(key) or new, before=before, after=after)


def _style(cursor: Cursor) -> str:
    return cursor.text("style") or _STYLES.get(cursor.text("in") or "header", "simple")


def _explode(cursor: Cursor) -> bool:
    explode = value(cursor, "explode")
    return explode if isinstance(explode, bool) else _style(cursor) == "form"


def _compound(scope: Scope, old: Cursor, new: Cursor) -> bool:
    """Whether there is anything to explode: a list or an object, or a value of unknown type."""
    sides = ((scope.comparison.old, old), (scope.comparison.new, new))
    for side, cursor in sides:
        schema = side.get(cursor, "schema")
        kind = None if schema is None else value(schema, "type")
        kinds = kind if isinstance(kind, list) else [kind]
        if {"array", "object", None} & {
            item for item in kinds if not isinstance(item, list | dict)
        }:
            return True
    return False
