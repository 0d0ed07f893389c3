"""``allOf``: several schemas that hold at once, as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from flaregen.pointer import Pointer
from flaregen.schemas.schema import Anything, Field, Map, Object, Schema, Union


def merge_all(schemas: Sequence[Schema], pointer: Pointer) -> Schema:
    """Fold schemas into one. Where two say different things, the later one counts."""
    return replace(reduce(_merge, schemas), pointer=pointer)


def _merge(base: Schema, over: Schema) -> Schema:
    match base, over:
        case Object(), Object():
            merged: Schema = _merge_objects(base, over)
        case _, Anything() | Map():
            merged = base
        case Union(), Object():
            merged = _merge_members(base, over)
        case Object(), Union():
            merged = replace(over, members=tuple(_merge(base, m) for m in over.members))
        case _:
            merged = over
    return _annotate(merged, base, over)


def _merge_members(base: Union, over: Object) -> Schema:
    """The members that are objects, each with what is added.

    What may be any object says nothing beside one with properties, and what is no object
    cannot hold at once with it.
    """
    fitting = tuple(_merge(m, over) for m in base.members if isinstance(m, Object | Union))
    anything = any(isinstance(m, Map | Anything) for m in base.members)
    return replace(base, members=fitting) if fitting and not anything else over


def _merge_objects(base: Object, over: Object) -> Object:
    later = {field.wire: field for field in over.fields}
    kept = tuple(
        _merge_fields(field, later.pop(field.wire)) if field.wire in later else field
        for field in base.fields
    )
    fields = (*kept, *later.values())
    demanded = {*base.demanded, *over.demanded}
    declared = {field.wire for field in fields}
    return replace(
        over,
        fields=tuple(replace(f, required=f.required or f.wire in demanded) for f in fields),
        exclusions=(*base.exclusions, *over.exclusions),
        demanded=tuple(sorted(demanded - declared)),
    )


def _merge_fields(base: Field, over: Field) -> Field:
    return Field(
        wire=base.wire,
        schema=_merge(base.schema, over.schema),
        required=base.required or over.required,
    )


def _annotate(merged: Schema, base: Schema, over: Schema) -> Schema:
    constraints = {**dict(base.constraints), **dict(over.constraints)}
    return replace(
        merged,
        title=over.title or base.title,
        description=over.description or base.description,
        nullable=base.nullable if isinstance(over, Anything) else base.nullable and over.nullable,
        deprecated=base.deprecated or over.deprecated,
        default=over.default or base.default,
        example=over.example or base.example,
        constraints=tuple(constraints.items()),
    )
