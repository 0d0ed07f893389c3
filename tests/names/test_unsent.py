"""What a build remarks on since the client leaves it to the caller."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.config import WireTable
from flaregen.diagnostic import Diagnostic
from flaregen.names.naming import name
from flaregen.names.reviewed import ReviewedNames
from flaregen.names.unsent import unsent
from flaregen.schemas.extract import extract
from tests.reading.documents import document, operation, parameter

_LIST = {"type": "array", "items": {"type": "string"}}
_OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
_BODY = {"type": "object", "properties": {"body": {"type": "string"}}}
_OBJECTS = {"type": "array", "items": _OBJECT}
_NESTED = {"type": "object", "properties": {"a": _OBJECT}}
_JSON = {"application/json": {"schema": {"type": "object", "properties": {"a": {}}}}}


def diagnostics(**parts: Any) -> list[Diagnostic]:
    """The remarks on an operation with these parts."""
    found = document({"/things": {"post": {**operation({"type": "string"}), **parts}}})
    operations, _ = name(extract(found, found, WireTable()), ReviewedNames(), (), found)
    return list(unsent(operations, found.source))


def remarks(**parts: Any) -> list[str]:
    return [remark.code for remark in diagnostics(**parts)]


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        (parameter("q", "query", _LIST), []),
        (parameter("q", "query", {"type": "integer"}, style="form", explode=False), []),
        (parameter("q", "query", _LIST, explode=False), []),
        (parameter("q", "query", _LIST, style="pipeDelimited"), []),
        (parameter("q", "query", {"type": "object"}, style="deepObject"), []),
        ({"name": "q", "in": "query", "content": _JSON}, []),
        ({"name": "q", "in": "query", "content": {"text/xml": {}}}, ["query-not-sent"]),
        (parameter("q", "query", _OBJECTS), ["query-not-sent"]),
        (parameter("q", "query", _NESTED), ["query-not-sent"]),
        (parameter("q", "query", _NESTED, style="deepObject", explode=True), []),
        (parameter("q", "query", {"type": "object", "properties": {"a": _LIST}}), []),
        (
            parameter("q", "query", {"type": "object", "properties": {"a": _OBJECTS}}),
            ["query-not-sent"],
        ),
        (parameter("q", "query", {"type": "array", "items": _LIST}), ["query-not-sent"]),
        ({"name": "q", "in": "header", "content": _JSON}, []),
        ({"name": "q", "in": "header", "content": {"text/xml": {}}}, ["header-not-written"]),
        ({"name": "q", "in": "cookie", "content": {"text/xml": {}}}, ["header-not-written"]),
        (parameter("q", "header"), []),
        (parameter("q", "header", required=True), []),
        (parameter("q", "header", _NESTED), []),
        (parameter("q", "cookie", required=True), []),
        (parameter("q", "querystring"), ["query-not-sent"]),
        (parameter("q", "path", {"type": "integer"}, explode=True), []),
        (parameter("q", "path", _LIST), []),
        (parameter("q", "path", _NESTED), ["path-not-written"]),
        (parameter("q", "path", _OBJECTS, style="label"), ["path-not-written"]),
        (parameter("q", "path", style="matrix", explode=True), []),
        ({"name": "q", "in": "path", "required": True, "content": _JSON}, []),
        (
            {"name": "q", "in": "path", "required": True, "content": {"text/xml": {}}},
            ["path-not-written"],
        ),
    ],
)
def test_parameters(given: Any, codes: list[str]) -> None:
    assert remarks(parameters=[given]) == codes


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (_JSON, []),
        ({"application/merge-patch+json": _JSON["application/json"]}, []),
        ({"application/json": {"schema": _LIST}}, []),
        ({"application/octet-stream": {}}, []),
        ({"multipart/form-data": {}}, []),
        ({"text/csv": {}, "application/xml": {}}, []),
        ({"*/*": {}}, []),
        ({"application/json": {"schema": {"oneOf": [_OBJECT, _LIST]}}}, []),
        ({"application/json": {"schema": {"oneOf": [_BODY, _LIST]}}}, ["body-without-fields"]),
        ({"multipart/mixed": {}}, ["media-type-not-sent"]),
        ({"multipart/form-data": _JSON["application/json"], **_JSON}, []),
        ({"multipart/form-data": {"schema": _LIST}, **_JSON}, ["media-type-not-sent"]),
        ({"application/merge-patch+json": {"schema": _LIST}, **_JSON}, ["media-type-not-sent"]),
        ({"undefined": {}}, ["media-type-not-sent"]),
        ({'text/"""': {}}, ["media-type-not-sent"]),
    ],
)
def test_bodies(content: Any, codes: list[str]) -> None:
    assert remarks(requestBody={"content": content}) == codes


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (_JSON, []),
        ({"image/png": {}}, []),
        ({"text/event-stream": {}}, []),
        ({"text/csv": {}}, []),
        ({"undefined": {}}, ["answer-not-read"]),
        ({"application/pdf": {}, **_JSON}, []),
    ],
)
def test_answers(content: Any, codes: list[str]) -> None:
    assert remarks(responses={"200": {"description": "It.", "content": content}}) == codes


