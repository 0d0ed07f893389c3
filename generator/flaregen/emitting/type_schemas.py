"""Types as the schemas that datamodel-code-generator reads them from."""

from __future__ import annotations

from flaregen.document import JSON, JSONObject
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
)
from flaregen.schemas.schema import Direction, ScalarKind


def schema_of_type(type_: Type, direction: Direction) -> JSONObject:
    """A type as a schema that refers to classes by their final names."""
    match type_:
        case AnyType():
            return {}
        case NullType():
            return {"type": "null"}
        case ScalarType(kind=kind):
            return _scalar(kind, direction)
        case LiteralType(values=values):
            return {"enum": list(values)}
        case Base64Type() | FileType() | FilePartType() | DataURLType() | AnyObjectType():
            name = type(type_).__name__.removesuffix("Type")
            return _runtime_type(name, {"type": "string"}, direction)
        case OctetsType(items=items):
            received: JSONObject = {"type": "array", "items": schema_of_type(items, direction)}
            return _runtime_type("Octets", received, direction)
        case ListType(items=items):
            return {"type": "array", "items": schema_of_type(items, direction)}
        case MapType(values=AnyType()):
            return {"type": "object"}
        case MapType(values=values):
            return {"type": "object", "additionalProperties": schema_of_type(values, direction)}
        case ClassType(name=name):
            return _known(name)
        case UnionType(members=members):
            schemas = [schema_of_type(member, direction) for member in members]
            return {
                "anyOf": [
                    alternative for schema in schemas for alternative in _alternatives(schema)
                ]
            }


def _scalar(kind: ScalarKind, direction: Direction) -> JSONObject:
    """A number that is received may be an integer, which a float could not hold exactly."""
    if direction == "response" and kind == "number":
        return {"anyOf": [{"type": "integer"}, {"type": "number"}]}
    return {"type": kind}


def _alternatives(schema: JSONObject) -> list[JSON]:
    listed = schema.get("anyOf")
    return listed if isinstance(listed, list) else [schema]


def _runtime_type(name: str, received: JSONObject, direction: Direction) -> JSONObject:
    """Callers may give bytes in any form; what is received has the form of the wire."""
    return _known(name) if direction == "request" else received


def _known(name: str) -> JSONObject:
    """A class that exists already, by its import path; what imports it is no matter here."""
    return {"customTypePath": f"_.{name}"}
