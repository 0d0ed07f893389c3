"""Of several changes of one field, each has the level of what it means for Python."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.document import Document
from tests.client_drift.test_one_cause import answer, api, changes
from tests.support.openapi import json_body

_TEXT: dict[str, Any] = {"type": "string"}
_SIZES = {**_TEXT, "enum": ["small", "large"]}
_SHORT, _SHORTER = ({**_TEXT, "maxLength": most} for most in (10, 5))
_NULL = {"nullable": True}
_LIST = {"type": "array", "minItems": 1, "items": _TEXT}

EDITS: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "a value and a bound": (
        {**_SIZES, "maxLength": 10},
        {**_TEXT, "enum": ["small"], "maxLength": 5},
        "enum-value-removed:breaking max-length-lowered:none",
        "enum-value-removed:info max-length-lowered:none",
    ),
    "a value and a default": (
        {**_SIZES, "default": "small"},
        {**_TEXT, "enum": ["large"], "default": "large"},
        "enum-value-removed:breaking default-changed:none",
        "enum-value-removed:info default-changed:none",
    ),
    "a value for another": (
        _SIZES,
        {**_TEXT, "enum": ["small", "huge"]},
        "enum-value-removed:breaking enum-value-added:info",
        "enum-value-removed:info enum-value-added:breaking",
    ),
    "null and a bound": (
        _SHORT,
        {**_SHORTER, **_NULL},
        "became-nullable:info max-length-lowered:none",
        "became-nullable:none max-length-lowered:none",
    ),
    "null and a format": (
        {**_TEXT, "format": "uuid", **_NULL},
        {**_TEXT, "format": "uri"},
        "became-not-nullable:breaking format-changed:none",
        "became-not-nullable:none format-changed:none",
    ),
    "a type and null": (
        _TEXT,
        {"type": "integer", **_NULL},
        "type-changed:breaking became-nullable:none",
        "type-changed:breaking became-nullable:none",
    ),
    "a type and its end": (
        _TEXT,
        {"type": "integer", "deprecated": True},
        "type-changed:breaking deprecated:none",
        "type-changed:breaking deprecated:none",
    ),
    "items and how many": (
        _LIST,
        {**_LIST, "minItems": 2, "items": {"type": "integer"}},
        "type-changed:breaking min-items-raised:none",
        "type-changed:breaking min-items-raised:none",
    ),
}
"""A field before and after, and the levels in a request and in an answer."""

_PRESENCE = {
    (False, False): ("", ""),
    (False, True): ("property-became-required:breaking", "property-became-required:info"),
    (True, False): ("property-became-optional:info", "property-became-optional:breaking"),
}


def _document(schema: dict[str, Any], direction: str, *, required: bool) -> Document:
    properties = {"kind": schema, "name": _TEXT}
    needed = ["kind", "name"] if required else ["name"]
    body = {"type": "object", "properties": properties, "required": needed}
    if direction == "request":
        return api({"requestBody": {"required": True, **json_body(body)}})
    return api({"responses": answer(body)})


@pytest.mark.parametrize("presence", _PRESENCE, ids=str)
@pytest.mark.parametrize("direction", ["request", "response"])
@pytest.mark.parametrize("name", EDITS)
def test_each_has_its_own_level(name: str, direction: str, presence: tuple[bool, bool]) -> None:
    before, after, *levels = EDITS[name]
    number = 0 if direction == "request" else 1
    old, new = (
        _document(schema, direction, required=required)
        for schema, required in zip((before, after), presence, strict=True)
    )
    found = {f"{change.id}:{change.python}" for change in changes(old, new)}
    assert found == {*levels[number].split(), *_PRESENCE[presence][number].split()}
