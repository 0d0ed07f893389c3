"""What a schema says, to be compared with what another spelling of it says."""

from __future__ import annotations

from collections.abc import Hashable

from flaregen.schemas.schema import Array, Enumeration, Map, Object, Schema, Union


def shape(schema: Schema) -> Hashable:
    """Equal for schemas that say the same, wherever they stand and however they are described."""
    common = (
        type(schema).__name__,
        schema.nullable,
        repr(schema.constraints),
        repr(schema.default),
    )
    match schema:
        case Object(fields=fields, rest=rest):
            members = tuple(sorted((f.wire, f.required, shape(f.schema)) for f in fields))
            return (common, members, rest and shape(rest), schema.is_open)
        case Array(items=items, octets=octets):
            return (common, octets, shape(items))
        case Map(values=values):
            return (common, shape(values))
        case Union(members=members):
            return (common, frozenset(shape(member) for member in members))
        case Enumeration(values=values):
            return (common, frozenset((type(value), value) for value in values))
        case _:
            return (common, _leaf(schema))


def _leaf(schema: Schema) -> Hashable:
    names = ("kind", "encoding", "target", "format")
    return tuple(repr(getattr(schema, name, None)) for name in names)
