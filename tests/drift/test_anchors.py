"""References by name lead to what an anchor marks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.drift.anchors import with_pointers
from flaregen.drift.compare import compare

from .settings import around

TODAY = date(2026, 1, 1)


def tree(anchor: str, key: str, name: str, kind: str) -> Document:
    """A schema that refers to one of its definitions by name."""
    schema: dict[str, Any] = {
        "$defs": {
            "n": {anchor: "node", "type": kind},
            "o": {anchor: "other", "type": "boolean"},
        },
        "type": "object",
        "properties": {"field": {key: f"#{name}"}},
    }
    return around(schema, "request", openapi="3.1.0")


@pytest.mark.parametrize(
    ("anchor", "key"),
    [("$dynamicAnchor", "$dynamicRef"), ("$anchor", "$ref"), ("$dynamicAnchor", "$ref")],
)
def test_changes_behind_a_name_are_found(anchor: str, key: str) -> None:
    before = tree(anchor, key, "node", "string")
    for after in (tree(anchor, key, "node", "integer"), tree(anchor, key, "other", "string")):
        (change,) = compare(before, after, TODAY)
        assert (change.id, change.level) == ("type-changed", "breaking")


def test_a_name_that_nothing_has_stays() -> None:
    document = tree("$anchor", "$ref", "nowhere", "string")
    assert with_pointers(document).root == document.root


def test_a_document_without_anchors_is_the_same() -> None:
    document = around({"type": "string"}, "request")
    assert with_pointers(document) is document
