"""Validating: what is found where, in whole documents and in selections."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.document import Document
from flaregen.reading.load import parse
from flaregen.reading.sources import make_source
from flaregen.selecting.select import select
from flaregen.validating.validate import validate
from tests.reading.documents import document, operation, parameter, ref


def _reported(found: Document, whole: Document | None = None) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.pointer)) for finding in validate(found, whole)]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_sound_document(version: str) -> None:
    found = document(
        {
            "/a/{id}": {
                "parameters": [ref("#/components/parameters/Id")],
                "get": operation(ref("#/components/schemas/Tree"), operationId="a"),
            }
        },
        version=version,
        components={
            "parameters": {"Id": parameter("id")},
            "schemas": {
                "Tree": {
                    "properties": {
                        "below": {"type": "array", "items": ref("#/components/schemas/Tree")}
                    }
                }
            },
        },
    )
    assert _reported(found) == []


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
@pytest.mark.parametrize("place", ["inline", "shared"])
def test_an_error_in_the_body_of_a_request(version: str, place: str) -> None:
    body = {"content": {"application/json": {"schema": {"type": "string", "format": 3}}}}
    shared = {"requestBodies": {"B": body}}
    asked = body if place == "inline" else ref("#/components/requestBodies/B")
    post = {**operation({"type": "string"}), "requestBody": asked}
    found = document({"/a": {"post": post}}, version=version, components=shared)
    (first, *_) = reported = _reported(found)
    assert first[0] == "wrong-type"
    assert first[1].endswith("/content/application~1json/schema/format")
    assert len(reported) == (2 if place == "inline" else 1)


def _with_schema(schema: Any, version: str) -> list[tuple[str, str]]:
    return _reported(document(components={"schemas": {"S": schema}}, version=version))


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_an_error_is_placed_in_the_schema_that_has_it(version: str) -> None:
    schema = {
        "type": "object",
        "properties": {
            "a": {"type": "nothing"},
            "b": {"items": {"minimum": "1"}},
            "c": {"allOf": [{"type": "object"}, {"maxLength": -1}]},
            "d": 5,
        },
    }
    assert _with_schema(schema, version) == [
        ("wrong-value", "/components/schemas/S/properties/a/type"),
        ("wrong-type", "/components/schemas/S/properties/b/items/minimum"),
        ("wrong-minimum", "/components/schemas/S/properties/c/allOf/1/maxLength"),
        ("wrong-type", "/components/schemas/S/properties/d"),
    ]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_default_that_does_not_fit(version: str) -> None:
    schema = {
        "allOf": [{"type": "object", "properties": {"n": {"type": "integer"}}}],
        "default": {"n": "x"},
    }
    assert _with_schema(schema, version) == [("bad-default", "/components/schemas/S/default/n")]


def test_a_place_behind_a_reference_is_that_of_the_target() -> None:
    found = document(
        {"/a": {"get": operation(ref("#/components/schemas/S"))}},
        components={"schemas": {"S": {"allOf": [{"type": "integer"}], "default": "x"}}},
    )
    assert _reported(found) == [("bad-default", "/components/schemas/S/default")]


def test_what_is_wrong_with_a_reference_is_placed_at_it() -> None:
    below = "#/components/schemas/S/properties"
    members = {"{a}": ref("#/components/schemas/Target"), "b": ref(f"{below}/{{a}}")}
    schemas = {"S": {"properties": members}, "Target": {"type": "object"}}
    found = document(components={"schemas": schemas}, version="3.1.0")
    assert _reported(found) == [("wrong-format", "/components/schemas/S/properties/b/$ref")]


def test_rules_that_no_schema_expresses() -> None:
    twice = [parameter("id"), parameter("id", schema={"type": "integer"})]
    found = document(
        {
            "/a/{id}": {"get": operation(operationId="same", parameters=twice)},
            "/b/{missing}": {
                "get": operation(operationId="same", parameters=[parameter("surplus")])
            },
        },
        tags=[{"name": "t"}, {"name": "t", "description": "again"}],
    )
    assert sorted(_reported(found)) == [
        ("duplicate-operation-id", "/paths/~1b~1{missing}/get/operationId"),
        ("duplicate-parameter", "/paths/~1a~1{id}/get/parameters"),
        ("duplicate-tag", "/tags"),
        ("path-parameter", "/paths/~1b~1{missing}/get"),
        ("path-parameter", "/paths/~1b~1{missing}/get"),
    ]


def test_a_bad_reference_hides_nothing_and_breeds_nothing() -> None:
    found = document(
        {
            "/a/{x}/{y}": {
                "parameters": [ref("#/components/parameters/X"), ref("#/components/parameters/Y")],
                "get": operation({"type": "nothing"}),
                "put": {"responses": {"200": ref("#/components/responses/R")}},
            }
        },
        components={"schemas": {"S": ref("other.json"), "T": {"properties": {"a": ref("#/no")}}}},
    )
    assert _reported(found) == [
        ("dangling-reference", "/paths/~1a~1{x}~1{y}/parameters/0/$ref"),
        ("dangling-reference", "/paths/~1a~1{x}~1{y}/parameters/1/$ref"),
        (
            "wrong-value",
            "/paths/~1a~1{x}~1{y}/get/responses/200/content/application~1json/schema/type",
        ),
        ("dangling-reference", "/paths/~1a~1{x}~1{y}/put/responses/200/$ref"),
        ("remote-reference", "/components/schemas/S/$ref"),
        ("dangling-reference", "/components/schemas/T/properties/a/$ref"),
    ]


def test_no_reference_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr("socket.create_connection", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)
    found = document(
        {"/a": {"get": operation(ref("https://example.com/schema.json"))}},
        components={"schemas": {"A": ref("file:///etc/passwd"), "B": {"$ref": "http://x/#/y"}}},
    )
    assert [code for code, _ in _reported(found)] == ["remote-reference"] * 3


def test_findings_come_in_the_order_of_the_text() -> None:
    text = b"""
