"""The path that a pull gives a model: its operation, its contents, and what is known of it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.names.documents import TEXT, WHOLE, obj

from flaregen.live.service import ListedModel, ModelSchemas
from flaregen.upstream.model_paths import (
    Template,
    contents,
    is_name,
    is_unlisted,
    new_operation,
    unlisted,
    with_facts,
    with_schemas,
)

_MODEL = {"name": "model_name", "in": "path"}
_ACCOUNT = {"name": "account_id", "in": "path"}
_ANSWER = {"description": "An answer."}
_OPERATION: Any = {
    "operationId": "run-model",
    "tags": ["AI"],
    "parameters": [_ACCOUNT, _MODEL],
    "responses": {"200": _ANSWER, "202": {"description": "Later."}, "4XX": {"description": "No."}},
}
_BINARY = {"type": "string", "format": "binary"}


def _template(**more: Any) -> Template:
    operation = {**_OPERATION, **more}
    return Template(
        "/run/{model_name}", "post", operation, ("Text To Image",), "result", "gone", "3.1"
    )


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("@cf/a/b-1.5_x", True),
        ("a", True),
        ("a//b", False),
        ("/a", False),
        ("a/../b", False),
        ("./a", False),
        ("a b", False),
        ("é", False),
        ("", False),
    ],
)
def test_names_that_are_a_part_of_a_path(name: str, fits: bool) -> None:
    assert is_name(name) is fits


def test_an_operation_of_a_model() -> None:
    made = new_operation(ListedModel("@cf/a/B-1.5", "text-to-image"), _template())
    assert made == {
        "operationId": "run-model-cf-a-b-1-5",
        "summary": "Run @cf/a/B-1.5.",
        "tags": ["AI Text To Image"],
        "parameters": [_ACCOUNT],
        "responses": _OPERATION["responses"],
    }


def test_an_operation_without_what_the_template_does_not_have() -> None:
    template = Template("/run/{model}", "post", {"security": []}, (), "result", "gone", "3.1")
    assert new_operation(ListedModel("a", "Other"), template) == {
        "operationId": "run-a",
        "summary": "Run a.",
        "tags": ["Other"],
        "parameters": [],
        "responses": {},
        "security": [],
    }


@pytest.mark.parametrize(
    ("known", "properties", "made"),
    [
        ({}, {}, {"x-model": {"task": "Text"}}),
        ({}, {"beta": True}, {"x-model": {"task": "Text", "beta": True}}),
        (
            {},
            {"gone": "2026-01-01"},
            {"deprecated": True, "x-model": {"task": "Text", "gone": "2026-01-01"}},
        ),
        (
            {"deprecated": True, "x-model": {"task": "Old", "gone": "2025-01-01", "listed": False}},
            {},
            {"x-model": {"task": "Old"}},
        ),
    ],
)
def test_what_is_known_of_a_model(known: Any, properties: Any, made: Any) -> None:
    assert with_facts(known, ListedModel("a", "Text", properties), _template()) == made


def test_a_model_that_is_not_listed_says_so() -> None:
    made: Any = unlisted({"x-model": {"task": "Text"}, "summary": "S"})
    assert made == {"summary": "S", "x-model": {"task": "Text", "listed": False}}
    assert is_unlisted(made["x-model"])
    assert not is_unlisted({"task": "Text", "listed": True})


_FILE = {"schema": _BINARY}


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        (TEXT, {"application/json": {"schema": TEXT}}),
        ({"oneOf": [TEXT, WHOLE]}, {"application/json": {"schema": {"oneOf": [TEXT, WHOLE]}}}),
        (_BINARY, {"application/octet-stream": _FILE}),
        ({**TEXT, "contentType": "Image/PNG"}, {"image/png": _FILE}),
        ({**TEXT, "x-contentType": "text/event-stream"}, {"text/event-stream": {}}),
        (
            {"oneOf": [TEXT, {**TEXT, "contentType": "text/event-stream"}]},
            {"application/json": {"schema": TEXT}, "text/event-stream": {"schema": TEXT}},
        ),
        (
            {"oneOf": [TEXT, {**TEXT, "contentType": "text/event-stream"}, WHOLE]},
            {
                "application/json": {"schema": {"oneOf": [TEXT, WHOLE]}},
                "text/event-stream": {},
            },
        ),
        (
            {"anyOf": [_BINARY, TEXT, WHOLE]},
            {
                "application/octet-stream": _FILE,
                "application/json": {"schema": {"anyOf": [TEXT, WHOLE]}},
            },
        ),
    ],
)
def test_the_media_types_of_a_schema(schema: Any, found: Any) -> None:
    made = contents(schema)
    assert made == found
    assert list(made) == list(found)


def test_the_envelope_of_an_answer_stays() -> None:
    inside = {"type": "object", "properties": {"result": {}, "errors": WHOLE}}
    for around, expected in (
        (inside, {**inside, "properties": {"result": TEXT, "errors": WHOLE}}),
        (
            {"allOf": [{"title": "A"}, inside]},
            {
                "allOf": [
                    {"title": "A"},
                    {**inside, "properties": {"result": TEXT, "errors": WHOLE}},
                ]
            },
        ),
        (
            {},
            {"type": "object", "properties": {"result": TEXT, "success": {"type": "boolean"}}},
        ),
    ):
        answer = {**_ANSWER, "content": {"application/json": {"schema": around}}}
        operation: Any = {"responses": {"200": answer, "204": _ANSWER, "4XX": _ANSWER}}
        made = with_schemas(operation, ModelSchemas("a", None, TEXT), _template())
        content = {"application/json": {"schema": expected}}
        assert made == {"responses": {"200": {**_ANSWER, "content": content}, "4XX": _ANSWER}}


def test_what_a_model_takes_and_streams() -> None:
    sent = obj(stream={"type": "boolean"})
    made: Any = with_schemas({}, ModelSchemas("a", sent, TEXT), _template())
    assert made["requestBody"] == {
        "required": True,
        "content": {"application/json": {"schema": sent}},
    }
    answer = made["responses"]["200"]
    assert answer["description"] == "What the model answers."
    assert answer["content"]["text/event-stream"] == {"schema": TEXT}


def test_examples_stay_where_their_media_type_does() -> None:
    kept = {"example": "a", "examples": {"one": {"value": "b"}}}
    given = {"application/json": {**kept, "schema": WHOLE}, "text/plain": kept}
    operation: Any = {"requestBody": {"content": given}}
    made: Any = with_schemas(operation, ModelSchemas("a", TEXT, None), _template())
    assert made == {"requestBody": {"content": {"application/json": {"schema": TEXT, **kept}}}}
