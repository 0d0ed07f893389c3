"""References by name lead to what an anchor marks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.drift.compare import compare
from flaregen.openapi.anchors import with_pointers
from tests.drift.settings import around
from tests.reading.documents import dig, document, ref

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


def _target(reference: str, **schemas: Any) -> Any:
    """What a reference from the component ``Subject`` is written as."""
    found = document(
        version="3.2.0",
        components={"schemas": {"Subject": {"$ref": reference}, **schemas}},
        **{"$self": "https://example.com/api/main.json"},
    )
    return dig(with_pointers(found).root, "components", "schemas", "Subject", "$ref")


@pytest.mark.parametrize(
    ("reference", "pointer"),
    [
        ("#/components/schemas/Thing", "#/components/schemas/Thing"),
        ("https://example.com/api/main.json#/components/schemas/Thing", None),
        ("main.json#/components/schemas/Thing", None),
        ("https://example.com/thing", None),
        ("../thing", None),
        ("../thing#/properties/a", "#/components/schemas/Thing/properties/a"),
        ("../thing#inner", "#/components/schemas/Thing/properties/a"),
        ("other.json#/components/schemas/Thing", "other.json#/components/schemas/Thing"),
        ("main.json#/components/schemas/Other", "main.json#/components/schemas/Other"),
    ],
)
def test_references_by_address(reference: str, pointer: str | None) -> None:
    inner = {"$anchor": "inner", "type": "string"}
    thing = {"$id": "https://example.com/thing", "properties": {"a": inner}}
    assert _target(reference, Thing=thing) == (pointer or "#/components/schemas/Thing")


def test_a_schema_with_an_address_is_the_root_of_its_pointers() -> None:
    own, kept = {"$ref": "#/$defs/own"}, ref("#/components/schemas/Other")
    thing = {
        "$id": "https://example.com/thing",
        "$defs": {"own": {"type": "string"}},
        "properties": {"own": own, "kept": kept},
    }
    schemas = {"Thing": thing, "Other": {"type": "string"}}
    root = with_pointers(document(version="3.1.0", components={"schemas": schemas})).root
    found = dig(root, "components", "schemas", "Thing", "properties")
    assert found == {"own": ref("#/components/schemas/Thing/$defs/own"), "kept": kept}


@pytest.mark.parametrize(
    "reference", ["http://[x", "http://[x#a", "#%zz", "#/%ff", "", "#", "##", "//[", "?#a"]
)
def test_what_cannot_be_an_address_stays(reference: str) -> None:
    schemas = {
        "Bad": {"$id": "http://[bad#a", "$ref": reference},
        "Good": {"$id": "https://e.com/1", "properties": {"a": {"$ref": reference or "//["}}},
    }
    found = document(version="3.1.0", components={"schemas": schemas})
    assert with_pointers(found).root.keys() == found.root.keys()
