"""The service on loopback: it takes what the pinned document says of a model, and refuses the rest.

A request is judged by the model's own path: its media types and its schema. A refusal has the
status and the code of the service, and an answer is made from the schema of the model's answer.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from openapi_schema_validator import OAS30Validator

from flaregen.document import Document
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from tests.support.documents import sample
from tests.support.loopback import Answer, Received, envelope, refusal
from tests.support.pinned import pinned

FILES = {
    "image/png": b"\x89PNG\r\n\x1a\n" + bytes(8),
    "image/jpeg": b"\xff\xd8\xff\xe0" + bytes(8),
    "audio/mpeg": b"ID3\x04" + bytes(8),
    "audio/wav": b"RIFF\x10\x00\x00\x00WAVE" + bytes(8),
}
_RUN = "/accounts/{account_id}/ai/run/"


@dataclass(frozen=True, slots=True)
class RefusedError(Exception):
    """Why a request is not taken."""

    code: int
    message: str


def answer(request: Received) -> Answer:
    """What the service says to a request; a deprecated model is one that it has no more."""
    try:
        return _answered(request)
    except RefusedError as refused:
        return refusal(400, refused.code, f"AiError: {refused.message}")


def _answered(request: Received) -> Answer:
    address = urlsplit(request.path)
    operation = _operation(address.path)
    query = dict(parse_qsl(address.query))
    body = _taken(operation, request, queued=query.pop("queueRequest", "") == "true")
    _check_query(operation, query)
    if isinstance(body, dict) and "requests" in body:
        results = [_result(operation) for _ in body["requests"]]
        responses = [{"id": at, "result": result} for at, result in enumerate(results)]
        return envelope({"request_id": "batch-1", "responses": responses})
    if isinstance(body, dict) and body.get("stream") is True:
        return _stream(operation)
    return _whole(operation)


def _operation(path: str) -> Pointer:
    name = path.partition("/ai/run/")[2]
    pointer = Pointer(("paths", f"{_RUN}{name}", "post"))
    item = _root()["paths"].get(f"{_RUN}{name}")
    if item is None or item["post"].get("deprecated"):
        raise RefusedError(5007, f"No such model {name} or task")
    return pointer


def _taken(operation: Pointer, request: Received, *, queued: bool) -> Any:
    """The body, where the model takes it."""
    sent = request.headers.get("content-type", "").partition(";")[0].strip()
    for media_type, place in _contents(operation.child("requestBody")):
        if not fnmatch(sent, media_type):
            continue
        if sent != "application/json":
            return _file(request.body)
        body = request.json()
        for one in body["requests"] if queued else [body]:
            _check(place, one)
        return body
    raise RefusedError(5006, f"Bad input: Error: {sent} is not supported")


def _file(content: bytes) -> bytes:
    if not content:
        raise RefusedError(5006, "Bad input: Error: the file is empty")
    return content


def _check(place: Pointer, body: Any) -> None:
    errors = sorted(_validator(place).iter_errors(body), key=lambda error: list(error.path))
    if errors:
        at = "/" + "/".join(map(str, errors[0].path))
        raise RefusedError(5006, f"Bad input: Error: {errors[0].message} at '{at}'")


def _check_query(operation: Pointer, query: Mapping[str, str]) -> None:
    raw = _root()["paths"][operation.tokens[1]][operation.tokens[2]]
    known = {one["name"] for one in raw.get("parameters", ()) if one.get("in") == "query"}
    if unknown := set(query) - known:
        raise RefusedError(5006, f"Bad input: Error: unknown parameter {min(unknown)}")


def _whole(operation: Pointer) -> Answer:
    contents = dict(_contents(operation.child("responses", "200")))
    for media_type, content in FILES.items():
        if media_type in contents:
            return Answer(content, headers={"Content-Type": media_type})
    return envelope(_result(operation))


def _result(operation: Pointer) -> Any:
    contents = dict(_contents(operation.child("responses", "200")))
    place = contents["application/json"].child("schema", "properties", "result")
    result = sample(interpret(_document(), place, "response"), full=True)
    if isinstance(result, dict) and set(result) == {"image"}:
        return {"image": base64.b64encode(FILES["image/jpeg"]).decode()}
    return result


def _stream(operation: Pointer) -> Answer:
    members = _result(operation)
    if "choices" in members:
        pieces: list[Any] = [
            {"choices": [{"index": 0, "delta": {"content": text}}]} for text in ("It is", " blue.")
        ]
    else:
        pieces = [{"response": text} for text in ("It is", " blue.")]
    events = "".join(f"data: {json.dumps(piece)}\n\n" for piece in pieces)
    return Answer(
        f"{events}data: [DONE]\n\n".encode(), headers={"Content-Type": "text/event-stream"}
    )


def _contents(pointer: Pointer) -> Iterator[tuple[str, Pointer]]:
    place, node = follow(_document(), pointer)
    assert isinstance(node, dict)
    content = node["content"]
    assert isinstance(content, dict)
    for media_type in content:
        yield media_type, place.child("content", media_type)


@cache
def _validator(content: Pointer) -> OAS30Validator:
    place, schema = follow(_document(), content.child("schema"))
    assert isinstance(schema, dict), place
    return OAS30Validator({**schema, "components": _root()["components"]})


def _document() -> Document:
    return pinned().document


def _root() -> Any:
    return _document().root
