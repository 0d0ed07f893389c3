"""The type of a value, its format, and whether it may be null."""

from __future__ import annotations

from dataclasses import dataclass

from flaregen.drift.comparison import Scope
from flaregen.drift.rules import either
from flaregen.drift.schemas.keywords import report
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts, type_of
from flaregen.openapi.schema_reader import read

_NUMBERS = frozenset({"integer", "number"})
_SCALARS = frozenset({"string", "integer", "number", "boolean"})
_EVERY = frozenset({"string", "number", "boolean", "array", "object"})
_WIDER_FORMATS = frozenset(
    {
        ("int32", "int64"),
        ("int32", "bigint"),
        ("int64", "bigint"),
        ("float", "double"),
        ("date", "date-time"),
    }
)
"""Formats whose values are values of another one."""


def compare_types(scope: Scope, old: Facts, new: Facts) -> bool:
    """Report what happened to type, format and null.

    Returns whether other keywords are worth comparing: not where one side has no type, or
    where no type is on both sides, for then they were added or removed with it.
    """
    if old.admits_nothing != new.admits_nothing:
        values = _spell(old, old.types), _spell(new, new.types)
        report(scope, either("type-narrowed", new.admits_nothing), old, new, "type", values=values)
        return False
    before, after = _types(old, new), _types(new, old)
    if (before is None and not new.states_type) or (after is None and not old.states_type):
        # The keywords that go with a type were added or removed, and are reported themselves.
        _format(scope, old, new)
        return True
    if old.states_type == new.states_type:
        compare_null(scope, old, new)
    if before == after:
        _format(scope, old, new)
        return True
    text = scope.context.text
    delimited = scope.context.delimited
    widened = _within(before, after, _text_of(new, old, delimited=delimited) if text else None)
    narrowed = _within(after, before, _text_of(old, new, delimited=delimited) if text else None)
    if widened and narrowed:
        # As text they are the same; a typed client still sees the one or the other.
        widened = _within(before, after, None)
    rule = "type-widened" if widened else "type-narrowed" if narrowed else "type-changed"
    report(scope, rule, old, new, "type", values=(_spell(old, before), _spell(new, after)))
    if before and after and not before.isdisjoint(after):
        _format(scope, old, new)
    return before is not None and after is not None and have_common_values(before, after)


def _types(schema: Facts, other: Facts) -> frozenset[str] | None:
    """The types of a schema: those of its values, where the other one lists its values, too.

    A list of all types is none.
    """
    types = schema.types
    if schema.values is not None and other.values is not None:
        listed = frozenset(type_of(value) for value in schema.values)
        return listed if _within(listed, types, None) else types
    return None if schema.nullable and types is not None and types >= _EVERY else types


def have_common_values(before: frozenset[str], after: frozenset[str]) -> bool:
    return not before.isdisjoint(after) or not (
        before.isdisjoint(_NUMBERS) or after.isdisjoint(_NUMBERS)
    )


def compare_null(scope: Scope, old: Facts, new: Facts) -> None:
    if old.nullable != new.nullable and not scope.context.null_allowed:
        rule = either("became-nullable", new.nullable)
        scope.emit(rule, old.at, new.at, before=old.nullable, after=new.nullable)


def _within(inner: frozenset[str] | None, outer: frozenset[str] | None, text: _Text | None) -> bool:
    """Whether all of the inner types are among the outer ones. ``text`` is None for JSON."""
    if outer is None:
        return True
    return inner is not None and all(
        any(_covers(wide, narrow, text) for wide in outer) for narrow in inner
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """What a schema admits that is written as text."""

    anything: bool
    """Whether a string of the schema may be any text."""
    listed: frozenset[str]
    """The scalar types that a list admits as items, restricted as a single value is."""


def _covers(wide: str, narrow: str, text: _Text | None) -> bool:
    """In text, a number may be a string, and a single value a list of one."""
    if wide == narrow or (wide, narrow) == ("number", "integer"):
        return True
    if text is None or narrow not in _SCALARS:
        return False
    if wide == "string":
        return text.anything
    return wide == "array" and (narrow in text.listed or "string" in text.listed)


def _text_of(wide: Facts, narrow: Facts, *, delimited: bool) -> _Text:
    listed = _listable(wide, narrow)
    if delimited and narrow.meaningful <= {"type", "minLength", "maxLength"}:
        # A text that holds the delimiter would be several items.
        listed -= {"string"}
    return _Text(wide.meaningful <= {"type"}, listed)


def _listable(wide: Facts, narrow: Facts) -> frozenset[str]:
    node = wide.one("items")
    if node is None:
        return _SCALARS
    items = read(wide.references, (node,))
    restrictions = items.meaningful - {"type"}
    if any(items.value(key) != narrow.value(key) for key in restrictions):
        return frozenset()
    return _SCALARS if items.types is None else items.types & _SCALARS


def _spell(schema: Facts, types: frozenset[str] | None) -> str:
    if schema.admits_nothing:
        return "nothing"
    if types is None:
        return "any"
    return ", ".join([*sorted(types), *(["null"] if schema.nullable else [])])


def may_refuse(schema: Facts, refused: Cursor) -> bool:
    """Whether values of the types that a schema admits may match another one."""
    other = read(schema.references, (refused,))
    if schema.types is None or other.types is None or (schema.nullable and other.nullable):
        return True
    return have_common_values(schema.types, other.types)


def _format_name(schema: Facts) -> str | None:
    name = schema.value("format")
    return name if isinstance(name, str) else None


def _format(scope: Scope, old: Facts, new: Facts) -> None:
    before, after = _format_name(old), _format_name(new)
    if before == after or old.are_same_bytes(new):
        return
    if after is None or (before, after) in _WIDER_FORMATS:
        rule = "format-widened"
    elif before is None or (after, before) in _WIDER_FORMATS:
        rule = "format-narrowed"
    else:
        rule = "format-changed"
    report(scope, rule, old, new, "format", values=(before or "none", after or "none"))
