"""Which part of a document a pointer leads to."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.openapi.anatomy import parts_at, with_subschemas
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
