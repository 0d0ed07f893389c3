"""Request bodies: the one schema of a body, divided into variants by title."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace

from flaregen.schemas.operation import RequestVariant, Task
from flaregen.schemas.schema import (
    Anything,
    Array,
    Binary,
    Enumeration,
    Map,
    Node,
    Null,
    Object,
    Recursion,
    Scalar,
    Schema,
    Union,
    leaves,
)


def divide(body: Schema, stream_flag: str) -> tuple[Task, ...]:
    """The tasks of a body, without answers; empty when the body is free-form.

    Members of a ``oneOf`` are grouped by their title in order of appearance, and a
    ``oneOf`` below a title belongs to that title. ``stream_flag`` is the wire name
    of the boolean that asks for a stream.
    """
    if isinstance(body, Object) and body.fields:
        return (_forms(body.title, (body,), stream_flag),)
    if not isinstance(body, Union) or not _offers_object(body):
        return ()
    if body.title:
        return (_forms(body.title, (body,), stream_flag),)
    groups = (group for group in body.by_title if any(map(_offers_object, group)))
    return tuple(_forms(group[0].title, group, stream_flag) for group in groups)


def bare(body: Schema) -> tuple[str, ...]:
    """The titles of forms that are bytes and nothing else, which have no params class."""
    if not isinstance(body, Union):
        return ()
    found: dict[str, list[Schema]] = {}
    for member in body.members:
        found.setdefault(member.title, []).extend(leaves(member))
    return tuple(
        title
        for title, leaves in found.items()
        if title and all(isinstance(leaf, Binary) and leaf.encoding == "raw" for leaf in leaves)
    )


def other(body: Schema) -> Schema | None:
    """What a body may be that is neither an object nor a file: lists, values, null."""
    kinds = Array | Scalar | Enumeration
    found: list[Schema] = [leaf for leaf in leaves(body) if isinstance(leaf, kinds)]
    if takes_null(body):
        found.append(Null(pointer=body.pointer))
    union = Union(pointer=body.pointer, members=tuple(found))
    return union if len(found) > 1 else next(iter(found), None)


def is_value(body: Schema) -> bool:
    """Whether a body without variants is a value or a list, and an object will not do."""
    return not isinstance(body, Anything | Null | Map | Object | Recursion)


def takes_null(body: Schema) -> bool:
    return body.nullable or any(leaf.nullable or isinstance(leaf, Null) for leaf in leaves(body))


def parts(body: Schema) -> Schema:
    """A body that is sent as a form: its files are parts, alone or several of one name."""
    match body:
        case Object():
            fields = (replace(field, schema=parts(field.schema)) for field in body.fields)
            return replace(body, fields=tuple(fields))
        case Union():
            return replace(body, members=tuple(map(parts, body.members)))
        case Array():
            return replace(body, items=parts(body.items))
        case Binary(encoding="raw"):
            return replace(body, encoding="part")
        case _:
            return body


def with_files(form: Schema) -> Schema:
    """A form of parts for which the document describes no file: any text of it may be one.

    Such a form is there to send files, and documents describe their content as a text.
    """
    objects = [leaf for leaf in leaves(form) if isinstance(leaf, Object)]
    described = [field.schema for leaf in objects for field in leaf.fields]
    described += [leaf.rest for leaf in objects if leaf.rest is not None]
    return form if any(map(_may_be_file, described)) else _or_files(form)


def _may_be_file(part: Schema) -> bool:
    whole = part.items if isinstance(part, Array) else part
    return any(isinstance(leaf, Binary | Anything) for leaf in leaves(whole))


def _or_files(form: Schema) -> Schema:
    match form:
        case Union():
            return replace(form, members=tuple(map(_or_files, form.members)))
        case Object():
            fields = (replace(field, schema=_or_file(field.schema)) for field in form.fields)
            return replace(form, fields=tuple(fields))
        case _:
            return form


def _or_file(part: Schema) -> Schema:
    match part:
        case Array():
            return replace(part, items=_or_file(part.items))
        case Scalar(kind="string", format=""):
            said = {one.name: getattr(part, one.name) for one in dataclasses.fields(Node)}
            return Union(**said, members=(part, Binary(pointer=part.pointer, encoding="part")))
        case _:
            return part


def _offers_object(schema: Schema) -> bool:
    return any(isinstance(leaf, Object) for leaf in leaves(schema))


def _forms(title: str, members: tuple[Schema, ...], stream_flag: str) -> Task:
    binary = any(isinstance(leaf, Binary) for member in members for leaf in leaves(member))
    variants = tuple(
        _variant(schema, label, stream_flag, takes_bytes=binary)
        for member in members
        for schema, label in _labelled(member)
    )
    first = members[0]
    return Task(title, first.description, first.pointer, variants)


def _labelled(member: Schema) -> Iterator[tuple[Object, str]]:
    """The object leaves of a member; the title of an inner one labels it."""
    for leaf in leaves(member):
        if isinstance(leaf, Object):
            yield leaf, "" if leaf is member else leaf.title


def _variant(schema: Object, label: str, stream_flag: str, *, takes_bytes: bool) -> RequestVariant:
    raw = _raw_field(schema) if takes_bytes else ""
    flag = any(
        f.wire == stream_flag and isinstance(f.schema, Scalar) and f.schema.kind == "boolean"
        for f in schema.fields
    )
    return RequestVariant(
        label=label,
        schema=_with_octets(schema, raw),
        raw=raw,
        stream_flag=stream_flag if flag else "",
    )


def _raw_field(schema: Object) -> str:
    """The property that bare bytes stand for: the only one that JSON would carry as bytes."""
    carriers = [field.wire for field in schema.fields if carries_bytes(field.schema)]
    return carriers[0] if len(carriers) == 1 else ""


def carries_bytes(schema: Schema) -> bool:
    """An array of numbers, or a union that offers one."""
    return any(
        isinstance(leaf.items, Scalar) and leaf.items.kind in ("integer", "number")
        for leaf in leaves(schema)
        if isinstance(leaf, Array)
    )


def _with_octets(schema: Object, raw: str) -> Object:
    if not raw:
        return schema
    fields = (replace(f, schema=_octets(f.schema)) if f.wire == raw else f for f in schema.fields)
    return replace(schema, fields=tuple(fields))


def _octets(schema: Schema) -> Schema:
    if isinstance(schema, Array):
        return replace(schema, octets=True)
    if isinstance(schema, Union):
        return replace(schema, members=tuple(_octets(member) for member in schema.members))
    return schema
