"""Responses: the result of an operation, divided into variants by title."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from flaregen.pointer import Pointer
from flaregen.schemas.operation import ResponseVariant
from flaregen.schemas.schema import Anything, Binary, Map, Object, Scalar, Schema, Union


@dataclass(frozen=True, slots=True)
class ResponseForms:
    """What one title of a result may be: JSON members, and whether bytes do as well."""

    title: str
    description: str
    members: tuple[Schema, ...]
    binary: bool
    pointer: Pointer


def unwrap(body: Schema, envelope: str) -> Schema:
    """The member of the envelope that holds the result; a body without one is the result.

    Of a union of envelopes, it is the union of their results; those with nothing but members
    that go around one say nothing of it.
    """
    if isinstance(body, Object):
        for field in body.fields:
            if field.wire == envelope:
                return field.schema
    if isinstance(body, Union) and body.members:
        pairs = [(member, unwrap(member, envelope)) for member in body.members]
        found = tuple(result for member, result in pairs if result is not member)
        around = {
            wire for member, result in pairs if result is not member for wire in _wires(member)
        }
        others = [_wires(member) for member, result in pairs if result is member]
        if found and all(wires and wires <= around for wires in others):
            return replace(body, members=found) if len(found) > 1 else found[0]
    return body


def _wires(body: Schema) -> set[str]:
    return {field.wire for field in body.fields} if isinstance(body, Object) else set()


def divide(result: Schema, requests: Collection[str]) -> tuple[ResponseForms, ...]:
    """The variants of a result; empty when any JSON may come.

    ``requests`` are the titles of the request's variants. Where there are several, or the
    result has the title of one, its members belong to them; otherwise any member may come.
    """
    if not says_something(result):
        return ()
    members = result.members if isinstance(result, Union) else ()
    titles = {member.title for member in members} - {""}
    if not titles or (len(requests) < 2 and titles.isdisjoint(requests)):
        return (_forms(result.title, (result,)),)
    assert isinstance(result, Union)  # it has members
    return tuple(_forms(group[0].title, group) for group in result.by_title)


def resolve(forms: ResponseForms, *, streams: bool, event: Schema | None) -> ResponseVariant:
    """Decide what the bytes of a task are: its stream where it can stream, else its answer.

    ``event`` is the schema of one event of the stream where the document gives it;
    otherwise an event has the members of the answer, each of them optional.
    """
    schema = _union(forms)
    chunk = None
    if streams:
        source = event if isinstance(event, Object) else schema
        chunk = optional(source) if isinstance(source, Object) else None
    binary = forms.binary and (schema is None or chunk is None)
    base64 = _base64_member(schema) if binary else ""
    return ResponseVariant(
        schema=None if base64 else schema,
        binary=binary,
        base64=base64,
        chunk=chunk,
        description=forms.description,
        pointer=forms.pointer,
    )


def says_something(result: Schema) -> bool:
    """Whether a result is more than any JSON, or any JSON object."""
    if isinstance(result, Map):
        return not isinstance(result.values, Anything)
    return bool(result.title) or not (
        isinstance(result, Anything) or (isinstance(result, Object) and not result.fields)
    )


def _forms(title: str, members: tuple[Schema, ...]) -> ResponseForms:
    leaves = [leaf for member in members for leaf in _flatten(member)]
    json = tuple(leaf for leaf in leaves if not _is_raw(leaf))
    first = members[0]
    return ResponseForms(title, first.description, json, len(json) < len(leaves), first.pointer)


def _flatten(member: Schema) -> Iterator[Schema]:
    """A union is taken apart only where bytes are among its members."""
    if isinstance(member, Union) and any(_is_raw(leaf) for leaf in member.members):
        for inner in member.members:
            yield from _flatten(inner)
    else:
        yield member


def _is_raw(schema: Schema) -> bool:
    return isinstance(schema, Binary) and schema.encoding == "raw"


def _union(forms: ResponseForms) -> Schema | None:
    if len(forms.members) > 1:
        return Union(pointer=forms.pointer, members=forms.members)
    return forms.members[0] if forms.members else None


def optional(schema: Object) -> Object:
    """Any member may be missing from an event: the pieces of an answer come one by one."""
    return replace(schema, fields=tuple(replace(field, required=False) for field in schema.fields))


def _base64_member(schema: Schema | None) -> str:
    """Next to bytes, an object with a single string holds the same bytes as base64."""
    if not isinstance(schema, Object) or len(schema.fields) != 1:
        return ""
    (field,) = schema.fields
    said = isinstance(field.schema, Binary)
    plain = isinstance(field.schema, Scalar) and field.schema.kind == "string"
    return field.wire if said or plain else ""
