"""Where a document says what a model takes and answers, in the model's own path."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.live.lookups import Model, by_path
from flaregen.pointer import Pointer
from tests.names.documents import TEXT, document, named, obj, operation
from tests.support.openapi import json_body, ref

RUN = "POST /run/{model_name}"
OWN = "POST /run/acme"
BODY = Pointer(("paths", "/run/acme", "post", "requestBody", "content", "application/json"))
ANSWER = Pointer(("paths", "/run/acme", "post", "responses", "200", "content", "application/json"))
WORD = obj(said=TEXT)
PARTS = {"allOf": [obj(success={"type": "boolean"}), obj(result=ref("Word"))]}


def _found(body: Any, answer: Any, direction: Any) -> tuple[Any, str] | None:
    """The schema with what it refers to in place, and where the document has it."""
    answered = {"200": {"description": "", **json_body(answer)}}
    own = {"requestBody": json_body(body), "responses": answered}
    components = {"Word": WORD, "Chain": obj(word=ref("Word"), next=ref("Chain"))}
    whole = document({RUN: operation(obj(a=TEXT), obj(b=TEXT)), OWN: own}, **components)
    (run,) = (one for one in named(whole) if one.operation.path == RUN.partition(" ")[2])
    located = by_path("result")(whole, Model("acme", run, None), direction)
    if located is None:
        return None
    return located.schema.value, str(located.at)


@pytest.mark.parametrize(
    ("body", "schema"),
    [
        (WORD, WORD),
        (obj(word=ref("Word")), obj(word=WORD)),
        (obj(word={**ref("Word"), "title": "Mine"}), obj(word={**WORD, "title": "Mine"})),
        (obj(chain=ref("Chain")), obj(chain=obj(word=WORD, next={}))),
    ],
)
def test_what_a_model_takes(body: Any, schema: Any) -> None:
    assert _found(body, obj(result=WORD), "request") == (schema, f"{BODY}/schema")


def test_a_body_of_a_component_is_there() -> None:
    assert _found(ref("Word"), obj(result=WORD), "request") == (WORD, "/components/schemas/Word")


@pytest.mark.parametrize(
    ("answer", "at"),
    [
        (obj(result=WORD), "/schema/properties/result"),
        (obj(result=ref("Word")), "/schema/properties/result"),
        (PARTS, "/schema/allOf/1/properties/result"),
        ({"allOf": [PARTS]}, "/schema/allOf/0/allOf/1/properties/result"),
    ],
)
def test_what_a_model_answers(answer: Any, at: str) -> None:
    assert _found(WORD, answer, "response") == (WORD, f"{ANSWER}{at}")


def test_an_answer_without_an_envelope_is_nowhere() -> None:
    assert _found(WORD, obj(other=WORD), "response") is None
