"""Whom a change reaches, and how it says so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.drift.change import Change
from flaregen.drift.compare import compare
from flaregen.report.formats.wording import reached
from tests.support.openapi import json_body

from .settings import document

TODAY = date(2026, 1, 1)
USER: dict[str, Any] = {"type": "object", "properties": {"name": {"type": "string"}}}
STRICT = {**USER, "required": ["name"]}
REFERENCE = {"$ref": "#/components/schemas/User"}
IN_A_RESPONSE = {"$ref": "#/paths/~1team/get/responses/200/content/application~1json/schema"}


def sent_and_answered(user: Any) -> Document:
    """Operations that send a component, answer with it, and do both."""
    answer = {"200": {"description": "", **json_body(REFERENCE)}}
    sent = {"requestBody": json_body(REFERENCE), "responses": answer}
    paths = {"/team": {"get": {"responses": answer}}, "/users": {"post": sent}}
    return document({"openapi": "3.0.3", "paths": paths, "components": {"schemas": {"User": user}}})


def only(old: Document, new: Document) -> Change:
    (change,) = compare(old, new, TODAY)
    return change


def test_a_request_at_fault_is_named_without_what_is_answered() -> None:
    change = only(sent_and_answered(USER), sent_and_answered(STRICT))
    assert (change.level, change.direction) == ("breaking", "request")
    said = "POST /users (application/json); milder in GET /team (200, application/json)"
    assert reached(change) == said


def test_a_response_at_fault_is_named_without_what_is_sent() -> None:
    change = only(sent_and_answered(STRICT), sent_and_answered(USER))
    assert (change.level, change.direction) == ("breaking", "response")
    assert reached(change) == (
        "GET /team (200, application/json), POST /users (200, application/json)"
    )


def test_a_request_that_refers_to_a_response_is_named() -> None:
    def referring(schema: Any) -> Document:
        answer = {"200": {"description": "", **json_body(schema)}}
        sent = {"requestBody": json_body(IN_A_RESPONSE), "responses": {}}
        paths = {"/team": {"get": {"responses": answer}}, "/users": {"post": sent}}
        return document({"openapi": "3.0.3", "paths": paths})

    change = only(referring(USER), referring(STRICT))
    assert change.message == (
        "GET /team response 200 as application/json `name` became required, "
        "for the request of POST /users"
    )
    assert [one.path for one in change.operations if not one.milder] == ["/users"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "/orders query parameter `q` removed"),
        (
            [{"name": "q", "in": "query", "schema": {"type": "integer"}}],
            "/orders query parameter `q`: type narrowed from string to integer",
        ),
    ],
)
def test_a_parameter_of_a_path_is_named(asked: list[Any], said: str) -> None:
    def orders(parameters: list[Any]) -> Document:
        item = {"parameters": parameters, "get": {"responses": {}}}
        return document({"openapi": "3.0.3", "paths": {"/orders": item}})

    change = only(
        orders([{"name": "q", "in": "query", "schema": {"type": "string"}}]), orders(asked)
    )
    assert change.message == said


def in_order(path: str) -> Document:
    """An operation whose parameters are of two types."""
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": kind}}
        for name, kind in (("a", "string"), ("b", "integer"))
    ]
    item = {"get": {"parameters": parameters, "responses": {}}}
    return document({"openapi": "3.0.3", "paths": {path: item}})


@pytest.mark.parametrize(
    ("old", "new"), [("/x/{a}/{b}", "/x/{b}/{a}"), ("/x/{a}/y/{b}", "/x/{b}/y/{a}")]
)
def test_parameters_of_a_path_that_change_places_send_other_requests(old: str, new: str) -> None:
    change = only(in_order(old), in_order(new))
    assert (change.id, change.level) == ("path-parameters-reordered", "breaking")
    assert change.message == f"{new}: path parameters are in another order: b, a instead of a, b"


def test_what_a_document_no_longer_has_is_at_the_place_where_it_was() -> None:
    open_: Any = {"get": {"responses": {}}}
    key: Any = [{"key": []}]
    own = {"get": {"responses": {}, "security": key}}
    root: dict[str, Any] = {"openapi": "3.0.3", "security": key}
    old = document({**root, "paths": {"/a": open_, "/b": open_}})
    new = document({"openapi": "3.0.3", "paths": {"/a": own, "/b": open_}})
    change = only(old, new)
    assert (str(change.old_pointer), change.new_pointer) == ("/security", None)
    assert reached(change) == "GET /b"
    back = only(new, old)
    assert (back.level, back.old_pointer) == ("breaking", None)
    assert str(back.new_pointer) == "/security"


def test_a_server_that_is_gone_is_at_the_place_where_it_was() -> None:
    old = document({"openapi": "3.0.3", "paths": {}, "servers": [{"url": "https://a.example"}]})
    change = only(old, document({"openapi": "3.0.3", "paths": {}}))
    assert (str(change.old_pointer), change.new_pointer) == ("/servers/0", None)
