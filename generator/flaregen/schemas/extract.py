"""From a document to its operations: parameters, and request and response variants in pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flaregen.config_file import WireTable
from flaregen.document import Document, JSONObject, as_object, text_in, texts_in
from flaregen.openapi.endpoints import endpoints
from flaregen.openapi.media_types import (
    FORM,
    JSON_TYPE,
    OCTETS,
    essence,
    is_form,
    is_json,
    is_media_type,
)
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas import requests, responses
from flaregen.schemas.answers import read_answers, schema_of
from flaregen.schemas.operation import (
    Operation,
    PageFamily,
    Paging,
    Parameter,
    Task,
)
from flaregen.schemas.parameters import form_parts, parameters
from flaregen.schemas.requests import parts, with_files
from flaregen.schemas.responses import ResponseForms
from flaregen.schemas.schema import Array, Map, Object, Schema, Union
from flaregen.selecting.refinements import catalogue

_ANY = "*/*"
_WITHOUT_BODY = ("get", "head", "delete")
"""HTTP has no body for them (RFC 9110, section 9.3): one without a schema is none."""


def extract(selection: Document, whole: Document, rules: WireTable) -> tuple[Operation, ...]:
    """The operations of a selection, in the document's order.

    ``whole`` is the document the selection was made from: it lists the models.
    Raises DiagnosticError for schemas that cannot be read.
    """
    return tuple(
        _operation(selection, whole, endpoint.pointer, rules) for endpoint in endpoints(selection)
    )


def _operation(
    document: Document, whole: Document, pointer: Pointer, rules: WireTable
) -> Operation:
    raw = as_object(document.at(pointer))
    _, path, method = pointer.tokens
    media_types, media_type, body = _request_body(document, pointer)
    models: dict[str, list[str]] = {}
    for entry in catalogue(whole, path, method):
        models.setdefault(entry.task, []).append(entry.model)
    forms = requests.divide(body, rules.stream_flag) if body is not None else ()
    answers = read_answers(document, pointer, rules.envelope)
    return Operation(
        method=method.upper(),
        path=path,
        operation_id=text_in(raw, "operationId"),
        summary=text_in(raw, "summary"),
        description=text_in(raw, "description"),
        tags=texts_in(raw.get("tags")),
        notes=notes(raw),
        parameters=(listed := tuple(parameters(document, pointer))),
        tasks=_with_body(
            _pair(forms, answers.forms({form.title for form in forms}), answers.events, models),
            _without_fields(body, forms, media_type) if body is not None else None,
        ),
        free_form=body is not None and not forms,
        bare=requests.bare(body) if body is not None else (),
        optional_body=bool(media_types) and not _needs_body(document, pointer, forms),
        # A form has no way to say null.
        null_body=is_json(media_type) and body is not None and requests.takes_null(body),
        media_type=media_type,
        media_types=media_types,
        parts=form_parts(document, pointer, media_type, body) if is_form(media_type) else (),
        unsent_types=tuple(_unsent_types(document, pointer, media_type)) if media_types else (),
        answer_types=answers.types,
        files=answers.files,
        accept=answers.accept,
        bare_answer=answers.bare,
        empty_answer=answers.empty,
        paging=paging(listed, answers.info, answers.results),
        pointer=pointer,
        deprecated=is_deprecated(raw),
    )


def _request_body(
    document: Document, pointer: Pointer
) -> tuple[tuple[str, ...], str, Schema | None]:
    """All media types of a body, the one by which its fields are sent, and their schema."""
    raw = as_object(document.at(pointer))
    if "requestBody" not in raw:
        return (), JSON_TYPE, None
    place, node = follow(document, pointer.child("requestBody"))
    content = as_object(as_object(node).get("content"))
    if pointer.tokens[-1] in _WITHOUT_BODY and not _is_described(document, place, content):
        return (), JSON_TYPE, None
    for sends in (is_json, is_form):
        found = schema_of(document, place.child("content"), content, sends, "request")
        if found is not None:
            media_type, schema = found
            sent = parts(schema) if sends is is_form else schema
            return tuple(content), media_type, with_files(sent) if media_type == FORM else sent
    found = schema_of(document, place.child("content"), content, _ANY.__eq__, "request")
    if found is not None and isinstance(found[1], Object | Array | Map | Union):
        # Any type will do, and what has parts is JSON.
        return tuple(JSON_TYPE if one == _ANY else one for one in content), JSON_TYPE, found[1]
    return tuple(content), _media_type(tuple(content)), None


def _unsent_types(document: Document, pointer: Pointer, sent: str) -> Iterator[str]:
    """The media types of other forms and JSON than what is sent, if they have other schemas."""
    place, node = follow(document, pointer.child("requestBody"))
    content = as_object(as_object(node).get("content"))
    kinds = [kind for kind in content if is_json(kind) or is_form(kind)]
    nodes = {kind: follow(document, place.child("content", kind))[1] for kind in kinds}
    schemas = {kind: as_object(node).get("schema") for kind, node in nodes.items()}
    own = next((schemas[kind] for kind in kinds if essence(kind) == essence(sent)), None)
    yield from (kind for kind in kinds if schemas[kind] not in (None, own))


def _is_described(document: Document, place: Pointer, content: JSONObject) -> bool:
    """Whether one of the media types says anything of the body, or of each item in it."""
    nodes = (follow(document, place.child("content", media_type))[1] for media_type in content)
    return any(as_object(node).get(key) for node in nodes for key in ("schema", "itemSchema"))


def _media_type(content: Sequence[str]) -> str:
    """That of a body without a schema to go by: a range of them is sent as bytes alone."""
    if any(map(is_json, content)):
        return JSON_TYPE
    forms = filter(is_form, content)
    return next(
        map(essence, (*forms, *filter(is_media_type, content))), OCTETS if content else JSON_TYPE
    )


def _needs_body(document: Document, pointer: Pointer, forms: Sequence[Task]) -> bool:
    """Whether a request has a body always. Where the document says nothing, its variants may."""
    _, node = follow(document, pointer.child("requestBody"))
    variants = [variant for form in forms for variant in form.requests]
    demanded = bool(variants) and all(variant.schema.required for variant in variants)
    return as_object(node).get("required", demanded) is True


def _pair(
    forms: Sequence[Task],
    results: Sequence[ResponseForms],
    events: dict[str, Schema],
    models: dict[str, list[str]],
) -> tuple[Task, ...]:
    """Requests and responses of the same title are one task, in the order of the requests."""
    by_title = {result.title: result for result in results}
    only = results[0] if len(results) == 1 else None
    tasks = [
        replace(
            _answered(form, by_title.pop(form.title, only), events),
            models=tuple(models.get(form.title, ())),
        )
        for form in forms
    ]
    if only is None or not forms:
        others = by_title.values()
        tasks += [_answered(Task(o.title, o.description, o.pointer), o, {}) for o in others]
    return tuple(tasks)


def _without_fields(body: Schema, forms: Sequence[Task], media_type: str) -> Schema | None:
    """What a body is that has no fields, or may be besides an object that has some."""
    if is_form(media_type):
        # A form has names for its parts, also where the document describes one part alone.
        return None
    if forms:
        return requests.other(body)
    return body if requests.is_value(body) else None


def _with_body(tasks: tuple[Task, ...], body: Schema | None) -> tuple[Task, ...]:
    """The tasks, of which the first sends a body that has no fields."""
    if body is None:
        return tasks
    if not tasks:
        return (Task(body.title, body.description, body.pointer, body=body),)
    return (replace(tasks[0], body=body), *tasks[1:])


def _answered(task: Task, result: ResponseForms | None, events: dict[str, Schema]) -> Task:
    if result is None:
        return task
    streams = any(variant.stream_flag for variant in task.requests)
    response = responses.resolve(result, streams=streams, event=events.get(task.title))
    return replace(task, response=response)


def notes(raw: JSONObject) -> tuple[str, ...]:
    """Sentences for the docs, from what Cloudflare's document adds to an operation."""
    return tuple(_notes(raw))


