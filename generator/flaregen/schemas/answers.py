"""Answers that say success: their media types, envelopes and schemas, of all statuses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from flaregen.document import Document, JSONObject, as_object
from flaregen.openapi.media_types import (
    as_sent,
    essence,
    is_event_stream,
    is_file,
    is_form,
    is_json,
    is_media_type,
    may_be_json,
)
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas import responses
from flaregen.schemas.interpret import interpret
from flaregen.schemas.responses import ResponseForms
from flaregen.schemas.schema import Direction, Object, Schema, Union


@dataclass(frozen=True, slots=True)
class Answers:
    """What an operation may answer.

    ``results`` are the results of all statuses, taken out of their envelopes; ``bare`` says that
    they have none, ``empty`` that there may be no body at all. ``events`` are those of a stream,
    by title. ``files`` are media types by which an answer is a file: ``*`` where the document has
    something else in their place. ``accept`` is the JSON that is asked for in place of other types
    which say the same.
    """

    types: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    accept: str = ""
    bare: bool = False
    empty: bool = False
    results: tuple[Schema, ...] = ()
    info: Schema | None = None
    """What answers say of a page, apart from results."""
    events: dict[str, Schema] = field(default_factory=dict)

    def forms(self, titles: Collection[str]) -> tuple[ResponseForms, ...]:
        """The variants of the result; ``titles`` are those of the request."""
        if not self.results:
            return ()
        first = self.results[0]
        several = len(self.results) > 1
        result = Union(pointer=first.pointer, members=self.results) if several else first
        return responses.divide(result, titles)


def read_answers(document: Document, pointer: Pointer, envelope: str) -> Answers:
    """The answers of the operation at a pointer; ``envelope`` is the member that holds results."""
    listed = as_object(as_object(document.at(pointer)).get("responses"))
    # What is said by default means every status of which nothing else is said.
    statuses = [one for one in sorted(listed) if one.startswith("2")] or ["default"]
    places = [pointer.child("responses", status) for status in statuses if status in listed]
    contents = [(place, _content(document, place)) for place in places]
    types = tuple(dict.fromkeys(one for _, content in contents for one in content))
    files = tuple(_files(types))
    same = {one for place, content in contents for one in _as_json(document, place, content)}
    accept = next(map(as_sent, filter(is_json, types)), "") if files and same >= {*files} else ""
    bodies = [body for place, content in contents if (body := _body(document, place, content))]
    results = [responses.unwrap(body, envelope) for body in bodies]
    return Answers(
        types=types,
        files=() if accept else files,
        accept=accept,
        bare=bool(bodies) and all(map(_is_bare, bodies, results)),
        empty=any(not content for _, content in contents),
        results=tuple({repr(result): result for result in results}.values()),
        info=next((one for body in bodies if (one := _info(body, f"{envelope}_info"))), None),
        events={
            title: schema
            for place, content in contents
            if any(map(is_json, content))
            for title, schema in _events(document, place.child("content"), content).items()
        },
    )


def _content(document: Document, place: Pointer) -> JSONObject:
    _, node = follow(document, place)
    return as_object(as_object(node).get("content"))


def _body(document: Document, place: Pointer, content: JSONObject) -> Schema | None:
    owner, _ = follow(document, place)
    place = owner.child("content")
    for fits in (is_json, may_be_json):
        if found := schema_of(document, place, content, fits, "response"):
            return found[1]
    return None


def _is_bare(body: Schema, result: Schema) -> bool:
    """Whether a document describes a body that has no envelope."""
    return body is result and responses.says_something(body)


def _info(body: Schema, wire: str) -> Schema | None:
    fields = body.fields if isinstance(body, Object) else ()
    return next((field.schema for field in fields if field.wire == wire), None)


def _files(types: Collection[str]) -> Iterator[str]:
    odd = [type_ for type_ in types if not (is_media_type(type_) or "/" in type_)]
    yield from (essence(type_) for type_ in types if is_file(type_))
    if not any(map(may_be_json, types)):
        # Events without an answer to choose in their place are left to the caller.
        yield from (essence(type_) for type_ in types if is_event_stream(type_))
    if odd:
        yield "*"


def _as_json(document: Document, place: Pointer, content: JSONObject) -> Iterator[str]:
    """The media types of files that have the schema of the JSON beside them, as XML often has."""
    owner = follow(document, place)[0].child("content")
    schemas = {
        kind: as_object(follow(document, owner.child(kind))[1]).get("schema") for kind in content
    }
    own = next((schemas[kind] for kind in content if is_json(kind)), None)
    yield from (essence(kind) for kind in content if own and is_file(kind) and schemas[kind] == own)


def _events(document: Document, place: Pointer, content: JSONObject) -> dict[str, Schema]:
    for media_type in filter(is_event_stream, content):
        schema = interpret(document, _event(document, place.child(media_type)), "response")
        members = schema.members if isinstance(schema, Union) else (schema,)
        return {member.title: member for member in members if isinstance(member, Object)}
    return {}


def _event(document: Document, place: Pointer) -> Pointer:
    """The schema of what an event carries.

    From OpenAPI 3.2 on ``itemSchema`` describes an event with its fields, of which ``data``
    holds JSON as text (section 4.14.4.3); before, people wrote the schema of the data.
    """
    owner, node = follow(document, place)
    if "itemSchema" not in as_object(node):
        return owner.child("schema")
    carried = owner.child("itemSchema", "properties", "data", "contentSchema")
    try:
        follow(document, carried)
    except KeyError:
        return owner.child("itemSchema")
    return carried


def schema_of(
    document: Document,
    place: Pointer,
    content: JSONObject,
    fits: Callable[[str], bool],
    direction: Direction,
) -> tuple[str, Schema] | None:
    """The first media type of a kind that has a schema, as it is sent, and the schema."""
    for media_type in filter(fits, content):
        owner, node = follow(document, place.child(media_type))
        if "schema" in as_object(node):
            sent = essence(media_type) if is_form(media_type) else as_sent(media_type)
            return sent, interpret(document, owner.child("schema"), direction)
    return None
