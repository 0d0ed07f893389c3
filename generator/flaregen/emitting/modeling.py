"""Dataclasses, by datamodel-code-generator.

It is given schemas that already carry their final names and nothing that could
become code: no descriptions, no defaults, no patterns, identifiers only as names.
What it writes is types; docstrings, defaults and base classes come from the
template next to it, which only places text that was decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flaregen.config_file import WireTable
from flaregen.document import JSON, JSONObject
from flaregen.emitting.codegen import RUNTIME, Definition, names_in, parts_of
from flaregen.emitting.literals import docstring, literal
from flaregen.emitting.long_lists import each_list_once, names_of_lists, values_of
from flaregen.emitting.prose import class_text, field_docstring
from flaregen.emitting.readings import Property, properties
from flaregen.emitting.type_schemas import schema_of_type
from flaregen.names.annotations import annotation
from flaregen.names.identifiers import ClassName, ModuleName
from flaregen.names.named import (
    NamedClass,
    NamedField,
    NamedOperation,
    NamedResponse,
    NamedTask,
)
from flaregen.names.types import (
    AnyType,
    NullType,
    Type,
    members_of,
)
from flaregen.schemas.schema import Direction

_DIRECTIONS: tuple[Direction, ...] = ("response", "request")


@dataclass(frozen=True, slots=True)
class ModelCode:
    """The dataclasses of one module in one direction.

    ``imports`` are the import lines they need, ``refers`` the classes of other modules, ``lists``
    the aliases of long lists of values, by `values_of`.
    """

    module: ModuleName
    direction: Direction
    imports: tuple[str, ...]
    refers: tuple[tuple[ModuleName, str], ...]
    body: str
    lists: Mapping[str, ClassName]


def model(operations: Sequence[NamedOperation]) -> tuple[ModelCode, ...]:
    """Write the dataclasses of every module, requests and responses apart."""
    return tuple(code for direction in _DIRECTIONS for code in _model(operations, direction))


def _model(operations: Sequence[NamedOperation], direction: Direction) -> Iterator[ModelCode]:
    definitions: dict[ClassName, Definition] = {}
    modules: dict[str, ModuleName] = {}
    for task in (task for operation in operations for task in operation.tasks):
        for cls, bases in classes(task, direction):
            if cls.name not in definitions:
                definitions[cls.name] = _class(cls, bases, task, direction)
        if direction == "response" and (response := task.response) and response.is_alias:
            definitions.setdefault(response.name, _alias(response))
        modules |= dict(_answers(task))
    yield from code_of(definitions, modules, direction)


def code_of(
    definitions: Mapping[ClassName, Definition],
    modules: Mapping[str, ModuleName],
    direction: Direction,
) -> Iterator[ModelCode]:
    """The code of classes and aliases by module; ``modules`` are where names of others are."""
    if not definitions:
        return
    parts, imports = parts_of(direction, definitions)
    modules = {**modules, **{name: one.module for name, one in definitions.items()}}
    by_module: dict[ModuleName, dict[ClassName, str]] = {
        definition.module: {} for definition in definitions.values()
    }
    for name, part in parts.items():
        by_module[definitions[name].module][name] = part
    for module, own in by_module.items():
        needs = {line for name in own for line in definitions[name].needs}
        # Calls by keyword have the lists of requests again.
        lists = names_of_lists(own, again=direction == "request")
        body = _body([*each_list_once(own.values(), lists)])
        used = names_in(body)
        needs |= {imports[one] for one in used & imports.keys()}
        refers = sorted(
            (modules[one], one) for one in used & modules.keys() if modules[one] != module
        )
        known = {values_of(text): alias for text, alias in lists.items()}
        yield ModelCode(module, direction, tuple(sorted(needs)), tuple(refers), body, known)


def _body(parts: Sequence[str]) -> str:
    """Private aliases, then classes, then the public aliases in one block."""
    aliases = [part for part in parts if not part.startswith(("class ", "@", "_"))]
    classes = [part for part in parts if part not in aliases]
    return "\n\n\n".join([*classes, *(["\n".join(aliases)] if aliases else [])])


def _answers(task: NamedTask) -> Iterator[tuple[str, ModuleName]]:
    """The modules of the answers that classes of requests name."""
    if response := task.response:
        yield response.name, response.module
        if response.chunk is not None:
            yield response.chunk.name, response.chunk.module


def _class(cls: NamedClass, bases: str, task: NamedTask, direction: Direction) -> Definition:
    text = _class_docstring(cls, task)
    others = {one.name: one.fields for one, _ in classes(task, direction)}
    read = tuple(properties(cls.schema, cls.fields, others))
    return class_definition(
        cls.module, cls.fields, bases, text=text, direction=direction, rest=cls.rest, read=read
    )


def class_definition(
    module: ModuleName,
    fields: Sequence[NamedField],
    bases: str,
    *,
    text: str,
    direction: Direction = "response",
    rest: Type | None = None,
    read: Sequence[Property] = (),
) -> Definition:
    """A class with these fields; ``text`` is its docstring, as source, ``rest`` other members."""
    members = {f.name: _member(f, direction) for f in fields}
    base = f"from {RUNTIME} import {bases.partition('[')[0]}"
    return Definition(
        module=module,
        schema={
            "type": "object",
            "properties": {f.name: schema_of_type(f.type, direction) for f in fields},
            "required": [f.name for f in fields],
        },
        types=(*(field.type for field in fields), *([rest] if rest else [])),
        values={
            "bases": bases,
            "docstring": text,
            "members": members,
            "properties": read,
            "rest": annotation(rest, "response") if rest else "",
        },
        needs=frozenset({base, *_imports(fields, rest, direction), *_of_properties(read)}),
    )


def _alias(response: NamedResponse) -> Definition:
    assert response.type is not None  # as ``is_alias`` says
    return alias_definition(response.module, response.type)


def alias_definition(module: ModuleName, type_: Type) -> Definition:
    """Another name for the type of an answer."""
    written = schema_of_type(type_, "response")
    # Keep an object of open keys from becoming a class without a body.
    schema: JSONObject = {"anyOf": [written]} if written.get("type") == "object" else written
    return Definition(module, schema, (type_,), {}, frozenset())


def _class_docstring(cls: NamedClass, task: NamedTask) -> str:
    """The only form of a task is described as the task; several are described each."""
    description = cls.schema.own_description or cls.schema.description
    if cls.kind == "params" and len(task.variants) == 1:
        description = task.description or description
    text = class_text(cls.schema, description)
    return docstring(text) if text else ""


def classes(task: NamedTask, direction: Direction) -> Iterator[tuple[NamedClass, str]]:
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
    for named in task.variants:
        variant, answered = named.variant, named.answer
        answer = answered.name if answered is not None else "object"
        chunk = answered.chunk if answered is not None else None
        keywords = f", raw={literal(variant.raw)}" if variant.raw else ""
        if variant.stream_flag and chunk is not None:
            # The base class takes the usual name for granted.
            if variant.stream_flag != WireTable().stream_flag:
                keywords += f", stream_flag={literal(variant.stream_flag)}"
            yield named.cls, f"StreamParams[{answer}, {chunk.name}]{keywords}"
        else:
            yield named.cls, f"Params[{answer}]{keywords}"


def _of_properties(read: Sequence[Property]) -> Iterator[str]:
    for one in read:
        yield f"from {RUNTIME} import {one.reader}"
        if "Literal" in names_in(one.annotation):
            yield "from typing import Literal"
        if "Any" in names_in(one.annotation):
            yield "from typing import Any"


def _imports(
    fields: Sequence[NamedField], rest: Type | None, direction: Direction
) -> Iterator[str]:
    """What the defaults of a class need, and the type of its other members."""
    if direction == "request" and not all(field.required for field in fields):
        yield f"from {RUNTIME} import UNSET, UnsetType"
    if any(field.name != field.wire for field in fields):
        yield "from dataclasses import field"
    if rest is not None:
        yield "from collections.abc import Mapping"
        typing = names_in(annotation(rest, "response")) & {"Any", "Literal"}
        yield f"from typing import {', '.join(sorted({'TYPE_CHECKING', *typing}))}"


def _member(named: NamedField, direction: Direction) -> dict[str, str]:
    """What follows the type of a field, and the docstring below it."""
    return {
        "suffix": _suffix(named, direction),
        "docstring": field_docstring(named.schema, sent=direction == "request"),
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
    return f"{'' if _takes_none(named.type) else ' | None'} = {value}"


def _takes_none(type_: Type) -> bool:
    return any(isinstance(member, AnyType | NullType) for member in members_of(type_))
