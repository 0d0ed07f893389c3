"""Literal paths that are instances of a templated one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.pointer import Pointer
from flaregen.reading.load import load
from flaregen.selecting.refinements import Content, ExampleValue, Refinement, alike, refinements

RUN = "/accounts/{account_id}/run/{model_name}"
SCHEMAS = "/components/schemas/"


def content(name: str, **beside: Any) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#{SCHEMAS}{name}"}, **beside}}


def operation(**members: Any) -> dict[str, Any]:
    return {"post": {"responses": {"200": {"description": "d"}}, **members}}


@pytest.fixture
def document(tmp_path: Path) -> Any:
    """A function from paths to a document that has them, and some components."""

    def make(**paths: Any) -> Document:
        components = {
            "schemas": {
                "echo": {"type": "object", "properties": {"say": {"type": "string"}}},
                "same": {"type": "object", "properties": {"say": {"type": "string"}}},
                "other": {"$ref": f"#{SCHEMAS}last"},
                "last": {"type": "integer"},
            },
            "requestBodies": {"echo": {"content": content("echo")}},
            "parameters": {"limit": {"name": "limit", "in": "query", "schema": {}}},
        }
        root = {
            "openapi": "3.0.3",
            "info": {"title": "t", "version": "1"},
            "paths": {RUN: operation(), **paths},
            "components": components,
        }
        (tmp_path / "spec.json").write_text(json.dumps(root))
        return load(str(tmp_path / "spec.json"))

    return make


def found(document: Document, path: str = RUN, slashed: str = "model_name") -> list[Refinement]:
    return [*refinements(document, path, "post", (slashed,))]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("/accounts/{account_id}/run/echo", "echo"),
        ("/accounts/{id}/run/@cf/maker/echo-1.2", "@cf/maker/echo-1.2"),
    ],
)
def test_an_instance(document: Any, path: str, value: str) -> None:
    (one,) = found(document(**{path: operation()}))
    assert (one.value, one.pointer) == (value, Pointer(("paths", path, "post")))


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/{account_id}/run",
        "/accounts/{account_id}/walk/echo",
        "/accounts/{account_id}/run/{other}/log",
        "/accounts/me/run/echo",
        "/more/accounts/{account_id}/run/echo",
    ],
)
def test_no_instance(document: Any, path: str) -> None:
    assert found(document(**{path: operation()})) == []


def test_slashes_are_for_parameters_that_may_hold_them(document: Any) -> None:
    whole = document(
        **{f"{RUN[:-12]}a/b": operation(), f"{RUN[:-12]}a": operation()},
    )
    assert [one.value for one in found(whole)] == ["a/b", "a"]
    assert [one.value for one in found(whole, slashed="account_id")] == ["a"]


def test_another_method_and_no_parameter(document: Any) -> None:
    whole = document(**{"/accounts/{account_id}/run/echo": {"get": operation()["post"]}})
    assert found(whole) == []
    assert found(whole, "/accounts") == []


def test_what_an_instance_says(document: Any) -> None:
    facts = {"price": [{"unit": "call", "price": 2}], "context_window": 8}
    examples = {"one": {"value": {"say": "hello"}}, "file": {"externalValue": "a/photo.jpg"}}
    said = operation(
        deprecated=True,
        parameters=[
            {"name": "account_id", "in": "path", "required": True, "schema": {}},
            {"$ref": "#/components/parameters/limit"},
        ],
        requestBody={"content": content("echo", examples=examples)},
        responses={
            "201": {"description": "d", "content": content("other")},
            "400": {"description": "d", "content": content("echo")},
        },
    )
    said["post"]["x-model"] = facts
    (one,) = found(document(**{"/accounts/{account_id}/run/echo": said}))
    assert (one.deprecated, dict(one.facts)) == (True, facts)
    assert one.query == (Pointer(("components", "parameters", "limit")),)
    shown = (ExampleValue({"say": "hello"}), ExampleValue(file="photo.jpg"))
    echo, last = (Pointer(("components", "schemas", name)) for name in ("echo", "last"))
    assert one.bodies == (Content("application/json", echo, shown),)
    assert one.answers == (Content("application/json", last, ()),)
    with pytest.raises(TypeError):
        one.facts["price"] = 3  # type: ignore[index]  # that it cannot be set is the point


def test_an_instance_that_says_nothing(document: Any) -> None:
    (one,) = found(document(**{"/accounts/{account_id}/run/echo": operation()}))
    assert one == Refinement("echo", one.pointer, False, (), (), (), {})


def test_those_that_take_and_answer_the_same_are_together(document: Any) -> None:
    run = "/accounts/{account_id}/run/"
    body = {"requestBody": {"content": content("echo")}}
    whole = document(
        **{
            f"{run}a": operation(**body),
            f"{run}b": operation(requestBody={"content": content("other")}),
            f"{run}c": operation(requestBody={"$ref": "#/components/requestBodies/echo"}),
            f"{run}d": operation(requestBody={"content": content("same")}),
            f"{run}e": operation(**body, parameters=[{"name": "q", "in": "query", "schema": {}}]),
            f"{run}f": operation(
                **body, responses={"200": {"description": "d", "content": content("echo")}}
            ),
        }
    )
    groups = alike(whole, found(whole))
    assert [[one.value for one in group] for group in groups] == [
        ["a", "c", "d"],
        ["b"],
        ["e"],
        ["f"],
    ]


def test_an_instance_whose_reference_leads_nowhere_is_left_out(document: Any) -> None:
    broken = operation(requestBody={"content": content("missing")})
    run = "/accounts/{account_id}/run/"
    whole = document(**{f"{run}broken": broken, f"{run}echo": operation()})
    assert [one.value for one in found(whole)] == ["echo"]
