"""Dataclasses, by datamodel-code-generator.

It is given schemas that already carry their final names and nothing that could
become code: no descriptions, no defaults, no patterns, identifiers only as names.
What it writes is types; docstrings, defaults and base classes come from the
template next to it, which only places text that was decided here. So do properties by which
answers of several forms read the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flaregen.config_file import WireTable
from flaregen.document import JSON
from flaregen.emitting.codegen import Definition, parts_of
from flaregen.emitting.literals import docstring, literal
from flaregen.emitting.long_lists import each_list_once, names_of_lists
from flaregen.emitting.package import BinaryClass, TaskModule
from flaregen.emitting.prose import class_text, field_docstring
from flaregen.names.annotations import annotation
from flaregen.names.identifiers import ClassName, ModuleName
from flaregen.names.named import (
    NamedClass,
    NamedField,
    NamedOperation,
    NamedResponse,
    NamedTask,
)
from flaregen.names.readings import Fields, named_readings
from flaregen.names.types import (
    AnyType,
    ClassType,
    NullType,
    Type,
    members_of,
    references,
)
from flaregen.schemas.schema import Direction, Object

_DIRECTIONS: tuple[Direction, ...] = ("response", "request")


@dataclass(frozen=True, slots=True)
class ModelCode:
    """The dataclasses of one module in one direction.

    ``names`` are what it holds, ``lists`` the aliases of long lists of values, by their text.
    ``refers_ahead`` where a class is named before it is defined.
    """

    module: ModuleName
    direction: Direction
    names: tuple[ClassName, ...]
    refers_ahead: bool
    body: str
    lists: Mapping[str, ClassName]


def model(operations: Sequence[NamedOperation]) -> tuple[ModelCode, ...]:
    """Write the dataclasses of every module, requests and responses apart."""
    return tuple(code for direction in _DIRECTIONS for code in _model(operations, direction))


def _model(operations: Sequence[NamedOperation], direction: Direction) -> Iterator[ModelCode]:
    definitions: dict[ClassName, Definition] = {}
    first: dict[str, ClassName] = {}
    for task in (task for operation in operations for task in operation.tasks):
        for cls, bases in classes(task, direction):
            if cls.name in definitions:
                continue
            definition = _class(cls, bases, task)
            if cls.kind == "params":
                # A body that several operations take alike is one class with several names.
                name = first.setdefault(repr(definition), cls.name)
                if name != cls.name:
                    definition = Definition(cls.module, (ClassType(name),))
            definitions[cls.name] = definition
        if direction == "response" and (response := task.response) and response.is_alias:
            assert response.type is not None  # as ``is_alias`` says
            alias = Definition(response.module, (response.type,))
            definitions.setdefault(response.name, alias)
    yield from code_of(definitions, direction)


def code_of(
    definitions: Mapping[ClassName, Definition], direction: Direction
) -> Iterator[ModelCode]:
    """The code of classes and aliases by module."""
    if not definitions:
        return
    by_module: dict[ModuleName, dict[ClassName, str]] = {
        definition.module: {} for definition in definitions.values()
    }
    for name, part in parts_of(direction, definitions).items():
        by_module[definitions[name].module][name] = part
    for module, own in by_module.items():
        known = {name: definitions[name] for name in own}
        # Calls by keyword have the lists of requests again.
        lists = names_of_lists(known, again=direction == "request")
        body = _body([*each_list_once(own.values(), lists)])
        yield ModelCode(module, direction, tuple(own), _refers_ahead(known), body, lists)


def _refers_ahead(definitions: Mapping[ClassName, Definition]) -> bool:
    ahead = {str(name) for name, one in definitions.items() if one.values}
    for name, one in definitions.items():
        if one.values and not ahead.isdisjoint(n for type_ in one.types for n in references(type_)):
            return True
        ahead.discard(name)
    return False


def task_module(
    name: str, text: str, found: Sequence[ModelCode], binaries: tuple[BinaryClass, ...]
) -> TaskModule:
    """A module with the classes of both directions, and its docstring."""
    bodies = {model.direction: model.body for model in found}
    return TaskModule(
        name=name,
        docstring=docstring(text, indent=0),
        binaries=binaries,
        responses=bodies.get("response", ""),
        requests=bodies.get("request", ""),
        refers_ahead=any(model.refers_ahead for model in found),
        exports=(
            *(binary.name for binary in binaries),
            *sorted(name for model in found for name in model.names),
        ),
        aliases=tuple(alias for model in found for alias in model.lists.values()),
    )


def _body(parts: Sequence[str]) -> str:
    """Private aliases, then classes, then the public aliases in one block."""
    aliases = [part for part in parts if not part.startswith(("class ", "@", "_"))]
    classes = [part for part in parts if part not in aliases]
    return "\n\n\n".join([*classes, *(["\n".join(aliases)] if aliases else [])])


def _class(cls: NamedClass, bases: str, task: NamedTask) -> Definition:
    """The only form of a task is described as the task; several are described each."""
    only = cls.kind == "params" and len(task.variants) == 1
    others = {one.name: one.fields for one, _ in classes(task, cls.direction)}
    return definition_of(cls, bases, others, task.description if only else "")


def definition_of(cls: NamedClass, bases: str, others: Fields, about: str = "") -> Definition:
    """A class, described as its schema unless a text ``about`` it is given."""
    about = about or cls.schema.own_description or cls.schema.description
    text = class_text(cls.schema, about)
    return class_definition(
        *(cls.module, cls.fields, bases),
        text=docstring(text) if text else "",
        direction=cls.direction,
        rest=cls.rest,
        read=tuple(_properties(cls.schema, cls.fields, others)),
    )


def class_definition(
    module: ModuleName,
    fields: Sequence[NamedField],
    bases: str,
    *,
    text: str,
    direction: Direction = "response",
    rest: Type | None = None,
    read: Sequence[Mapping[str, str]] = (),
) -> Definition:
    """A class with these fields; ``text`` is its docstring, as source, ``rest`` other members."""
    members = {f.name: _member(f, direction) for f in fields}
    return Definition(
        module=module,
        types=tuple(field.type for field in fields),
        values={
            "bases": bases,
            "docstring": text,
            "members": members,
            "properties": read,
            "rest": annotation(rest, "response") if rest else "",
        },
    )


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
        answer = _class_of(answered) if answered is not None else "object"
        chunk = answered.chunk if answered is not None else None
        keywords = f", raw={literal(variant.raw)}" if variant.raw else ""
        if variant.stream_flag and chunk is not None:
            # The base class takes the usual name for granted.
            if variant.stream_flag != WireTable().stream_flag:
                keywords += f", stream_flag={literal(variant.stream_flag)}"
            yield named.cls, f"StreamParams[{answer}, {chunk.name}]{keywords}"
        else:
            yield named.cls, f"Params[{answer}]{keywords}"


def _class_of(answered: NamedResponse) -> str:
    """Its name, or that of the class that it is another name of."""
    if answered.is_alias and isinstance(answered.type, ClassType):
        return answered.type.name
    return answered.name


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
    takes_none = any(isinstance(one, AnyType | NullType) for one in members_of(named.type))
    return f"{'' if takes_none else ' | None'} = {value}"


_READERS = {"text": "text_in", "object": "object_in", "list": "all_in", "one": "first_in"}


def _properties(
    schema: Object, fields: Sequence[NamedField], classes: Fields
) -> Iterator[Mapping[str, str]]:
    """The properties of a class, as source.

    ``reader`` is the function of the runtime that finds the value. ``joins`` says where a stream
    brings pieces of it, and which text in them grows.
    """
    for found in named_readings(schema, fields, classes):
        reading = found.reading
        grows = f"{literal(found.pieces)}, {literal(reading.grows)}" if found.pieces else ""
        yield {
            "name": reading.name,
            "annotation": found.annotation,
            "reader": "joined_in" if found.pieces else _READERS[reading.kind],
            "paths": "".join(f", {literal(path)}" for path in found.paths),
            "docstring": docstring(reading.description, indent=8) if reading.description else "",
            "joins": grows,
        }
