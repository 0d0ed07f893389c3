"""The surface of a client: each name that callers can use, with its places in the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from flaregen.names.annotations import argument_type, field_types, member_types, path_type
from flaregen.names.derived_methods import by_keyword, derived_methods, in_path
from flaregen.names.keywords import body_argument, body_types, takes_fields
from flaregen.names.named import (
    NamedClass,
    NamedOperation,
    NamedParameter,
    NamedResponse,
    NamedTask,
)
from flaregen.names.readings import Fields, named_readings
from flaregen.names.symbol import Kind, Surface, Symbol
from flaregen.names.types import Type
from flaregen.pointer import Pointer


def surface(
    operations: Sequence[NamedOperation],
    slashed: Sequence[str] = (),
    models: Mapping[str, tuple[Pointer, ...]] | None = None,
) -> Surface:
    """``slashed`` are path parameters with slashes, ``models`` the places of each model."""
    found: dict[str, Symbol] = {}
    for symbol in _symbols(operations, slashed, models or {}):
        known = found.get(symbol.name)
        found[symbol.name] = _joined(known, symbol) if known else symbol
    return Surface(found)


def _joined(known: Symbol, again: Symbol) -> Symbol:
    """A symbol of several tasks, with the places of all of them."""
    return replace(
        known,
        pointers=tuple(dict.fromkeys((*known.pointers, *again.pointers))),
        context=tuple(dict.fromkeys((*known.context, *again.context))),
        operations=tuple(dict.fromkeys((*known.operations, *again.operations))),
    )


def _symbols(
    operations: Sequence[NamedOperation],
    slashed: Sequence[str],
    models: Mapping[str, tuple[Pointer, ...]],
) -> Iterator[Symbol]:
    for operation in operations:
        for task in (*_tasks(operation, models), *_unions(operation)):
            yield replace(task, operations=operation.operation.pointers)
    methods = (method for operation in operations for method in operation.methods)
    ordered = sorted(methods, key=lambda operation: operation.resource)
    for _, group in groupby(ordered, key=lambda operation: operation.resource):
        yield from _methods(tuple(group), slashed)


def _tasks(
    operation: NamedOperation, models: Mapping[str, tuple[Pointer, ...]]
) -> Iterator[Symbol]:
    for task in operation.tasks:
        yield from _task(task)
        for model in task.models if task.response is not None else ():
            alias, context = (task.model_alias,), _places(task)
            yield Symbol(model, "model", "request", alias, models.get(model, ()), context)


def _task(task: NamedTask) -> Iterator[Symbol]:
    context, response = _places(task), task.response
    for variant in task.variants:
        yield from _class(variant.cls, context, (task.pointer,))
    chunk = response.chunk if response is not None else None
    flags = _stream_flags(task)
    answered = [named_class for named_class in task.nested if named_class.kind == "response"]
    answered += [one for one in ((response.cls, chunk) if response else ()) if one]
    for cls in answered:
        yield from _readings(
            cls, {named_class.name: named_class.fields for named_class in answered}, context
        )
    if response is not None:
        if response.cls is not None:
            yield from _class(response.cls, context)
        yield _answer(response, context)
    for cls in (*((chunk,) if chunk else ()), *task.nested):
        # The classes inside of an event are named after it.
        streamed = chunk is not None and cls.name.startswith(chunk.name)
        yield from _class(cls, (*context, *flags) if streamed else context)


def _answer(response: NamedResponse, context: tuple[Pointer, ...]) -> Symbol:
    """The class of what a call returns; an alias of what is not an object."""
    kind: Kind = "alias" if response.is_alias else "class"
    types = member_types(response.type, "response") if response.is_alias and response.type else ()
    places = (response.variant.pointer,)
    return Symbol(response.name, kind, "response", types, places, context)


def _class(
    cls: NamedClass, context: tuple[Pointer, ...], own: tuple[Pointer, ...] = ()
) -> Iterator[Symbol]:
    # Identical objects have one class and several places.
    places = (*own, *(place.pointer for place in cls.places))
    yield Symbol(cls.name, "class", cls.direction, (), places, context)
    inside = _inside(cls)
    for member in cls.fields:
        name, types = f"{cls.name}.{member.name}", field_types(member, cls.direction)
        pointers = tuple(inside[member.wire])
        yield Symbol(name, "field", cls.direction, types, pointers, context, member.required)


def _inside(cls: NamedClass) -> dict[str, dict[Pointer, None]]:
    """The places of fields by their wire names, in order, each once."""
    found: dict[str, dict[Pointer, None]] = {member.wire: {} for member in cls.fields}
    for place in cls.places:
        for field in place.fields:
            if field.wire in found:
                found[field.wire][place.pointer.child("properties", field.wire)] = None
                found[field.wire][field.schema.pointer] = None
    return found


def _readings(cls: NamedClass, classes: Fields, context: tuple[Pointer, ...]) -> Iterator[Symbol]:
    for reading in named_readings(cls.schema, cls.fields, classes):
        name = reading.reading.name
        places = tuple(place.pointer.child("x-reads", name) for place in cls.places)
        yield Symbol(f"{cls.name}.{name}", "field", "response", reading.types, places, context)


def _unions(operation: NamedOperation) -> Iterator[Symbol]:
    if not operation.has_union:
        return
    answers = operation.responses
    chunks = tuple(answer.chunk.name for answer in answers if answer.chunk is not None)
    body, responses = map(operation.operation.pointer.child, ("requestBody", "responses"))
    sent = tuple(variant.cls.name for variant in operation.variants)
    yield Symbol(operation.params_union, "union", "request", sent, (body,))
    names = tuple(dict.fromkeys(answer.name for answer in answers)) or ("object",)
    if names == (operation.response_union,):
        return
    yield Symbol(operation.response_union, "union", "response", names, (responses,))
    if chunks:
        name = f"{operation.response_union.removesuffix('Response')}Chunk"
        flags = _flags_of(operation)
        yield Symbol(name, "union", "response", tuple(dict.fromkeys(chunks)), (responses,), flags)


def _methods(operations: Sequence[NamedOperation], slashed: Sequence[str]) -> Iterator[Symbol]:
    # The last argument of the path is given by place, the others by keyword. What a derived
    # method is called depends on the other operations.
    everywhere = tuple(place for one in operations for place in one.operation.pointers)
    for operation, derived in zip(operations, derived_methods(operations, slashed), strict=True):
        resource = f"client.{operation.resource}"
        label = f"{resource}.{operation.method}"
        yield _method(label, operation)
        yield _returned(label, operation)
        given = [parameter for parameter in in_path(operation) if not parameter.environment]
        yield from (_in_path(label, parameter) for parameter in given[-1:])
        if name := body_argument(operation):
            at = (operation.operation.pointer.child("requestBody"),)
            needed = not (operation.operation.optional_body or takes_fields(operation))
            types = body_types(operation)
            yield Symbol(f"{label}({name}=)", "argument", "request", types, at, (), needed)
        yield from (
            _in_path(label, parameter)
            for parameter in in_path(operation)
            if parameter not in given[-1:]
        )
        for parameter in by_keyword(operation):
            yield _argument(label, parameter, argument_type(parameter.parameter.schema))
        for kind, name in derived.items():
            flags = _flags_of(operation) if kind == "stream" else ()
            yield Symbol(f"{resource}.{name}", "derived method", "none", (), everywhere, flags)


def _method(label: str, operation: NamedOperation) -> Symbol:
    """``required`` is whether a call has to give a field; the types are its params classes."""
    forms = [
        {field.name for field in form.cls.fields if field.required} for form in operation.variants
    ]
    needed = bool(set.intersection(*forms)) if forms else False
    sent = tuple(form.cls.name for form in operation.variants)
    place = operation.operation.pointers
    return Symbol(label, "method", "none", sent, place, (), needed)


def _returned(label: str, operation: NamedOperation) -> Symbol:
    """Its answers decide it, and where they are pages, its parameters."""
    keys = ("responses", "parameters")
    at = tuple(place.child(key) for place in operation.operation.pointers for key in keys)
    return Symbol(f"{label}()", "answer", "response", operation.returned, at, required=True)


def _in_path(label: str, one: NamedParameter) -> Symbol:
    return _argument(label, one, path_type(one.parameter.schema))


def _argument(label: str, one: NamedParameter, type_: Type) -> Symbol:
    name, at = f"{label}({one.argument}=)", (one.parameter.pointer,)
    needed = one.parameter.required and not one.environment
    return Symbol(name, "argument", "request", member_types(type_, "request"), at, (), needed)


def _places(task: NamedTask) -> tuple[Pointer, ...]:
    """The request and the response of a task."""
    return (task.pointer, *((task.response.variant.pointer,) if task.response else ()))


def _flags_of(operation: NamedOperation) -> tuple[Pointer, ...]:
    return tuple(flag for task in operation.tasks for flag in _stream_flags(task))


def _stream_flags(task: NamedTask) -> tuple[Pointer, ...]:
    """The properties that ask for a stream, without which its classes do not exist."""
    return tuple(
        variant.cls.schema.pointer.child("properties", variant.variant.stream_flag)
        for variant in task.variants
        if variant.variant.stream_flag
    )
