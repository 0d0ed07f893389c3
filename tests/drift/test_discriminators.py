"""What the values of a discriminator select, before and after."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.drift.compare import compare
from tests.drift.settings import around
from tests.support.openapi import ref

_KINDS = {
    name: {"type": "object", "properties": {"kind": {"type": "string"}, own: {"type": "string"}}}
    for name, own in (("Cat", "claws"), ("Dog", "bark"))
}


def _union(**mapping: str) -> dict[str, Any]:
    targets = {value: f"#/components/schemas/{name}" for value, name in mapping.items()}
    selected = {"propertyName": "kind", **({"mapping": targets} if targets else {})}
    return {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": selected}


def _changes(old: Any, new: Any) -> list[tuple[str, str, str]]:
    before, after = (around(one, "request", components={"schemas": _KINDS}) for one in (old, new))
    found = compare(before, after, date(2026, 1, 1))
    return [(change.level, change.id, change.name) for change in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # A mapping says in other words what the name of a component had said.
        ({}, {"dog": "Dog"}, [("info", "discriminator-value-added", "dog")]),
        ({"dog": "Dog"}, {}, [("breaking", "discriminator-value-removed", "dog")]),
        ({}, {"Dog": "Dog"}, []),
        ({"cat": "Cat"}, {"cat": "Dog"}, [("breaking", "discriminator-value-changed", "cat")]),
    ],
    ids=str,
)
def test_one_edit_of_a_mapping_is_one_change(
    old: dict[str, str], new: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    assert _changes(_union(**old), _union(**new)) == expected


def test_an_object_with_a_discriminator() -> None:
    old, new = (
        _KINDS["Dog"] | {"discriminator": {"propertyName": one}} for one in ("kind", "bark")
    )
    assert _changes(old, new) == [("info", "discriminator-changed", "")]


def test_what_any_other_value_selects() -> None:
    cat, dog = (
        {**_union(), "discriminator": {"propertyName": "kind", "defaultMapping": name}}
        for name in ("Cat", "Dog")
    )
    other = "(any other)"
    assert _changes(cat, dog) == [("breaking", "discriminator-value-changed", other)]
    assert _changes(_union(), dog) == [("info", "discriminator-value-added", other)]
    assert _changes(dog, _union()) == [("breaking", "discriminator-value-removed", other)]


_PET = {"type": "object", "discriminator": {"propertyName": "kind"}}
_CLAWS = {"properties": {"claws": {"type": "string"}}}
_CAT, _NEW_CAT = (
    {"allOf": [ref("Pet"), one]} for one in (_CLAWS, _CLAWS | {"required": ["claws"]})
)
_FAMILY = {"Pet": _PET, "Dog": {"allOf": [ref("Pet"), {"minProperties": 1}]}, "Alias": ref("Pet")}


@pytest.mark.parametrize(
    ("schema", "edited", "is_met"),
    [
        (ref("Pet"), {}, True),
        (ref("Alias"), {}, True),
        ({"allOf": [ref("Pet")], "title": "One"}, {}, True),
        ({"type": "array", "items": ref("Pet")}, {}, True),
        ({"type": "array", "items": ref("Pet")}, {"maxItems": 3}, True),
        (ref("Cat"), {}, True),
        # What holds the base, too, is no value of the heir.
        (ref("Dog"), {}, False),
        ({"allOf": [ref("Pet"), {"minProperties": 1}]}, {}, False),
        ({"allOf": [ref("Pet"), {"minProperties": 1}]}, {"title": "One"}, False),
    ],
    ids=str,
)
def test_a_change_of_an_heir_reaches_who_refers_to_its_base(
    schema: dict[str, Any], edited: dict[str, Any], is_met: bool
) -> None:
    old, new = (
        around(one, "request", components={"schemas": {**_FAMILY, "Cat": cat}})
        for one, cat in ((schema, _CAT), ({**schema, **edited}, _NEW_CAT))
    )
    rule = "property-became-required"
    (change,) = (one for one in compare(old, new, date(2026, 1, 1)) if one.id == rule)
    assert str(change.new_pointer) == "/components/schemas/Cat/allOf/1/properties/claws"
    assert (change.level, len(change.operations)) == (("breaking", 1) if is_met else ("info", 0))


def test_a_change_of_what_an_heir_of_an_heir_refers_to_reaches_who_refers_to_the_base() -> None:
    kit = {"allOf": [ref("Cat"), {"properties": {"name": ref("Name")}}]}
    names = ({"type": "string"}, {"type": "integer"})
    old, new = (
        around(
            ref("Pet"),
            "response",
            components={"schemas": {**_FAMILY, "Cat": _CAT, "Kit": kit, "Name": name}},
        )
        for name in names
    )
    (change,) = compare(old, new, date(2026, 1, 1))
    assert (change.id, str(change.new_pointer)) == ("type-changed", "/components/schemas/Name/type")
    assert (change.level, len(change.operations)) == ("breaking", 1)
