"""The types of fields as the emitted source writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from flaregen.names.named import NamedField
from flaregen.names.types import (
    AnyObjectType,
    AnyType,
    Base64Type,
    ClassType,
    DataURLType,
    FilePartType,
    FileType,
    ListType,
    LiteralType,
    MapType,
    NullType,
    OctetsType,
    ScalarType,
    Type,
    UnionType,
    union,
)
from flaregen.schemas.schema import (
    Anything,
    Array,
    Binary,
    Direction,
    Enumeration,
    Map,
    Null,
    Object,
    Recursion,
    Scalar,
    ScalarKind,
    Schema,
    Union,
)

SCALARS: Mapping[ScalarKind, str] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
}


def argument_type(schema: Schema) -> Type:
    """The type of an argument that no body has: values, lists and mappings of them."""
    match schema:
        case Scalar():
            return ScalarType(schema.kind, schema.is_moment)
        case Enumeration():
            return LiteralType(schema.values)
        case Array():
            return ListType(argument_type(schema.items))
        case Union():
            return union(map(argument_type, schema.members))
        case Map() | Object():
            return MapType(AnyType())
        case Anything():
            return union((ScalarType("string"), ScalarType("number"), ScalarType("boolean")))
        case Null() | Binary() | Recursion():
            return ScalarType("string")
        case _ as unreachable:
            assert_never(unreachable)


def path_type(schema: Schema) -> Type:
    """The type of an argument of the path: a text where the schema says nothing."""
    return ScalarType("string") if isinstance(schema, Anything) else argument_type(schema)


def field_types(field: NamedField, direction: Direction) -> tuple[str, ...]:
    """The members of a field's union, with the mark of one that may be left out."""
    found = member_types(field.type, direction)
    if field.required:
        return found
    mark = "UnsetType" if direction == "request" else "None"
    return found if {"Any", "None"} & {*found} and mark == "None" else (*found, mark)


def member_types(type_: Type, direction: Direction) -> tuple[str, ...]:
    """The members of a union, those of a Literal each for themselves."""
    match type_:
        case LiteralType(values):
            return tuple(f"Literal[{value!r}]" for value in values)
        case ScalarType("number") if direction == "response":
            return ("int", "float")
        case UnionType(members):
            found = (text for member in members for text in member_types(member, direction))
            return tuple(dict.fromkeys(found))
        case _:
            return (annotation(type_, direction),)


def annotation(type_: Type, direction: Direction) -> str:
    """Any form of a list or of bytes may be given; what is received has one form.

    A number that is received may be an integer, which a float could not hold exactly.
    """
    given = direction == "request"
    match type_:
        case AnyType():
            return "Any"
        case NullType():
            return "None"
        case ScalarType(kind):
            return SCALARS[kind] if given or kind != "number" else "int | float"
        case LiteralType(values):
            return f"Literal[{', '.join(map(repr, values))}]"
        case Base64Type() | FileType() | FilePartType() | DataURLType():
            return type(type_).__name__.removesuffix("Type") if given else "str"
        case OctetsType(items):
            return "Octets" if given else annotation(ListType(items), direction)
        case ListType(items):
            return f"{'Sequence' if given else 'list'}[{annotation(items, direction)}]"
        case MapType(values):
            return f"{'Mapping' if given else 'dict'}[str, {annotation(values, direction)}]"
        case ClassType(name):
            return name
        case AnyObjectType():
            return "AnyObject"
        case UnionType(members):
            return " | ".join(annotation(member, direction) for member in members)
        case _ as unreachable:
            assert_never(unreachable)
