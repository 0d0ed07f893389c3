"""Words for what a value is."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.names.labels import kind
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from tests.names.documents import TEXT, WHOLE, document, items, obj


@pytest.mark.parametrize(
    ("schema", "word"),
    [
        (TEXT, "string"),
        (WHOLE, "integer"),
        ({"enum": ["a", "b"]}, "a"),
        ({**TEXT, "format": "binary"}, "bytes"),
        (items(TEXT), "string list"),
        (items(items({})), "any list list"),
        ({"type": "object", "additionalProperties": TEXT}, "map"),
        ({"type": "null"}, "null"),
        (obj(a=TEXT), "object"),
        ({"oneOf": [TEXT, obj(a=TEXT), obj(b=TEXT)]}, "string or object"),
        ({}, "any"),
    ],
)
def test_kinds(schema: Any, word: str) -> None:
    whole = document({}, Subject=schema)
    assert kind(interpret(whole, Pointer(("components", "schemas", "Subject")), "request")) == word
