"""The surface of a client: each name that callers can use, with its places in the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import Literal, TypeAlias

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
from flaregen.names.types import Type
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Direction

Kind: TypeAlias = Literal[
    "class",
    "field",
    "alias",
    "union",
    "method",
    "derived method",
    "argument",
    "answer",
    "model",
    "runner",
]
"""A derived method is another way to call an operation: ``stream``, ``batch``.

An answer is what a method returns, by the name of the call: ``client.dns.records.list()``. A
runner is that of a model, by its name, with the inputs of its calls.
"""
_IN_DOCUMENT = frozenset({"class", "field", "alias", "method", "argument"})
"""What is made from one node of the document, and found again by it."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One name, as users write it.

    ``TranslationParams.text``, ``client.ai.run``, ``client.ai.run(model_name=)``; a model by
    its own name, with the alias that lists it as its type. ``types`` are the members of a
    union, as emitted. ``pointers`` are its places, ``context`` those that it needs besides:
    the schemas of its task, the flags that ask for a stream. ``operations`` are those that
    have it.
    """

    name: str
    kind: Kind
    role: Direction | Literal["none"]
    types: tuple[str, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    context: tuple[Pointer, ...] = ()
    required: bool = True
    operations: tuple[Pointer, ...] = ()

    @property
    def owner(self) -> str:
        """The class of a field, the method of an argument."""
        return self._parts[0]

    @property
    def member(self) -> str:
        """The name of a field in its class, of an argument in a call."""
        return self._parts[1].removesuffix("=)")

    @property
    def text(self) -> str:
        """The whole type."""
        return " | ".join(self.types)

    @property
    def _parts(self) -> tuple[str, str]:
        if self.kind == "argument":
            owner, _, member = self.name.partition("(")
        else:
            owner, _, member = self.name.rpartition(".")
        return owner, member


@dataclass(frozen=True)
class Surface:
    """Everything that callers can name, by name."""

    symbols: Mapping[str, Symbol] = field(default_factory=dict)

    def of(self, *kinds: Kind) -> dict[str, Symbol]:
        return {name: one for name, one in self.symbols.items() if one.kind in kinds}

    @cached_property
    def members(self) -> Mapping[str, tuple[Symbol, ...]]:
        """The fields of each class, and the arguments of each method."""
        found: dict[str, tuple[Symbol, ...]] = {}
        for one in self.of("field", "argument").values():
            found[one.owner] = (*found.get(one.owner, ()), one)
        return found

    @cached_property
    def _names(self) -> Mapping[Pointer, tuple[str, ...]]:
        found: dict[Pointer, tuple[str, ...]] = {}
        for name, one in sorted(self.symbols.items()):
            for pointer in one.pointers if one.kind in _IN_DOCUMENT else ():
                found[pointer] = (*found.get(pointer, ()), name)
        return found

    def at(self, pointer: Pointer) -> tuple[str, ...]:
        """The names of a place, or of the nearest place around it that has any, sorted."""
        while True:
            found = self._names.get(pointer)
            if found is not None or not pointer.tokens:
                return found or ()
            pointer = pointer.parent


EMPTY = Surface()
"""The surface of a document without a client."""


def surface(
    operations: Sequence[NamedOperation],
    slashed: Sequence[str] = (),
    models: Mapping[str, tuple[Pointer, ...]] | None = None,
) -> Surface:
    """``slashed`` are path parameters with slashes, ``models`` the places of each model."""
    found: dict[str, Symbol] = {}
    for one in _symbols(operations, slashed, models or {}):
        known = found.get(one.name)
        found[one.name] = _joined(known, one) if known else one
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
        for one in (*_tasks(operation, models), *_unions(operation)):
            yield replace(one, operations=operation.operation.pointers)
    ordered = sorted(operations, key=lambda operation: operation.resource)
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
    answered = [one for one in task.nested if one.kind == "response"]
    answered += [one for one in ((response.cls, chunk) if response else ()) if one]
    for cls in answered:
        yield from _readings(cls, {one.name: one.fields for one in answered}, context)
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
        for one in place.fields:
            if one.wire in found:
                found[one.wire][place.pointer.child("properties", one.wire)] = None
                found[one.wire][one.schema.pointer] = None
    return found


def _readings(cls: NamedClass, classes: Fields, context: tuple[Pointer, ...]) -> Iterator[Symbol]:
    for one in named_readings(cls.schema, cls.fields, classes):
        name = one.reading.name
        places = tuple(place.pointer.child("x-reads", name) for place in cls.places)
        yield Symbol(f"{cls.name}.{name}", "field", "response", one.types, places, context)


def _unions(operation: NamedOperation) -> Iterator[Symbol]:
    if not operation.has_union:
        return
    answers = operation.responses
    chunks = tuple(one.chunk.name for one in answers if one.chunk is not None)
    body, responses = map(operation.operation.pointer.child, ("requestBody", "responses"))
    sent = tuple(one.cls.name for one in operation.variants)
    yield Symbol(operation.params_union, "union", "request", sent, (body,))
    names = tuple(dict.fromkeys(one.name for one in answers)) or ("object",)
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
        given = [one for one in in_path(operation) if not one.environment]
        yield from (_in_path(label, one) for one in given[-1:])
        if name := body_argument(operation):
            at = (operation.operation.pointer.child("requestBody"),)
            needed = not (operation.operation.optional_body or takes_fields(operation))
            types = body_types(operation)
            yield Symbol(f"{label}({name}=)", "argument", "request", types, at, (), needed)
        yield from (_in_path(label, one) for one in in_path(operation) if one not in given[-1:])
        for one in by_keyword(operation):
            yield _argument(label, one, argument_type(one.parameter.schema))
        for kind, name in derived.items():
            flags = _flags_of(operation) if kind == "stream" else ()
            yield Symbol(f"{resource}.{name}", "derived method", "none", (), everywhere, flags)


def _method(label: str, operation: NamedOperation) -> Symbol:
    """``required`` is whether a call has to give a field; the types are its params classes."""
    forms = [{one.name for one in form.cls.fields if one.required} for form in operation.variants]
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
        one.cls.schema.pointer.child("properties", one.variant.stream_flag)
        for one in task.variants
        if one.variant.stream_flag
    )
