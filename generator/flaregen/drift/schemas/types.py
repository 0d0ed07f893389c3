"""The type of a value, its format, and whether it may be null."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import product
from typing import TypeAlias

from flaregen.drift.comparison import Scope
from flaregen.drift.context import Context
from flaregen.drift.rules import either
from flaregen.drift.schemas.keywords import report
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts
from flaregen.openapi.json_values import type_of
from flaregen.openapi.schema_reader import null_at, read

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

_Pair: TypeAlias = tuple[str, str]
"""A type, and one whose values are values of it."""


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
    if before == after or old.are_same_bytes(new):
        _format(scope, old, new)
        return True
    context = scope.context
    widened = _within(before, after, _written_alike(new, old, context))
    narrowed = _within(after, before, _written_alike(old, new, context))
    if widened and narrowed:
        # As text they are the same; a typed client still sees the one or the other.
        widened = _within(before, after)
    rule = "type-widened" if widened else "type-narrowed" if narrowed else "type-changed"
    null = old.nullable == new.nullable or old.states_type != new.states_type
    values = _spell(old, before, null=null), _spell(new, after, null=null)
    report(scope, rule, old, new, "type", values=values)
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
        return listed if listed and _within(listed, types) else types
    return None if schema.nullable and types is not None and types >= _EVERY else types


def have_common_values(before: frozenset[str], after: frozenset[str]) -> bool:
    return not before.isdisjoint(after) or not (
        before.isdisjoint(_NUMBERS) or after.isdisjoint(_NUMBERS)
    )


def compare_null(scope: Scope, old: Facts, new: Facts) -> None:
    if old.nullable != new.nullable and not scope.context.null_allowed:
        rule = either("became-nullable", new.nullable)
        nodes = null_at(old), null_at(new)
        scope.emit(rule, *nodes, before=old.nullable, after=new.nullable)


def _within(
    inner: frozenset[str] | None,
    outer: frozenset[str] | None,
    written: AbstractSet[_Pair] = frozenset(),
) -> bool:
    """Whether all of the inner types are among the outer ones, or ``written`` as one of them."""
    if outer is None:
        return True
    pairs = {*written, ("number", "integer")}
    return inner is not None and all(
        narrow in outer or not pairs.isdisjoint(product(outer, [narrow])) for narrow in inner
    )


def _written_alike(wide: Facts, narrow: Facts, context: Context) -> AbstractSet[_Pair]:
    """Types of a schema with types whose values are written as theirs, where all is text.

    A number may be a string, and a single value a list of one, restricted as the value is.
    """
    if not context.text:
        return frozenset()
    listed = _listable(wide, narrow)
    if context.delimited and narrow.meaningful <= {"type", "minLength", "maxLength"}:
        # A text that holds the delimiter would be several items.
        listed -= {"string"}
    items = _SCALARS if "string" in listed else listed
    texts = _SCALARS if wide.meaningful <= {"type"} else frozenset[str]()
    return {*product(["array"], items), *product(["string"], texts)}


def _listable(wide: Facts, narrow: Facts) -> frozenset[str]:
    """The scalar types of the items that a list admits."""
    node = wide.one("items")
    if node is None:
        return _SCALARS
    items = read(wide.references, (node,))
    restrictions = items.meaningful - {"type"}
    if any(items.value(key) != narrow.value(key) for key in restrictions):
        return frozenset()
    return _SCALARS if items.types is None else items.types & _SCALARS


def _spell(schema: Facts, types: frozenset[str] | None, *, null: bool = True) -> str:
    """Types in words. ``null`` says that no other change tells of it."""
    if schema.admits_nothing:
        return "nothing"
    if types is None:
        return "any"
    named = ["null"] if schema.nullable and (null or not types) else []
    return ", ".join([*sorted(types), *named])


def may_refuse(schema: Facts, refused: Cursor) -> bool:
    """Whether values of the types that a schema admits may match another one."""
    other = read(schema.references, (refused,), flatten=True)
    if schema.types is None or other.types is None or (schema.nullable and other.nullable):
        return True
    return have_common_values(schema.types, other.types)


def _format(scope: Scope, old: Facts, new: Facts) -> None:
    before, after = old.text("format"), new.text("format")
    if before == after or old.are_same_bytes(new):
        return
    if not after or (before, after) in _WIDER_FORMATS:
        rule = "format-widened"
    elif not before or (after, before) in _WIDER_FORMATS:
        rule = "format-narrowed"
    else:
        rule = "format-changed"
    report(scope, rule, old, new, "format", values=(before or "none", after or "none"))
