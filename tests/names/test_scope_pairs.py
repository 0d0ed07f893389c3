"""Two operations that differ in their scope alone: one method, one class for what is the same."""

from __future__ import annotations

from typing import Any

import pytest

from tests.names.documents import (
    TEXT,
    WHOLE,
    classes_of,
    document,
    items,
    named,
    obj,
    operation,
    with_parameters,
)

LABELS = ("POST /accounts/{account_id}/things", "POST /zones/{zone_id}/things")


def _pair(*fields: Any) -> dict[str, Any]:
    found = zip(LABELS, fields, strict=True)
    return {label: with_parameters(label, operation(obj(a=field))) for label, field in found}


@pytest.mark.parametrize(
    ("field", "other", "classes"),
    [
        (TEXT, TEXT, 1),
        (TEXT, {**TEXT, "description": "A text."}, 1),
        (TEXT, {**TEXT, "maxLength": 9}, 1),
        (TEXT, {**TEXT, "default": "a"}, 1),
        (TEXT, {**TEXT, "example": "a"}, 1),
        (TEXT, {**TEXT, "deprecated": True}, 1),
        (items(TEXT), items({**TEXT, "pattern": "^a"}), 1),
        (TEXT, WHOLE, 2),
        (TEXT, {"type": ["string", "null"]}, 2),
        (TEXT, {"enum": ["a"]}, 2),
        (items(TEXT), items(WHOLE), 2),
    ],
)
def test_bodies_that_differ_in_what_no_type_says_are_one_class(
    field: Any, other: Any, classes: int
) -> None:
    for pair in ((field, other), (other, field)):
        found = named(document(_pair(*pair)))
        assert [one.operation.twin is not None for one in found] == [True]
        assert len(classes_of(found)) == classes


def test_the_order_of_properties_tells_nothing_apart() -> None:
    fields = obj(a=TEXT, b=items(obj(c=TEXT, d=WHOLE))), obj(b=items(obj(d=WHOLE, c=TEXT)), a=TEXT)
    found = named(document(_pair(*fields)))
    assert [one.operation.twin is not None for one in found] == [True]
    assert len(classes_of(found)) == 3


@pytest.mark.parametrize("without", LABELS)
def test_one_without_a_body_is_the_same_method(without: str) -> None:
    paths = _pair(TEXT, TEXT)
    del paths[without]["requestBody"]
    (found,) = named(document(paths))
    assert found.operation.twin is not None
    assert (found.operation.media_types, found.operation.optional_body) == (
        ("application/json",),
        True,
    )
    assert [variant.cls.name for variant in found.variants] == ["ThingsCreateParams"]
