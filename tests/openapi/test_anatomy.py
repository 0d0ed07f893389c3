"""Which part of a document a pointer leads to."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.openapi.anatomy import parts_at
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
