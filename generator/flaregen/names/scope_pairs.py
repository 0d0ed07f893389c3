"""Operations of accounts and of zones that are one method: each call says which it means.

Two operations are twins where their paths differ in what the client holds, and in nothing after
it, and where they have the same name. Where they ask or answer different things, either will do.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from flaregen.config_file import ScopeTable
from flaregen.names.calls import plain_name
from flaregen.names.identifiers import singular
from flaregen.names.paths import in_scope
from flaregen.names.reviewed import ReviewedNames
from flaregen.openapi.endpoints import without_names
from flaregen.pointer import Pointer
from flaregen.schemas.operation import (
    Operation,
    Parameter,
    RequestVariant,
    ResponseVariant,
    Task,
    Twin,
)
from flaregen.schemas.schema import Anything, Array, Map, Object, Schema, Union, leaves

T = TypeVar("T")

_NOT_COMPARED = frozenset(
    {"pointer", "target", "description", "own_description", "default", "example", "constraints"}
    | {"deprecated", "sent_as"}
)
"""What two schemas may differ in without a difference for the types of calls."""


def merge_scope_pairs(
    operations: Sequence[Operation], reviewed: ReviewedNames, scopes: Sequence[ScopeTable]
) -> tuple[Operation, ...]:
    """The operations with each pair of twins as one, in the place of the first of the two."""
    places = {scope.segment: number for number, scope in enumerate(scopes)}
    pairs: dict[Hashable, list[Operation]] = {}
    for operation in operations:
        key = _key(operation, reviewed, scopes)
        pairs.setdefault(operation.pointer if key is None else key, []).append(operation)
    found: list[Operation] = []
    for alike in pairs.values():
        ordered = sorted(alike, key=lambda one: places.get(_segment(one, places), 0))
        pair = _merged(ordered[0], ordered[1], places) if len(ordered) == 2 else None
        found += ordered if pair is None else [pair]
    return tuple(found)


def _key(
    operation: Operation, reviewed: ReviewedNames, scopes: Sequence[ScopeTable]
) -> Hashable | None:
    """The same for twins; None for what lies in no scope."""
    held = in_scope(operation.path, {scope.segment for scope in scopes})
    if held is None or not held.after:
        return None
    name = plain_name(operation, reviewed, scopes)
    return operation.method, without_names("/".join(held.after)), name


def _segment(operation: Operation, scopes: Mapping[str, int]) -> str:
    held = in_scope(operation.path, scopes)
    return held.scope if held else ""


def _merged(first: Operation, second: Operation, scopes: Mapping[str, int]) -> Operation | None:
    """The two as one; None where they send different media types."""
    with_body = [one for one in (first, second) if one.media_types]
    if len({one.media_types for one in with_body}) > 1:
        return None
    sending = next(iter(with_body), first)
    ours, theirs = in_scope(first.path, scopes), in_scope(second.path, scopes)
    assert ours is not None  # as ``_key`` says
    assert theirs is not None
    labels = [singular(one.scope) for one in (ours, theirs)]
    in_path = (parameter for parameter in second.parameters if parameter.location == "path")
    own = next((parameter for parameter in in_path if parameter.wire == theirs.parameter), None)
    if own is None:
        return None
    if f"{{{own.wire}}}" in ours.after:
        own = replace(own, wire=f"{labels[1]} {own.wire}")
    path = "/".join((*theirs.before, theirs.scope, f"{{{own.wire}}}", *ours.after))
    tasks = tuple(_tasks(first.tasks, second.tasks, labels))
    if _is_untyped(first) or _is_untyped(second):
        tasks = tuple(map(_or_any_object, tasks))
    return replace(
        first,
        parameters=tuple(_parameters(first, second)),
        tasks=tasks,
        free_form=first.free_form and second.free_form,
        optional_body=len(with_body) == 1 or first.optional_body or second.optional_body,
        null_body=first.null_body or second.null_body,
        media_types=sending.media_types,
        media_type=sending.media_type,
        parts=sending.parts,
        twin=Twin(path, second.pointer, own),
    )


def _parameters(first: Operation, second: Operation) -> Iterator[Parameter]:
    """Those of the first, and what the second has besides; what one of them lacks is optional."""
    theirs = {(parameter.location, parameter.wire): parameter for parameter in second.parameters}
    for parameter in first.parameters:
        other = theirs.pop((parameter.location, parameter.wire), None)
        needed = parameter.required and (
            parameter.location == "path" or (other and other.required) is True
        )
        schema = _either(parameter.schema, other.schema, ()) if other else parameter.schema
        yield replace(parameter, required=needed, schema=schema)
    yield from (replace(o, required=False) for o in theirs.values() if o.location != "path")


def _tasks(first: Sequence[Task], second: Sequence[Task], labels: Sequence[str]) -> Iterator[Task]:
    others = {task.title: task for task in second}
    alone = len(first) == len(second) == 1
    for task in first:
        other = others.pop(second[0].title if alone else task.title, None)
        yield _task(task, other, labels) if other else task
    yield from others.values()


def _task(task: Task, other: Task, labels: Sequence[str]) -> Task:
    requests, more = _apart(task.requests, other.requests, lambda one: _labelled(one, labels[0]))
    return replace(
        task,
        requests=(*requests, *(_labelled(variant, labels[1]) for variant in more)),
        response=_response(task.response, other.response, labels),
    )


def _is_untyped(operation: Operation) -> bool:
    """Whether nothing is said of what it answers but that it does."""
    return bool(operation.answer_types) and not any(task.response for task in operation.tasks)


def _or_any_object(task: Task) -> Task:
    """A task one of whose two operations may answer any object."""
    response = task.response
    if response is None or response.schema is None:
        return task
    place = Pointer((*response.schema.pointer.tokens, "either"))
    members = (Map(pointer=place, values=Anything(pointer=place)), response.schema)
    return replace(task, response=replace(response, schema=Union(pointer=place, members=members)))


def _labelled(variant: RequestVariant, label: str) -> RequestVariant:
    return replace(variant, label=f"{variant.label} {label}".strip())


def _response(
    one: ResponseVariant | None, other: ResponseVariant | None, labels: Sequence[str]
) -> ResponseVariant | None:
    if one is None or other is None or one.schema is None or other.schema is None:
        return one or other
    return replace(one, schema=_either(one.schema, other.schema, labels))


def _either(one: Schema, other: Schema, labels: Sequence[str]) -> Schema:
    """A schema for what fits one of two; ``labels`` are titles of objects that have none."""
    if _said(one) == _said(other):
        return one
    if isinstance(one, Array) and isinstance(other, Array):
        place = Pointer((*one.pointer.tokens, "either"))
        return replace(one, items=_either(one.items, other.items, labels), pointer=place)
    members, more = _apart([*leaves(one)], [*leaves(other)], lambda own: _titled(own, labels[:1]))
    members = (*members, *(_titled(member, labels[1:]) for member in more))
    place = Pointer((*one.pointer.tokens, "either"))
    return Union(pointer=place, members=members, nullable=one.nullable or other.nullable)


def _apart(
    own: Sequence[T], others: Sequence[T], marked: Callable[[T], T]
) -> tuple[tuple[T, ...], list[T]]:
    """The own, marked where the others have no equal if they have any more; and these."""
    known, theirs = list(map(_said, own)), list(map(_said, others))
    more = [one for one, said in zip(others, theirs, strict=True) if said not in known]
    if not more:
        return tuple(own), []
    found = zip(own, known, strict=True)
    return tuple(one if said in theirs else marked(one) for one, said in found), more


def _titled(schema: Schema, label: Sequence[str]) -> Schema:
    if not label or not isinstance(schema, Object):
        return schema
    return replace(schema, title=f"{schema.title} {label[0]}".strip())


def _said(value: object) -> Hashable:
    """What a schema says of values, as something to compare."""
    if isinstance(value, tuple):
        return tuple(map(_said, value))
    if isinstance(value, Object):
        # The order of properties says nothing.
        value = replace(value, fields=tuple(sorted(value.fields, key=lambda field: field.wire)))
    kind: type[Any] = type(value)
    if names := _compared(kind):
        return (kind, *(_said(getattr(value, name)) for name in names))
    return repr(value)


def _compared(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass that say something of values; nothing for any other type."""
    if kind not in _COMPARED:
        found = fields(kind) if is_dataclass(kind) else ()
        _COMPARED[kind] = tuple(one.name for one in found if one.name not in _NOT_COMPARED)
    return _COMPARED[kind]


_COMPARED: dict[type[Any], tuple[str, ...]] = {}
