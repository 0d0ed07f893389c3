"""Schemas with what they refer to in place."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.openapi.inlining import inlined

TARGETS: dict[str, Any] = {
    "#/Text": {"type": "string"},
    "#/Alias": {"$ref": "#/Text", "title": "Alias"},
    "#/Chain": {"properties": {"next": {"$ref": "#/Chain"}}},
    "#/Never": False,
}
TEXT = TARGETS["#/Text"]


@pytest.mark.parametrize(
    ("schema", "whole"),
    [
        (True, True),
        ({"$ref": "#/Text"}, TEXT),
        ({"$ref": "#/Alias"}, {**TEXT, "title": "Alias"}),
        ({"$ref": "#/Alias", "title": "Mine"}, {**TEXT, "title": "Mine"}),
        ({"$ref": "#/Never", "title": "Mine"}, False),
        ({"$ref": "#/Chain"}, {"properties": {"next": {"again": "#/Chain"}}}),
        (
            {"items": {"$ref": "#/Text"}, "anyOf": [{"$ref": "#/Text"}, {}]},
            {"items": TEXT, "anyOf": [TEXT, {}]},
        ),
        # A property may have this name, and so may a member of a value.
        (
            {"properties": {"$ref": {"$ref": "#/Text"}}, "default": {"$ref": "#/Text"}},
            {"properties": {"$ref": TEXT}, "default": {"$ref": "#/Text"}},
        ),
    ],
)
def test_inlined(schema: Any, whole: Any) -> None:
    assert inlined(schema, TARGETS.__getitem__, lambda one: {"again": one}) == whole
