"""Parameters of an operation, those of its path included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeAlias

from flaregen.drift.comparison import Scope
from flaregen.drift.contents import compare_contents, compare_schema
from flaregen.drift.lifecycle import compare_marks, marks_at, removal
from flaregen.drift.nodes import Followed, child, children, pair, referred, value
from flaregen.drift.renames import renamed
from flaregen.drift.rules import either
from flaregen.drift.text_changes import compare_said, compare_text
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.json_values import json_text
from flaregen.openapi.references import References
from flaregen.openapi.schema_reader import read
from flaregen.openapi.versions import HEADERS_APART

Key: TypeAlias = tuple[str, str]
"""Where a parameter goes (``query``, ``path``, ...) and its name."""
Parameters: TypeAlias = dict[Key, Followed]

_FLAGS = {"allowReserved": "reserved-allowed", "allowEmptyValue": "empty-value-allowed"}
_WRITTEN_ALIKE = {"integer", "number", "boolean"}
"""Types whose values are written in JSON as they are anywhere else."""
_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}


def parameters_of(
    side: References, item: Cursor, operation: Cursor, names: dict[str, str]
) -> Parameters:
    """What an operation takes; its own parameters go before those of its path.

    ``names`` are path parameters under the name that the other document gives them.
    """
    found: Parameters = {}
    for holder in (item, operation):
        for node in child(holder, "parameters").elements():
            one = referred(side, node)
            place, name = one.target.text("in"), one.target.text("name")
            if place is None or name is None:
                continue
            if place == "header" and name.lower() in HEADERS_APART:
                continue
            if place == "path":
                name = names.get(name, name)
            found[(place, name.lower() if place == "header" else name)] = one
    return found


def compare_parameters(scope: Scope, old: Parameters, new: Parameters, today: date) -> None:
    found = pair(old, new)
    for before, after in found.both.values():
        compare_one(scope, before, after, "parameter-became-required")
    for was, now in renamed(found.gone, found.come, _called).items():
        if was[0] == now[0]:
            continue
        before, after = found.gone.pop(was), found.come.pop(now)
        rule = "required-parameter-moved" if _required(after.target) else "parameter-moved"
        scope.emit(rule, before.here, after.here, before=was[0], after=now[0], name=now[1])
        compare_one(scope, before, after, "parameter-became-required")
    renames = renamed(found.gone, found.come, _described)
    for was, now in renames.items():
        nodes = found.gone.pop(was), found.come.pop(now)
        scope.emit("parameter-renamed", *(node.here for node in nodes), before=was[1], after=now[1])
    for key, one in found.gone.items():
        rule = removal(marks_at(one.target), today, "parameter-removed")
        scope.emit(rule, one.here, None, before=value(one.target, "x-sunset") or key[1])
    for key, one in found.come.items():
        rule = "required-parameter-added" if _required(one.target) else "parameter-added"
        scope.emit(rule, None, one.here, after=key[1])


def _called(one: Followed) -> str | None:
    """The name in small letters: headers have theirs in any."""
    name = one.target.text("name")
    return name and name.lower()


def _described(one: Followed) -> str | None:
    """Everything but the name, of what has a description."""
    described = one.target.text("description") is not None
    rest = {key: node.value for key, node in one.target.items() if key != "name"}
    return json_text(rest) if described else None


def _required(cursor: Cursor) -> bool:
    return cursor.flag("required") or cursor.text("in") == "path"


def compare_one(scope: Scope, was: Followed, now: Followed, became_required: str) -> None:
    """Compare a parameter, or a header of a response."""
    old, new = was.target, now.target
    marks = marks_at(old), marks_at(new)
    if all(mark.provisional for mark in marks):
        scope = scope.with_context(scope.context.excuse())
    compare_said(scope, was, now)
    inner = scope.shared(was, now)
    if inner is None:
        return
    if _required(old) != _required(new):
        inner.emit(either(became_required, _required(new)), old, new)
    _serialization(inner, old, new)
    compare_text(inner, old, new)
    compare_marks(inner, *marks)
    _value(inner, old, new)


def _value(scope: Scope, old: Cursor, new: Cursor) -> None:
    """The schema of a parameter or a header, or its ``content``."""
    if old.get("content") and new.get("content"):
        compare_contents(scope, old, new)
        return
    if old.get("content") or new.get("content"):
        _rewritten(scope, old, new)
        return
    before, after = old.get("schema"), new.get("schema")
    if before is None or after is None:
        compare_schema(scope, old, new, "schema")
        return
    context = scope.context
    # A parameter that has to be sent never gets its default.
    optional = not (old.flag("required") and new.flag("required"))
    top, in_path = context.direction == "request" and optional, new.text("in") == "path"
    written = replace(context, text=True, top=top, never_empty=in_path, delimited=not _explode(new))
    scope.with_context(written).visit((before,), (after,))


def _rewritten(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare what has a style with what has a media type: JSON has quotes around a text."""
    medium = next(iter(children(old, "content") or children(new, "content")), "")
    contents = [child(child(cursor, "content"), medium).get("schema") for cursor in (old, new)]
    before, after = (
        one or node.get("schema") for one, node in zip(contents, (old, new), strict=True)
    )
    if any(type_ is None or not type_ <= _WRITTEN_ALIKE for type_ in _types(scope, before, after)):
        forms = [medium if cursor.get("content") else _style(cursor) for cursor in (old, new)]
        scope.emit_key("style-changed", old, new, "content", values=(forms[0], forms[1]))
    if before is not None and after is not None:
        scope.with_context(scope.context.inside()).visit((before,), (after,))


def _serialization(scope: Scope, old: Cursor, new: Cursor) -> None:
    """How a value is written: style, explode, reserved characters, empty values."""
    styles = _style(old), _style(new)
    if old.text("in") == new.text("in"):
        scope.emit_key("style-changed", old, new, "style", values=styles)
    if styles[0] == styles[1] != "deepObject" and _compound(scope, old, new):
        values = _explode(old), _explode(new)
        scope.emit_key("explode-changed", old, new, "explode", values=values)
    for key, allowed in _FLAGS.items():
        was, now = old.flag(key), new.flag(key)
        scope.emit_key(either(allowed, now), old, new, key, values=(was, now))


def _style(cursor: Cursor) -> str:
    return cursor.text("style") or _STYLES.get(cursor.text("in") or "header", "simple")


def _explode(cursor: Cursor) -> bool:
    explode = value(cursor, "explode")
    return explode if isinstance(explode, bool) else _style(cursor) == "form"


def _compound(scope: Scope, old: Cursor, new: Cursor) -> bool:
    """Whether explode matters: for an object, a value of unknown type, and most lists."""
    types = _types(scope, old.get("schema"), new.get("schema"))
    # A list has commas between its items in any case where the style is simple (RFC 6570, 3.2.2).
    parts = {"object"} if _style(new) == "simple" else {"array", "object"}
    return any(type_ is None or type_ & parts for type_ in types)


def _types(scope: Scope, old: Cursor | None, new: Cursor | None) -> list[frozenset[str] | None]:
    """The types of two schemas; None where any is allowed."""
    schemas = (scope.comparison.old, old), (scope.comparison.new, new)
    return [None if node is None else read(side, (node,)).types for side, node in schemas]
