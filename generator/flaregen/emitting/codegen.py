"""The code of classes: their types by datamodel-code-generator, each distinct one once.

It takes 3 ms for a class, and a client has thousands. So it is given types alone, as fields of a
few classes, and the template places what it writes.
"""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from flaregen.cache import each
from flaregen.document import JSON, JSONObject
from flaregen.emitting.jinja_environment import environment
from flaregen.names.identifiers import ClassName, ModuleName
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
    is_open,
    references,
)
from flaregen.resources import templates_directory
from flaregen.schemas.schema import Direction, ScalarKind

_AT_ONCE = 100
"""Fields of one class: more of them take longer each."""


class ModelError(Exception):
    """The code differs from what was named. The generator is at fault, never the document."""


@dataclass(frozen=True, slots=True)
class Definition:
    """The types of a class's fields, or of an alias, and what comes with them.

    ``values`` are what the template places; an alias has none.
    """

    module: ModuleName
    types: tuple[Type, ...]
    values: Mapping[str, Any] = field(default_factory=dict)


def parts_of(
    direction: Direction, definitions: Mapping[ClassName, Definition]
) -> dict[ClassName, str]:
    """The code of each class and alias, those that others refer to first.

    Raises ModelError for a type that is not as it was named.
    """
    hints = _hints(direction, (type_ for one in definitions.values() for type_ in one.types))
    parts = {}
    for name in _in_order(definitions):
        definition = definitions[name]
        found = [hints[repr(type_)] for type_ in definition.types]
        if any(map(_is_open, found)) and not any(map(is_open, definition.types)):
            raise ModelError(f"{name} has lost a type: {found}")
        parts[name] = _written(name, definition, found)
    return parts


@cache
def _is_open(hint: str) -> bool:
    names = (node for node in ast.walk(ast.parse(hint)) if isinstance(node, ast.Name))
    return any(node.id == "Any" for node in names)


def _written(name: ClassName, definition: Definition, hints: Sequence[str]) -> str:
    if not definition.values:
        return f"{name}: TypeAlias = {hints[0]}"
    fields = zip(definition.values["members"], hints, strict=True)
    template = environment(templates_directory() / "model").get_template("dataclass.jinja2")
    return template.render(
        **definition.values,
        class_name=name,
        fields=[{"name": field, "type_hint": hint} for field, hint in fields],
    )


def _in_order(definitions: Mapping[ClassName, Definition]) -> Iterator[ClassName]:
    """Definitions, each after those that it refers to; in a circle, in the order given."""
    refers = {
        name: {
            ClassName(reference)
            for type_ in definition.types
            for reference in references(type_)
            if reference in definitions and reference != name
        }
        for name, definition in definitions.items()
    }
    done: set[ClassName] = set()
    waiting = list(definitions)
    while waiting:
        ready, late = [], []
        for name in waiting:
            if refers[name] <= done:
                done.add(name)
                yield name
                ready.append(name)
            else:
                late.append(name)
        if not ready:
            done.add(late[0])
            yield late.pop(0)
        waiting = late


def _hints(direction: Direction, types: Iterable[Type]) -> dict[str, str]:
    """The source of each distinct type, by its text: 1 and True are equal, and differ there."""
    schemas = {repr(type_): json.dumps(schema_of_type(type_, direction)) for type_ in types}
    keys = list(dict.fromkeys(schemas.values()))
    answers = each(
        f"types {direction}", [key.encode() for key in keys], partial(_written_types, direction)
    )
    found = {key: answer.decode() for key, answer in zip(keys, answers, strict=True)}
    return {text: found[key] for text, key in schemas.items()}


def _written_types(direction: Direction, schemas: Sequence[bytes]) -> list[bytes]:
    """Types as datamodel-code-generator writes them, as the fields of a few classes."""
    fields = {f"type_{n}": json.loads(schema) for n, schema in enumerate(schemas)}
    labels = list(fields)
    groups = [labels[at : at + _AT_ONCE] for at in range(0, len(labels), _AT_ONCE)]
    classes: dict[str, JSON] = {
        f"Types{number}": {
            "properties": {label: fields[label] for label in group},
            "required": list(group),
        }
        for number, group in enumerate(groups)
    }
    found = dict(_fields_in(_generated(direction, classes)))
    if found.keys() != fields.keys():
        raise ModelError(f"types were lost or added: {found.keys() ^ fields.keys()}")
    return [found[label].encode() for label in labels]


def _fields_in(text: str) -> Iterator[tuple[str, str]]:
    """The fields of classes with the text of their types."""
    lines = text.encode().splitlines(keepends=True)
    for cls in ast.parse(text).body:
        for node in cls.body if isinstance(cls, ast.ClassDef) else ():
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                yield node.target.id, _text(lines, node.annotation)


def _text(lines: Sequence[bytes], node: ast.expr) -> str:
    """The text of a node on one line."""
    return lines[node.lineno - 1][node.col_offset : node.end_col_offset].decode()


def _generated(direction: Direction, classes: Mapping[str, JSON]) -> str:
    """All classes as one module. Raises ModelError where something would be lost."""
    # Imported here: it takes longer than everything else that a build does.
    from datamodel_code_generator import InputFileType, generate
    from datamodel_code_generator.config import GenerateConfig
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import PythonVersion
    from datamodel_code_generator.parser import LiteralType as Literals

    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.DataclassesDataclass,
        formatters=[],
        disable_timestamp=True,
        enum_field_as_literal=Literals.All,
        target_python_version=PythonVersion.PY_311,
        use_generic_container_types=direction == "request",
        use_standard_collections=True,
        use_union_operator=True,
    )
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        # Of what somebody else left open, and the collector happens to find now.
        warnings.simplefilter("ignore", ResourceWarning)
        text = generate(json.dumps({"$defs": dict(classes)}), config=config)
    if found:
        raise ModelError(f"datamodel-code-generator warns: {found[0].message}")
    assert isinstance(text, str)  # names without dots make one module
    return text


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
