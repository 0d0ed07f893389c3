"""Where objects stand in a schema, and which of them are the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from flaregen.schemas.schema import Array, Enumeration, Map, Object, Schema, Union


@dataclass(frozen=True, slots=True)
class Site:
    """An object and the way to it: property names, ``[]`` for items, ``*`` for open keys.

    ``siblings`` are all objects that one union offers at this place, this one included.
    """

    path: tuple[str, ...]
    schema: Object
    siblings: tuple[Object, ...]

    @property
    def text(self) -> str:
        """``tools[].function`` for the way (tools, [], function)."""
        return ".".join(self.path).replace(".[]", "[]")


def sites(schema: Schema) -> Iterator[Site]:
    """Every object in a schema that has properties, the outermost first."""
    yield from _walk(schema, (), ())


def _walk(schema: Schema, path: tuple[str, ...], siblings: tuple[Object, ...]) -> Iterator[Site]:
    match schema:
        case Object(fields=fields) if fields:
            yield Site(path, schema, siblings or (schema,))
            for field in fields:
                yield from _walk(field.schema, (*path, field.wire), ())
        case Array(items=items):
            yield from _walk(items, (*path, "[]"), ())
        case Map(values=values):
            yield from _walk(values, (*path, "*"), ())
        case Union(members=members):
            objects = tuple(m for m in members if isinstance(m, Object) and m.fields)
            for member in members:
                yield from _walk(member, path, objects)
        case _:
            return


def shape(schema: Schema) -> Hashable:
    """Equal for schemas that say the same, wherever they stand and however they are described."""
    common = (
        type(schema).__name__,
        schema.nullable,
        repr(schema.constraints),
        repr(schema.default),
    )
    match schema:
        case Object(fields=fields):
            members = tuple(sorted((f.wire, f.required, shape(f.schema)) for f in fields))
            return (common, members)
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


def distinguishing(schema: Object, siblings: tuple[Object, ...]) -> str:
    """The first required property that no sibling requires, or empty."""
    others = {name for other in siblings if other is not schema for name in other.required}
    return next((name for name in schema.required if name not in others), "")
