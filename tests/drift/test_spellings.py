"""Two ways to say the same are no change, in either direction, in requests and in answers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from flaregen.drift.compare import compare
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.schema import Direction
from tests.reading.documents import document
from tests.support.respelling import Writer
from tests.support.shape import shape
from tests.support.spellings import SPELLINGS, Spelling, holding

TODAY = date(2026, 1, 1)
DIRECTIONS: tuple[Direction, ...] = ("request", "response")
ABOUT_THE_DOCUMENT = {"openapi-version-changed", "schema-added", "schema-removed"}


@pytest.mark.parametrize("spelling", SPELLINGS, ids=str)
def test_no_change(spelling: Spelling) -> None:
    one, other = spelling.documents()
    for old, new in ((one, other), (other, one)):
        changes = [c for c in compare(old, new, TODAY) if c.id not in ABOUT_THE_DOCUMENT]
        assert [(change.id, change.level, change.message) for change in changes] == []


@pytest.mark.parametrize(
    "seeds", [range(120), pytest.param(range(120, 1000), marks=pytest.mark.long)], ids=str
)
def test_random_schemas_in_other_words(seeds: range) -> None:
    place = Pointer(("components", "schemas", "Subject"))
    for seed in seeds:
        writer = Writer(random.Random(seed))
        schema = writer.schema()
        old = holding({"Subject": schema}, "3.1")
        subject = writer.respelled(schema)
        new = holding({"Subject": subject}, "3.1", writer.components)
        entries = [one for pair in ((old, new), (new, old)) for one in compare(*pair, TODAY)]
        assert [c.message for c in entries if c.id not in ABOUT_THE_DOCUMENT] == [], seed
        for direction in DIRECTIONS:
            one, other = (interpret(document, place, direction) for document in (old, new))
            assert shape(one) == shape(other), seed


_TEXT = {"type": "string"}
_OCTETS = {"contentMediaType": "application/octet-stream"}
_OPEN = {"anyOf": [_TEXT, {"type": "string", "enum": ["a", "b"]}]}
_HEADERS = [{"name": "Accept", "in": "header", "schema": _TEXT}]
_SERVER = "https://api.cloudflare.com/client/v4"


def _whole(**operation: Any) -> dict[str, Any]:
    answer = {"200": {"description": "", "content": {"application/json": {"schema": _TEXT}}}}
    return {"paths": {"/x": {"get": {"responses": answer, **operation}}}}


def _answering(**content: Any) -> dict[str, Any]:
    media_types = {name.replace("_", "/"): one for name, one in content.items()}
    return _whole(responses={"200": {"description": "", "content": media_types}})


_SHARED = {"components": {"mediaTypes": {"Text": {"schema": _TEXT}}}}
_REFERENCE = {"$ref": "#/components/mediaTypes/Text"}
_KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
_FORM = {
    "type": "object",
    "properties": {"f": {"type": "object"}, "t": {"type": "array", "items": _TEXT}},
}


def _form(**encoding: Any) -> dict[str, Any]:
    content = {"multipart/form-data": {"schema": _FORM, "encoding": encoding}}
    return _whole(requestBody={"content": content})


def _asking(**own: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"x": _TEXT}}
    return _whole(parameters=[{"name": "a", "in": "query", "schema": schema, **own}])


def _described(**own: Any) -> dict[str, Any]:
    return _whole(responses={"200": {"description": "", **own}})


_DOCUMENTS = {
    "a bound of another type": (
        _answering(application_json={"schema": _TEXT}),
        _answering(application_json={"schema": {**_TEXT, "minimum": 5, "required": ["a"]}}),
    ),
    "a pattern of names that says nothing": (
        _answering(application_json={"schema": {"type": "object"}}),
        _answering(application_json={"schema": {"patternProperties": {"^x": True}}}),
    ),
    "types with bounds, one by one": (
        _answering(application_json={"schema": {"type": ["string", "integer"], "minLength": 2}}),
        _answering(
            application_json={
                "schema": {"oneOf": [{"type": "integer"}, {"type": "string", "minLength": 2}]}
            }
        ),
    ),
    "an example by reference": (
        _answering(application_json={"schema": _TEXT, "examples": {"a": {"value": "x"}}}),
        {
            **_answering(
                application_json={
                    "schema": _TEXT,
                    "examples": {"a": {"$ref": "#/components/examples/A"}},
                }
            ),
            "components": {"examples": {"A": {"value": "x"}}},
        },
    ),
    "a security scheme by reference": (
        {"components": {"securitySchemes": {"a": _KEY, "b": _KEY}}},
        {
            "components": {
                "securitySchemes": {"a": {"$ref": "#/components/securitySchemes/b"}, "b": _KEY}
            }
        },
    ),
    "how a deep object is exploded": (
        _asking(style="deepObject", explode=True),
        _asking(style="deepObject"),
    ),
    "the content type as a header": (
        _described(),
        _described(headers={"Content-Type": {"schema": _TEXT}}),
    ),
    "spaces, quotes and letters of a media type's parameters": (
        _described(content={"text/plain;Charset=UTF-8; a=1": {"schema": _TEXT}}),
        _described(content={'text/plain; a=1; charset="utf-8"': {"schema": _TEXT}}),
    ),
    "the encoding that a form has anyway": (
        _form(),
        _form(
            f={"contentType": "application/json"},
            t={"contentType": "text/plain", "style": "form"},
            unknown={"contentType": "image/png"},
        ),
    ),
    "values that are known of any text": (
        _answering(application_json={"schema": _TEXT}),
        _answering(application_json={"schema": _OPEN}),
    ),
    "a place that is as all others": (
        _answering(application_json={"schema": {"items": _TEXT}}),
        _answering(application_json={"schema": {"prefixItems": [_TEXT], "items": _TEXT}}),
    ),
    "a slash at the end of a server": (
        {**_whole(), "servers": [{"url": _SERVER}]},
        {**_whole(), "servers": [{"url": f"{_SERVER}/"}]},
    ),
    "the case and the usual port of a server": (
        {**_whole(), "servers": [{"url": _SERVER}]},
        {**_whole(), "servers": [{"url": "HTTPS://API.cloudflare.com:443/client/v4"}]},
    ),
    "the servers of a document, at a path": (
        {**_whole(), "servers": [{"url": _SERVER}]},
        {"paths": {"/x": {**_whole()["paths"]["/x"], "servers": [{"url": _SERVER}]}}},
    ),
    "the servers of a document, at an operation": (
        {**_whole(), "servers": [{"url": _SERVER}]},
        _whole(servers=[{"url": _SERVER}]),
    ),
    "a header that is no parameter": (_whole(), _whole(parameters=_HEADERS)),
    "the case of a media type": (
        _answering(application_json={"schema": _TEXT}),
        _answering(Application_JSON={"schema": _TEXT}),
    ),
    "a schema that admits anything, of an answer": (
        _answering(application_json={}),
        _answering(application_json={"schema": True}),
    ),
    "a schema that admits anything, of a parameter": (
        _asking(schema={"description": "One."}),
        _whole(parameters=[{"name": "a", "in": "query"}]),
    ),
    "a reference to a media type": (
        {**_answering(application_json={"schema": _TEXT}), **_SHARED},
        {**_answering(application_json=_REFERENCE), **_SHARED},
    ),
    "a path item by reference, with its own parameters": (
        {"paths": {"/x": {**_whole()["paths"]["/x"], "parameters": _HEADERS}}},
        {
            "paths": {"/x": {"$ref": "#/components/pathItems/X", "parameters": _HEADERS}},
            "components": {"pathItems": {"X": _whole()["paths"]["/x"]}},
        },
    ),
}


def _sending(media_type: str, schema: dict[str, Any] | None) -> dict[str, Any]:
    content = {media_type: {} if schema is None else {"schema": schema}}
    return _whole(requestBody={"content": content})


_FILES = [
    ("application/octet-stream", {"type": "string", "format": "binary"}, None),
    ("application/octet-stream", {"type": "string", "format": "binary"}, {}),
    (
        "multipart/form-data",
        {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}},
        {"type": "object", "properties": {"f": _OCTETS}},
    ),
    (
        "multipart/form-data",
        {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}},
        {"type": "object", "properties": {"f": {"type": "string", **_OCTETS}}},
    ),
]


@pytest.mark.parametrize("case", _FILES, ids=lambda case: case[0])
def test_files_in_the_words_of_both_versions(case: tuple[str, Any, Any]) -> None:
    media_type, old, new = case
    one = document(version="3.0.3", **_sending(media_type, old))
    other = document(version="3.1.0", **_sending(media_type, new))
    for before, after in ((one, other), (other, one)):
        changes = [c for c in compare(before, after, TODAY) if c.id not in ABOUT_THE_DOCUMENT]
        assert [(change.id, change.message) for change in changes] == []


@pytest.mark.parametrize("pair", _DOCUMENTS.values(), ids=_DOCUMENTS)
def test_no_change_of_a_document(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    one, other = (document(version="3.2.0", **root) for root in pair)
    for old, new in ((one, other), (other, one)):
        assert [(change.id, change.message) for change in compare(old, new, TODAY)] == []


_TUPLE = {"type": "array", "prefixItems": [_TEXT, {"type": "integer"}]}
_PAIR = {"type": "array", "prefixItems": [_TEXT]}
_REGIONS = {"default": "eu", "enum": ["eu", "us"]}


def _served(**variable: Any) -> dict[str, Any]:
    server = {"url": "https://{region}.example.com", "variables": {"region": variable}}
    return {**_whole(), "servers": [server]}


def _sent(schema: dict[str, Any]) -> dict[str, Any]:
    return _sending("application/json", schema)


_LINES = "application/jsonl"
_NEEDING = {"if": {"required": ["a"]}, "then": {"required": ["b"]}}

_CHANGES = {
    "of a line": (
        _described(content={_LINES: {"itemSchema": {"type": "integer"}}}),
        _described(content={_LINES: {"itemSchema": _TEXT}}),
        "type-changed",
    ),
    "of a version of a media type that is not said any more": (
        _described(content={"application/json; version=1": {}}),
        _described(content={"application/json": {}}),
        "media-type-generalized",
    ),
    "of a version of a media type that is said now": (
        _sending("application/json", _TEXT),
        _sending("application/json; version=1", _TEXT),
        "media-type-specialized",
    ),
    "of a place that nothing restricted": (_sent(_PAIR), _sent(_TUPLE), "prefix-item-restricted"),
    "of a place that is restricted no more": (
        _answering(application_json={"schema": _TUPLE}),
        _answering(application_json={"schema": _PAIR}),
        "prefix-item-unrestricted",
    ),
    "of a place in a closed list": (
        _sent({**_TUPLE, "items": False}),
        _sent({**_PAIR, "items": False}),
        "prefix-item-removed",
    ),
    "of a member that a plain schema does not have": (
        _sent({"anyOf": [_TEXT, {"type": "integer"}, {"type": "string", "enum": ["a"]}]}),
        _sent(_TEXT),
        "type-narrowed",
    ),
    "of one more condition": (
        _sent({"allOf": [_NEEDING]}),
        _sent({"allOf": [_NEEDING, {"not": {"required": ["c"]}}, _NEEDING]}),
        "not-set",
    ),
    "of one of two conditions": (
        _sent({**_NEEDING, "allOf": [{"if": {"required": ["c"]}, "then": {"maxProperties": 9}}]}),
        _sent({**_NEEDING, "allOf": [{"if": {"required": ["c"]}, "then": {"maxProperties": 8}}]}),
        "max-properties-lowered",
    ),
    "of what a condition is": (
        _sent({"if": {"maxLength": 3}, "then": {"pattern": "a"}, "else": {"pattern": "b"}}),
        _sent({"if": {"maxLength": 4}, "then": {"pattern": "a"}, "else": {"pattern": "b"}}),
        "if-changed",
    ),
    "of a condition with a consequence": (
        _sent({"type": "string", "if": {"maxLength": 3}, "then": {"pattern": "a"}}),
        _sent({"type": "string", "if": {"maxLength": 4}, "then": {"pattern": "a"}}),
        "max-length-raised",
    ),
    "of names in a closed object": (
        _sent({"patternProperties": {"^x": True}, "additionalProperties": False}),
        _sent({"type": "object", "additionalProperties": False}),
        "pattern-property-refused",
    ),
    "of how often an item is there": (
        _sent({"type": "array", "contains": _TEXT}),
        _sent({"type": "array", "contains": _TEXT, "minContains": 2}),
        "min-contains-raised",
    ),
    "of a value of a server's variable": (
        _served(**_REGIONS),
        _served(default="eu", enum=["eu"]),
        "server-variable-narrowed",
    ),
    "of a variable that took any value": (
        _served(default="eu"),
        _served(**_REGIONS),
        "server-variable-narrowed",
    ),
    "of a variable that is written out": (
        _served(**_REGIONS),
        {**_whole(), "servers": [{"url": "https://eu.example.com"}]},
        "server-variable-narrowed",
    ),
    "of the default of a variable": (
        _served(**_REGIONS),
        _served(**{**_REGIONS, "default": "us"}),
        "server-changed",
    ),
    "of 1 to true": (
        _answering(application_json={"schema": {"items": {"const": 1}}}),
        _answering(application_json={"schema": {"items": {"const": True}}}),
        "type-changed",
    ),
    "behind a reference to a media type": (
        {**_answering(application_json=_REFERENCE), **_SHARED},
        {
            **_answering(application_json=_REFERENCE),
            "components": {"mediaTypes": {"Text": {"schema": {"type": "integer"}}}},
        },
        "type-changed",
    ),
    "of an operation with a method of its own": (
        {"paths": {"/x": {"additionalOperations": {"COPY": _whole()["paths"]["/x"]["get"]}}}},
        {"paths": {"/x": {"additionalOperations": {}}}},
        "operation-removed",
    ),
}


def _at(url: str, *paths: str, **own: Any) -> dict[str, Any]:
    items = {path: _whole()["paths"]["/x"] | own for path in paths}
    return {"servers": [{"url": url}], "paths": items}


_BASES = [
    (_at("https://a.com/v1", "/x", "/{id}"), _at("https://a.com", "/v1/x", "/v1/{it}")),
    (_at("/api", "/x"), _at("/", "/api/x")),
    (_at("https://a.com/v1/b", "/x"), _at("https://a.com/v1/", "/b/x")),
]


@pytest.mark.parametrize("pair", _BASES)
def test_the_same_urls_with_a_prefix_elsewhere(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    one, other = (document(version="3.1.0", **root) for root in pair)
    for old, new in ((one, other), (other, one)):
        changes = compare(old, new, TODAY)
        assert {change.level for change in changes} == {"info"}
        assert "server-prefix-moved" in {change.id for change in changes}


def test_other_urls() -> None:
    old, new = (document(version="3.1.0", **_at(url, "/x")) for url in ("/v1", "/"))
    assert [one.id for one in compare(old, new, TODAY)] == ["server-changed"]


def _media_types_changed(old: str, new: str) -> list[tuple[str, str]]:
    made = [document(version="3.1.0", **_described(content={one: {}})) for one in (old, new)]
    return [(change.id, change.level) for change in compare(*made, TODAY)]


@pytest.mark.parametrize("kind", ["application/json", "application/vnd.a+json"])
def test_another_version_of_a_media_type_is_another_one(kind: str) -> None:
    found = _media_types_changed(f"{kind}; version=1", f"{kind}; version=2")
    assert sorted(found) == [("media-type-added", "info"), ("media-type-removed", "breaking")]


@pytest.mark.parametrize("said", ["text/plain; charset=utf-8", "text/plain"])
def test_the_bytes_of_a_media_type_are_a_detail(said: str) -> None:
    found = _media_types_changed(said, "text/plain; charset=utf-16")
    assert found == [("media-type-restated", "info")]


def test_what_is_not_there_is_not_null() -> None:
    old, new = (document(version="3.1.0", **_whole(**own)) for own in ({}, {"operationId": "a"}))
    (change,) = compare(old, new, TODAY)
    assert change.message == "GET /x: operationId changed from none to a"


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_a_change(change: tuple[dict[str, Any], dict[str, Any], str]) -> None:
    old, new = (document(version="3.2.0", **root) for root in change[:2])
    (found,) = compare(old, new, TODAY)
    assert (found.id, found.level) == (change[2], "breaking")


_LIMIT = {"name": "a", "in": "query", "description": "One.", "schema": {"type": "integer"}}
_PARTS = {
    "parameters": {"A": _LIMIT},
    "responses": {"A": {"description": "One."}},
    "requestBodies": {"A": {"description": "One.", "content": {}}},
    "headers": {"A": {"description": "One.", "schema": _TEXT}},
}


def _with_references(**own: Any) -> dict[str, Any]:
    """Each kind of a Reference Object, with keys next to it."""

    def to(kind: str) -> dict[str, Any]:
        return {"$ref": f"#/components/{kind}/A", **own}

    answers = {"200": to("responses"), "201": {"description": "", "headers": {"x": to("headers")}}}
    operation = _whole(
        parameters=[to("parameters")], requestBody=to("requestBodies"), responses=answers
    )
    return {**operation, "components": _PARTS}


def _changes(
    version: str, one: dict[str, Any], other: dict[str, Any]
) -> Iterator[list[tuple[str, str]]]:
    made = [document(version=version, **_with_references(**own)) for own in (one, other)]
    for old, new in (made, made[::-1]):
        yield [(change.id, change.level) for change in compare(old, new, TODAY)]


@pytest.mark.parametrize("own", [{"description": "Two."}, {"summary": "Two."}], ids=str)
def test_text_next_to_a_reference(own: dict[str, str]) -> None:
    for found in _changes("3.1.0", {}, own):
        assert found == [("description-changed", "info")] * 4
    for found in _changes("3.0.3", {}, own):
        assert found == []


def test_text_that_what_is_referred_to_has_as_well() -> None:
    for found in _changes("3.1.0", {}, {"description": "One."}):
        assert found == []


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_nothing_else_next_to_such_a_reference_counts(version: str) -> None:
    own = {"required": True, "schema": _TEXT, "content": {}, "headers": {}}
    for found in _changes(version, {}, own):
        assert found == []
