"""The service on loopback: it takes what the pinned document says of a model, and refuses the rest.

A request is judged by the model's own path: its media types and its schema. A refusal has the
status and the code of the service, and an answer is made from the schema of the model's answer.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import HTTP
from fnmatch import fnmatch
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from jsonschema.exceptions import ValidationError
from openapi_schema_validator import OAS30Validator

from flaregen.document import Document
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.responses import unwrap
from flaregen.schemas.schema import Direction, Given, Object, Schema, Union
from tests.support.documents import sample
from tests.support.loopback import Answer, Received, envelope, refusal
from tests.support.pinned import pinned

FILES = {
    "image/png": b"\x89PNG\r\n\x1a\n" + bytes(8),
    "image/jpeg": b"\xff\xd8\xff\xe0" + bytes(8),
    "audio/mpeg": b"ID3\x04" + bytes(8),
    "audio/wav": b"RIFF\x10\x00\x00\x00WAVE" + bytes(8),
}
PIECES = ("Air scatters", " blue light most.")
"""What every stream says."""
_RUN = "/accounts/{account_id}/ai/run/"


@dataclass(frozen=True, slots=True)
class RefusedError(Exception):
    """Why a request is not taken."""

    code: int
    message: str


def answer(request: Received, *, deprecated: bool = False) -> Answer:
    """What the service says to a request; it may still have ``deprecated`` models."""
    try:
        return _answered(request, deprecated=deprecated)
    except RefusedError as refused:
        return refusal(400, refused.code, f"AiError: {refused.message}")


def _answered(request: Received, *, deprecated: bool) -> Answer:
    address = urlsplit(request.path)
    if "/ai/run/" not in address.path:
        return _of_another(request)
    operation = _operation(address.path, deprecated=deprecated)
    query = dict(parse_qsl(address.query))
    queued = query.pop("queueRequest", "") == "true"
    if queued and not _raw(operation)["x-model"].get("async_queue"):
        raise RefusedError(5006, "Bad input: Error: the model has no queue")
    body = _taken(operation, request, queued=queued)
    _check_query(operation, query)
    if isinstance(body, dict) and "requests" in body:
        results = [_result(operation, _asked(one)) for one in body["requests"]]
        responses = [{"id": at, "result": result} for at, result in enumerate(results)]
        return envelope({"request_id": "batch-1", "responses": responses})
    if isinstance(body, dict) and body.get("stream", _streams_by_default(operation)):
        return _stream(operation, body)
    return _whole(operation, body)


def _of_another(request: Received) -> Answer:
    """What an operation answers that runs no model."""
    address = urlsplit(request.path)
    operation = _by_path(address.path, request.method.lower())
    query = dict(parse_qsl(address.query))
    _check_query(operation, query)
    if float(query.get("page", 1)) >= 2 or float(query.get("offset", 0)) >= 2:
        # A list has one page.
        return envelope([])
    asked = _raw(operation).get("requestBody")
    if asked and (request.body or asked.get("required")):
        _taken(operation, request, queued=False)
    elif request.body:
        raise RefusedError(7003, "there is no body")
    contents = dict(_contents(operation.child("responses", "200")))
    schema = _meaning(contents["application/json"].child("schema"), "response")
    return envelope(sample(unwrap(schema, "result"), full=True))


def _by_path(path: str, method: str) -> Pointer:
    """The operation of a path; one without parameters goes before one with them."""
    found = [
        template
        for template, item in _root()["paths"].items()
        if method in item and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path)
    ]
    if not found:
        raise RefusedError(7000, "No route for that URI")
    return Pointer(("paths", min(found, key=lambda one: one.count("{")), method))


def _asked(request: Mapping[str, Any]) -> dict[str, Any]:
    """One of several requests, without the name that tells its answer from others."""
    return {name: value for name, value in request.items() if name != "external_reference"}


def _operation(path: str, *, deprecated: bool) -> Pointer:
    name = path.partition("/ai/run/")[2]
    pointer = Pointer(("paths", f"{_RUN}{name}", "post"))
    item = _root()["paths"].get(f"{_RUN}{name}")
    if item is None or (item["post"].get("deprecated") and not deprecated):
        raise RefusedError(5007, f"No such model {name} or task")
    return pointer


def takes(model: str, body: Any) -> bool:
    """Whether a model takes a body as JSON."""
    operation = Pointer(("paths", f"{_RUN}{model}", "post"))
    if "requestBody" not in _raw(operation):
        return False
    content = dict(_contents(operation.child("requestBody"))).get("application/json")
    return content is not None and not _errors(content.child("schema"), body)


def _taken(operation: Pointer, request: Received, *, queued: bool) -> Any:
    """The body, where the model takes it."""
    if "requestBody" not in _raw(operation):
        raise RefusedError(5006, "Bad input: Error: the model is reached over a WebSocket")
    sent = request.headers.get("content-type", "").partition(";")[0].strip()
    for media_type, place in _contents(operation.child("requestBody")):
        if not fnmatch(sent, media_type):
            continue
        if sent == "multipart/form-data":
            return _checked(place, _fields(place, request))
        if sent != "application/json":
            return _file(request.body)
        body = request.json()
        for one in body["requests"] if queued else [body]:
            _checked(place, one)
        return body
    raise RefusedError(5006, f"Bad input: Error: {sent} is not supported")


def _file(content: bytes) -> bytes:
    if not content:
        raise RefusedError(5006, "Bad input: Error: the file is empty")
    return content


def _fields(content: Pointer, request: Received) -> dict[str, Any]:
    """The parts of a form: several of one name are a list, and what is not text is JSON."""
    place, schema = follow(_document(), content.child("schema"))
    assert isinstance(schema, dict), place
    known: Any = schema["properties"]
    fields: dict[str, Any] = {}
    for part in parts(request):
        said = part.content.decode("latin-1")
        kind = known.get(part.name, {}).get("type", "string")
        if kind == "array":
            fields.setdefault(part.name, []).append(said)
        else:
            fields[part.name] = said if kind == "string" else json.loads(said)
    return fields


class Part(NamedTuple):
    """A part of a form; ``file`` and ``media_type`` are empty where it does not say them."""

    name: str
    file: str
    media_type: str
    content: bytes


def parts(request: Received) -> list[Part]:
    """The parts of a form, in order."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    found = []
    for part in message_from_bytes(head + request.body, policy=HTTP).iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        kind = part.get_content_type() if "content-type" in part else ""
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found.append(Part(name, part.get_filename() or "", kind, content))
    return found