def is_deprecated(raw: JSONObject) -> bool:
    return raw.get("deprecated") is True or bool(as_object(raw.get("x-cfDeprecation")))


def _notes(raw: JSONObject) -> Iterator[str]:
    deprecation = as_object(raw.get("x-cfDeprecation"))
    if is_deprecated(raw):
        yield " ".join(("Deprecated.", *_deprecation(deprecation)))
    if groups := texts_in(raw.get("x-api-token-group")):
        yield f"The token needs one of: {', '.join(groups)}."
    if permissions := texts_in(as_object(raw.get("x-cfPermissionsRequired")).get("enum")):
        yield f"Permissions: {', '.join(permissions)}."
    plans = as_object(raw.get("x-cfPlanAvailability"))
    permitted = [plan for plan, is_there in plans.items() if is_there is True]
    if plans and len(permitted) < len(plans):
        yield f"Plans: {', '.join(permitted) or 'none'}."


def _deprecation(said: JSONObject) -> Iterator[str]:
    description, end = said.get("description"), said.get("eol")
    if isinstance(description, str) and description.strip():
        yield description.strip()
    if isinstance(end, str) and end:
        yield f"It ends on {end}."


_FAMILIES: tuple[PageFamily, ...] = ("cursor", "page", "offset")
"""Each is called after the parameter that chooses a page; the first that there is counts."""
_SIZES = ("per_page", "page_size", "limit")


def paging(
    parameters: Sequence[Parameter], info: Schema | None, results: Sequence[Schema]
) -> Paging | None:
    """``info`` is what answers say of a page. None for lists that come as a whole.

    Where answers say nothing of pages, a parameter for their size tells that there are some.
    """
    query = {parameter.wire for parameter in parameters if parameter.location == "query"}
    items = _items(results)
    if items is None:
        return None
    said = {field.wire for field in info.fields} if isinstance(info, Object) else set[str]()
    size = next((one for one in _SIZES if one in query), "")
    for family in _FAMILIES:
        described = (
            info or size if family != "cursor" else not said.isdisjoint({"cursor", "cursors"})
        )
        if family in query and described:
            return Paging(family, family, size, items)
    return None


def _items(results: Sequence[Schema]) -> str | None:
    """Where the items of a result are: it is a list, or has one list and no other members."""
    match results:
        case (Array(),):
            return ""
        case (Object(fields=(field,)),) if isinstance(field.schema, Array):
            return field.wire
        case _:
            return None
