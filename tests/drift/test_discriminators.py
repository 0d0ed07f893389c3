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