def form(fields: Mapping[str, Any]) -> tuple[str, bytes]:
    """A media type and a body with each value as a part."""
    parts = "".join(
        f'--limit\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    return "multipart/form-data; boundary=limit", f"{parts}--limit--\r\n".encode()


def _checked(place: Pointer, body: Any) -> Any:
    if errors := _errors(place.child("schema"), body):
        at = "/" + "/".join(map(str, errors[0].path))
        raise RefusedError(5006, f"Bad input: Error: {errors[0].message} at '{at}'")
    return body


def _errors(schema: Pointer, body: Any) -> list[ValidationError]:
    return sorted(_validator(schema).iter_errors(body), key=lambda error: list(error.path))


def _check_query(operation: Pointer, query: Mapping[str, str]) -> None:
    """Each parameter by its own schema; what it says is no text is read as JSON."""
    raw = _raw(operation)
    known = {one["name"]: one for one in raw["parameters"] if one.get("in") == "query"}
    if unknown := set(query) - set(known):
        raise RefusedError(5006, f"Bad input: Error: unknown parameter {min(unknown)}")
    if missing := {name for name, one in known.items() if one.get("required")} - set(query):
        raise RefusedError(5006, f"Bad input: Error: required properties at '/' are {missing}")
    for name, text in query.items():
        schema = known[name]["schema"]
        value = text if schema["type"] == "string" else _read(text)
        for error in OAS30Validator(schema).iter_errors(value):
            raise RefusedError(5006, f"Bad input: Error: {error.message} at '/{name}'")


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _whole(operation: Pointer, body: Any) -> Answer:
    contents = dict(_contents(operation.child("responses", "200")))
    for media_type, content in FILES.items():
        if media_type in contents:
            return Answer(content, headers={"Content-Type": media_type})
    return envelope(_result(operation, body))


def _result(operation: Pointer, body: Any) -> Any:
    """A result of the model's own schema, of the form that answers the form of the request."""
    contents = dict(_contents(operation.child("responses", "200")))
    schema = unwrap(_meaning(contents["application/json"].child("schema"), "response"), "result")
    if isinstance(schema, Union):
        schema = schema.members[_form(operation, body)]
    result = sample(schema, full=True)
    if isinstance(result, dict) and set(result) == {"image"}:
        return {"image": base64.b64encode(FILES["image/jpeg"]).decode()}
    return result


def _form(operation: Pointer, body: Any) -> int:
    """Which of the forms of the model's request a body is, by its place in the document."""
    content = dict(_contents(operation.child("requestBody")))["application/json"]
    place, schema = follow(_document(), content.child("schema"))
    assert isinstance(schema, dict)
    forms = schema["anyOf"]
    assert isinstance(forms, list)
    members = [place.child("anyOf", at) for at in range(len(forms))]
    fitting = [at for at, form in enumerate(members) if not _errors(form, body)]
    knowing = [at for at in fitting if body.keys() <= _members(members[at])]
    return (knowing or fitting)[0]


@cache
def _members(schema: Pointer) -> frozenset[str]:
    """The members of a form; some forms take any others, too."""
    form = _meaning(schema, "request")
    assert isinstance(form, Object)
    return frozenset(field.wire for field in form.fields)


def _stream(operation: Pointer, body: Any) -> Answer:
    members = _result(operation, body)
    pieces = [_piece(members, text) for text in PIECES]
    events = "".join(f"data: {json.dumps(piece)}\n\n" for piece in pieces)
    return Answer(
        f"{events}data: [DONE]\n\n".encode(), headers={"Content-Type": "text/event-stream"}
    )


def _streams_by_default(operation: Pointer) -> bool:
    """Whether the model streams unless it is asked not to."""
    content = dict(_contents(operation.child("requestBody"))).get("application/json")
    if content is None:
        return False
    schema = _meaning(content.child("schema"), "request")
    fields = schema.fields if isinstance(schema, Object) else ()
    return any(f.wire == "stream" and f.schema.default == Given(True) for f in fields)


def _piece(members: Mapping[str, Any], text: str) -> dict[str, Any]:
    """A text as an event of a stream, in the form of the answer."""
    if "choices" in members:
        return {"choices": [{"index": 0, "delta": {"content": text}}]}
    if "output" in members:
        return {"type": "response.output_text.delta", "delta": text}
    return {"response": text}


def _contents(pointer: Pointer) -> Iterator[tuple[str, Pointer]]:
    place, node = follow(_document(), pointer)
    assert isinstance(node, dict)
    content = node["content"]
    assert isinstance(content, dict)
    for media_type in content:
        yield media_type, place.child("content", media_type)


@cache
def _meaning(schema: Pointer, direction: Direction) -> Schema:
    return interpret(_document(), schema, direction)


@cache
def _validator(pointer: Pointer) -> OAS30Validator:
    place, schema = follow(_document(), pointer)
    assert isinstance(schema, dict), place
    return OAS30Validator({**schema, "components": _root()["components"]})


def _raw(operation: Pointer) -> Any:
    return _document().at(operation)


def _document() -> Document:
    return pinned().document


def _root() -> Any:
    return _document().root