@pytest.mark.parametrize(
    ("field", "codes"),
    [("name", []), ("id", ["field-not-a-keyword"]), ("timeout", ["field-not-a-keyword"])],
)
def test_fields_that_are_no_keywords(field: str, codes: list[str]) -> None:
    schema = {"type": "object", "properties": {field: {"type": "string"}}}
    body = {"content": {"application/json": {"schema": schema}}}
    assert remarks(parameters=[parameter("id", "path", required=True)], requestBody=body) == codes


def _of(value: Any) -> Any:
    return {"parameters": [value]}


_QUERY = "write it yourself: extra_query of a call takes text"
_FIRST = "parameters/0"
_NESTS = "The query parameter q nests lists or objects."
_IN_PATH = "The path parameter q"


@pytest.mark.parametrize(
    ("parts", "place", "message", "advice"),
    [
        (
            _of({"name": "q", "in": "query", "content": {"text/xml": {}}}),
            _FIRST,
            "The query parameter q is written in the form text/xml, which calls do not support.",
            _QUERY,
        ),
        (
            _of(parameter("q", "query", _OBJECTS)),
            _FIRST,
            f"{_NESTS} Calls write them as JSON, because form exploded cannot.",
            _QUERY,
        ),
        (
            _of(parameter("q", "querystring")),
            _FIRST,
            "The query string is described as a whole, and calls do not send it.",
            _QUERY,
        ),
        (
            _of({"name": "q", "in": "cookie", "content": {"text/xml": {}}}),
            _FIRST,
            "The cookie q is written as text/xml, which calls do not support.",
            "pass the text that belongs there",
        ),
        (
            _of(parameter("q", "path", _NESTED, style="label")),
            _FIRST,
            f"{_IN_PATH} nests lists or objects. Calls write them as JSON, because label cannot.",
            "pass the text that belongs in the path",
        ),
        (
            {"requestBody": {"content": {"undefined": {}, "other": {}}}},
            "requestBody",
            "The request body is undefined or other, which is not a media type.",
            "correct it in an overlay, or send it with its Content-Type in extra_headers",
        ),
        (
            {"requestBody": {"content": {"": {}}}},
            "requestBody",
            'The request body is "", which is not a media type.',
            "correct it in an overlay, or send it with its Content-Type in extra_headers",
        ),
        (
            {"responses": {"200": {"description": "It.", "content": {"undefined": {}}}}},
            "responses",
            "The answer is undefined, which is not a media type.",
            "correct it in an overlay, or read the answer with with_raw_response",
        ),
    ],
)
def test_what_is_said(parts: Any, place: str, message: str, advice: str) -> None:
    (found,) = diagnostics(**parts)
    assert str(found.pointer) == f"/paths/~1things/post/{place}"
    assert (found.message, found.help, found.severity) == (message, advice, "warning")


@pytest.mark.parametrize(
    ("field", "message", "advice"),
    [
        (
            "id",
            "The keyword id of a call is a parameter, not the body's field id.",
            "pass id_ to send the field",
        ),
        (
            "timeout",
            "The keyword timeout of a call is the body's field, not the option.",
            "pass timeout_option for the option",
        ),
    ],
)
def test_what_is_said_of_fields(field: str, message: str, advice: str) -> None:
    schema = {"type": "object", "properties": {field: {"type": "string"}}}
    body = {"content": {"application/json": {"schema": schema}}}
    given = [parameter("id", "path", required=True)]
    (found,) = diagnostics(parameters=given, requestBody=body)
    assert (found.message, found.help) == (message, advice)
    assert found.pointer is not None
    assert found.pointer.tokens[-2:] == ("properties", field)


def test_what_operations_share_is_remarked_once() -> None:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/check"}}}
    shared = {**operation({"type": "string"}), "requestBody": {"content": content}}
    check = {"type": "object", "properties": {"timeout": {"type": "integer"}}}
    paths = {f"/{path}": {"post": shared} for path in ("things", "others")}
    found = document(paths, components={"schemas": {"check": check}})
    operations, _ = name(extract(found, found, WireTable()), ReviewedNames(), (), found)
    (remark,) = unsent(operations, found.source)
    assert remark.code == "field-not-a-keyword"


def test_a_path_that_holds_what_no_server_receives() -> None:
    found = document({"/things#a": {"post": operation({"type": "string"})}})
    operations, _ = name(extract(found, found, WireTable()), ReviewedNames(), (), found)
    (remark,) = unsent(operations, found.source)
    assert (remark.code, str(remark.pointer)) == ("path-not-written", "/paths/~1things#a/post")
