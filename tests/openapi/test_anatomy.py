"""Which part of a document a pointer leads to."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.openapi.anatomy import parts_at, walk, whole, with_subschemas
from flaregen.pointer import Pointer

ROOT: Any = {
    "paths": {
        "/a": {
            "parameters": [{"name": "p"}, {"name": "q"}, "text"],
            "get": {"responses": {"200": {"description": "OK"}}},
        }
    },
    "components": {"schemas": {"S": {"properties": {"example": {"type": "string"}}}}},
}


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        ((), [((), "document")]),
        (("paths",), [(("paths", "/a"), "path item")]),
        (("paths", "/a", "get"), [(("paths", "/a", "get"), "operation")]),
        (
            ("paths", "/a", "parameters"),
            [
                (("paths", "/a", "parameters", "0"), "parameter"),
                (("paths", "/a", "parameters", "1"), "parameter"),
            ],
        ),
        (
            ("components", "schemas", "S", "properties", "example"),
            [(("components", "schemas", "S", "properties", "example"), "schema")],
        ),
        (("paths", "/a", "parameters", "2"), []),
        (("paths", "/a", "parameters", "7"), []),
        (("paths", "/a", "post"), []),
        (("paths", "/a", "x-note"), []),
        (("nowhere", "at", "all"), []),
    ],
)
def test_parts_at(tokens: tuple[str, ...], found: list[tuple[tuple[str, ...], str]]) -> None:
    parts = parts_at(ROOT, Pointer(tokens))
    assert [(part.tokens, part.kind) for part in parts] == found
    assert isinstance(parts, tuple)


def test_all_parts_below_a_part_are_walked() -> None:
    one = {"description": "A."}
    content: Any = {
        "application/json": {
            "schema": {"properties": {"a": {"items": one}}, "x-note": {"schema": one}},
            "itemSchema": one,
            "examples": {"e": {"value": {"schema": one}}},
            "encoding": {"a": {"headers": {"h": {"schema": one}}}},
            "itemEncoding": {"headers": {"h": one}},
            "prefixEncoding": [one],
        }
    }
    response: Any = {"content": content, "headers": {"h": one}, "links": {"l": one}}
    operation: Any = {
        "parameters": [{"schema": one, "examples": {"e": one}}],
        "requestBody": {"content": {"a/b": {}}},
        "responses": {"200": response},
        "callbacks": {"c": {"{$url}": {"post": {"requestBody": one}}}},
    }
    root: Any = {"paths": {"/a": {"get": operation}}, "webhooks": {"w": {"put": one}}}
    assert [(part.kind, part.tokens[-1]) for part in walk(whole(root)) if part.tokens] == [
        ("path item", "/a"),
        ("operation", "get"),
        ("parameter", "0"),
        ("schema", "schema"),
        ("example", "e"),
        ("request body", "requestBody"),
        ("media type", "a/b"),
        ("response", "200"),
        ("media type", "application/json"),
        ("schema", "schema"),
        ("schema", "a"),
        ("schema", "items"),
        ("schema", "itemSchema"),
        ("example", "e"),
        ("encoding", "a"),
        ("header", "h"),
        ("schema", "schema"),
        ("encoding", "itemEncoding"),
        ("header", "h"),
        ("encoding", "0"),
        ("header", "h"),
        ("link", "l"),
        ("callback", "c"),
        ("path item", "{$url}"),
        ("operation", "post"),
        ("request body", "requestBody"),
        ("path item", "w"),
        ("operation", "put"),
    ]


def test_every_schema_one_level_down_is_edited() -> None:
    """Of values that are no schemas, nothing is."""
    inner = {"items": {"type": "string"}}
    given: dict[str, Any] = {
        "type": "object",
        "properties": {"items": inner, "b": True},
        "allOf": [inner, False],
        "items": [inner],
        "not": inner,
        "additionalProperties": False,
        "default": {"items": inner},
    }
    found = with_subschemas(given, lambda one: {"was": one})
    was = {"was": inner}
    assert found == {
        "type": "object",
        "properties": {"items": was, "b": {"was": True}},
        "allOf": [was, {"was": False}],
        "items": [was],
        "not": was,
        "additionalProperties": {"was": False},
        "default": {"items": inner},
    }
