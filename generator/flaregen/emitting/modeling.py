"""Dataclasses, by datamodel-code-generator.

It is given schemas that already carry their final names and nothing that could
become code: no descriptions, no defaults, no patterns, identifiers only as names.
What it writes is types; docstrings, defaults and base classes come from the
template beside it, which only places text that was decided here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flaregen.config import WireTable
from flaregen.document import JSON, JSONObject
from flaregen.emitting.literals import docstring, literal
from flaregen.emitting.prose import class_text, field_text
from flaregen.names.identifiers import ClassName
from flaregen.names.named import (
    NamedClass,
    NamedField,
    NamedOperation,
    NamedResponse,
    NamedTask,
    ObjectKey,
)
from flaregen.pointer import Pointer
from flaregen.resources import templates_directory
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
    Schema,
    Union,
)

RUNTIME = "_runtime"
"""The import path by which the schemas name runtime types; ``arrange`` makes it relative."""


@dataclass(frozen=True, slots=True)
class ModelCode:
    """The dataclasses of one module and direction, and the import lines they need."""

    module: str
    direction: Direction
    imports: tuple[str, ...]
    body: str


def model(operations: Sequence[NamedOperation]) -> tuple[ModelCode, ...]:
    """Write the dataclasses of every task, requests and responses apart."""
    directions: tuple[Direction, ...] = ("response", "request")
    return tuple(code for direction in directions for code in _model(operations, direction))


@dataclass(frozen=True, slots=True)
class _Definitions:
    """What datamodel-code-generator is given: schemas and template values by dotted name.

    ``needs`` are the imports, by module, of what the template places.
    """

    schemas: JSONObject = field(default_factory=dict)
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    needs: dict[str, set[str]] = field(default_factory=dict)


def _model(operations: Sequence[NamedOperation], direction: Direction) -> Iterator[ModelCode]:
    definitions = _Definitions()
    for operation in operations:
        for task in operation.tasks:
            _define(task, operation.classes, direction, definitions)
    if definitions.schemas:
        yield from _generate(direction, definitions)


def _define(
    task: NamedTask,
    classes: Mapping[ObjectKey, ClassName],
    direction: Direction,
    definitions: _Definitions,
) -> None:
    names = _Names(task.module, classes, direction)
    needs = definitions.needs.setdefault(task.module, set())
    for cls, bases in _classes(task, direction):
        key = f"{task.module}.{cls.name}"
        definitions.schemas[key] = {
            "type": "object",
            "properties": {f.name: names.schema(f.schema) for f in cls.fields},
            "required": [f.name for f in cls.fields],
        }
        members = {f.name: _member(f, direction) for f in cls.fields}
        definitions.values[key] = {
            "bases": bases,
            "docstring": _class_docstring(cls, task),
            "members": members,
        }
        needs.add(f"from {RUNTIME} import {bases.partition('[')[0]}")
        needs.update(_imports(cls.fields, direction))
    if direction == "response" and task.response is not None and _is_alias(task.response):
        schema = task.response.variant.schema
        assert schema is not None  # narrowed by _is_alias
        definitions.schemas[f"{task.module}.{task.response.name}"] = _alias(names.schema(schema))


def _alias(written: JSONObject) -> JSONObject:
    """Keep an object of open keys, or of none, from becoming a class without a body."""
    return {"anyOf": [written]} if written.get("type") == "object" else written


def _class_docstring(cls: NamedClass, task: NamedTask) -> str:
    """The only form of a task is described as the task; several are described each."""
    description = cls.schema.own_description or cls.schema.description
    if cls.kind == "params" and len(task.variants) == 1:
        description = task.description or description
    text = class_text(cls.schema, description)
    return docstring(text) if text else ""


def _is_alias(response: NamedResponse) -> bool:
    return response.cls is None and response.variant.schema is not None


def _classes(task: NamedTask, direction: Direction) -> Iterator[tuple[NamedClass, str]]:
    """Classes of a direction with their base classes, those that others refer to first."""
    for cls in task.nested:
        if cls.kind == direction:
            yield cls, "Response" if direction == "response" else "Model"
    if direction == "response":
        if task.response is not None and task.response.cls is not None:
            yield task.response.cls, "Response"
        if task.response is not None and task.response.chunk is not None:
            yield task.response.chunk, "Response"
        return
    answer = task.response.name if task.response is not None else "object"
    chunk = task.response.chunk if task.response is not None else None
    for named in task.variants:
        variant = named.variant
        keywords = f", raw={literal(variant.raw)}" if variant.raw else ""
        if variant.stream_flag and chunk is not None:
            # The base class takes the usual name for granted.
            if variant.stream_flag != WireTable().stream_flag:
                keywords += f", stream_flag={literal(variant.stream_flag)}"
            yield named.cls, f"StreamParams[{answer}, {chunk.name}]{keywords}"
        else:
            yield named.cls, f"Params[{answer}]{keywords}"


def _imports(fields: Sequence[NamedField], direction: Direction) -> Iterator[str]:
    """What the defaults of a class need."""
    if direction == "request" and not all(field.required for field in fields):
        yield f"from {RUNTIME} import UNSET, UnsetType"
    if any(field.name != field.wire for field in fields):
        yield "from dataclasses import field"


def _member(named: NamedField, direction: Direction) -> dict[str, str]:
    """What follows the type of a field, and the docstring below it."""
    text = field_text(named.schema, sent=direction == "request")
    return {
        "suffix": _suffix(named, direction),
        "docstring": docstring(text, compact=True) if text else "",
    }


def _suffix(named: NamedField, direction: Direction) -> str:
    wire: JSON = {"wire_name": named.wire}
    renamed = f"metadata={literal(wire)}" if named.name != named.wire else ""
    if named.required:
        return f" = field({renamed})" if renamed else ""
    if direction == "request":
        value = f"field(default=UNSET, {renamed})" if renamed else "UNSET"
        return f" | UnsetType = {value}"
    value = f"field(default=None, {renamed})" if renamed else "None"
    open_ = named.schema.nullable or isinstance(named.schema, Anything)
    return f"{'' if open_ else ' | None'} = {value}"


@dataclass(frozen=True, slots=True)
class _Names:
    """Turns the intermediate representation into schemas that refer by final names."""

    module: str
    classes: Mapping[ObjectKey, ClassName]
    direction: Direction

    def schema(self, schema: Schema) -> JSONObject:
        plain = self._plain(schema)
        if schema.nullable and plain and not isinstance(schema, Null):
            return {"anyOf": [plain, {"type": "null"}]}
        return plain

    def _plain(self, schema: Schema) -> JSONObject:
        match schema:
            case Anything():
                return {}
            case Null():
                return {"type": "null"}
            case Scalar(kind=kind):
                return {"type": kind}
            case Enumeration(values=values):
                return {"enum": list(values)}
            case Binary():
                return self._runtime_type("Base64", {"type": "string"})
            case Array(octets=True, items=items):
                return self._runtime_type("Octets", {"type": "array", "items": self.schema(items)})
            case Array(items=items):
                return {"type": "array", "items": self.schema(items)}
            case Map(values=values):
                return {"type": "object", "additionalProperties": self.schema(values) or True}
            case Object(fields=fields):
                return self._reference(schema.pointer) if fields else {"type": "object"}
            case Recursion(target=target):
                return self._reference(target)
            case Union(members=members):
                return self._union(members)

    def _union(self, members: Iterable[Schema]) -> JSONObject:
        distinct: list[JSON] = []
        for member in members:
            written = self.schema(member)
            if not written:
                return {}
            if written not in distinct:
                distinct.append(written)
        only = distinct[0]
        return only if len(distinct) == 1 and isinstance(only, dict) else {"anyOf": distinct}

    def _runtime_type(self, name: str, received: JSONObject) -> JSONObject:
        """Callers may give bytes in any form; what is received has the form of the wire."""
        if self.direction == "request":
            return {"customTypePath": f"{RUNTIME}.{name}"}
        return received

    def _reference(self, pointer: Pointer) -> JSONObject:
        """A recursion into something that has no class of its own is left open."""
        name = self.classes.get((self.direction, pointer))
        return {"$ref": f"#/$defs/{self.module}.{name}"} if name else {}


def _generate(direction: Direction, definitions: _Definitions) -> Iterator[ModelCode]:
    # Imported here: it takes longer than everything else that a build does.
    from datamodel_code_generator import InputFileType, generate
    from datamodel_code_generator.config import GenerateConfig
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import PythonVersion
    from datamodel_code_generator.parser import LiteralType

    generated = generate(
        json.dumps({"$defs": definitions.schemas}),
        config=GenerateConfig(
            input_file_type=InputFileType.JsonSchema,
            output_model_type=DataModelType.DataclassesDataclass,
            custom_template_dir=templates_directory() / "model",
            extra_template_data=defaultdict(dict, definitions.values),
            formatters=[],
            disable_timestamp=True,
            enum_field_as_literal=LiteralType.All,
            target_python_version=PythonVersion.PY_311,
            treat_dot_as_module=True,
            use_generic_container_types=direction == "request",
            use_standard_collections=True,
            use_union_operator=True,
        ),
    )
    assert isinstance(generated, dict)  # dotted names make modules
    for path, text in generated.items():
        module = ".".join(path).removesuffix(".py")
        if module != "__init__":
            imports, body = _split(text)
            needs = sorted(definitions.needs.get(module, ()))
            yield ModelCode(module, direction, (*imports, *needs), body)


# The base classes make dataclasses, and annotations mean what they say when they are read.
_NOT_NEEDED = ("from __future__ import annotations", "from dataclasses import dataclass")


def _split(text: str) -> tuple[tuple[str, ...], str]:
    """Import lines and the rest; the header comment is dropped."""
    lines = text.splitlines()
    imports = tuple(
        line for line in lines if line.startswith(("from ", "import ")) and line not in _NOT_NEEDED
    )
    body = [line for line in lines if not line.startswith(("from ", "import ", "#"))]
    return imports, "\n".join(body).strip()