openapi: 3.0.3
components: {schemas: {S: {type: nothing}}}
paths:
  /a: {get: {responses: {200: {$ref: "#/no"}}}}
info: {title: 5, version: "1"}
"""
    found = parse(make_source("spec.yaml", text))
    assert [code for code, _ in _reported(found)] == [
        "wrong-value",
        "dangling-reference",
        "wrong-type",
    ]


def test_a_selection_is_judged_by_what_was_chosen() -> None:
    whole = document(
        {
            "/a": {"get": operation(ref("#/paths/~1b/get/responses/200/content"), operationId="a")},
            "/b": {"get": operation({"type": "nothing"}, operationId="b", parameters="none")},
            "/c": {"get": operation({"type": "nothing"})},
        }
    )
    assert len(_reported(whole)) == 4
    assert _reported(select(whole, ["a"])) == [
        ("wrong-reference", "/paths/~1a/get/responses/200/content/application~1json/schema/$ref")
    ]
    sound = document(
        {
            "/a": {
                "get": operation(
                    ref("#/paths/~1b/get/responses/200/content/application~1json/schema"),
                    operationId="a",
                )
            },
            "/b": {"get": operation({"type": "string"}, summary=5)},
        }
    )
    assert _reported(select(sound, ["a"])) == []
    assert _reported(sound) == [("wrong-type", "/paths/~1b/get/summary")]


def test_the_whole_document_has_more_to_suggest() -> None:
    whole = document(
        {"/a": {"get": operation(ref("#/components/schemas/Thin"), operationId="a")}},
        components={"schemas": {"Thing": {}}},
    )
    (finding,) = validate(select(whole, ["a"]), whole)
    assert "#/components/schemas/Thing" in finding.help


def test_what_the_validator_stumbles_over_is_an_error_all_the_same() -> None:
    found = document({"/a": {"get": {"parameters": [5, {"in": "path"}], "responses": "none"}}})
    assert {code for code, _ in _reported(found)} == {"wrong-type", "missing-key"}


def test_a_list_of_lists_of_itself_is_no_problem() -> None:
    endless = {"type": "array", "items": ref("#/components/schemas/L")}
    found = document(
        components={"schemas": {"L": endless, "S": {"allOf": [ref("#/components/schemas/L")]}}}
    )
    assert validate(found) == ()


def test_a_default_with_endlessly_many_ways_to_fit_is_only_warned_of() -> None:
    doubled = {
        f"A{index}": {
            "oneOf": [
                {"properties": {"a": ref(f"#/components/schemas/A{index + 1}")}, "minLength": n}
                for n in (1, 2)
            ]
        }
        for index in range(12)
    }
    default: Any = {}
    for _ in range(12):
        default = {"a": default}
    schemas = {**doubled, "A12": {"type": "string"}, "S": {**doubled["A0"], "default": default}}
    findings = validate(document(components={"schemas": schemas}))
    assert [(finding.severity, finding.code) for finding in findings] == [("warning", "unchecked")]


@pytest.mark.parametrize(
    ("pattern", "default", "codes"),
    [
        ("^[a-z]+$", "Z", ["bad-default"]),
        ("(a+)+$", "a" * 60 + "b", []),
        ("a*a*a*a*$", "a" * 900 + "b", []),
        ("^a*$", "a" * 1001 + "b", []),
    ],
)
def test_a_pattern_that_may_take_for_ever_is_not_tried(
    pattern: str, default: str, codes: list[str]
) -> None:
    schema = {"type": "string", "pattern": pattern, "default": default}
    findings = validate(document(components={"schemas": {"S": schema}}))
    assert [finding.code for finding in findings] == codes
