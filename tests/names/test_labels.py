"""Words for what a value is, and labels of what a union holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from flaregen.names.labels import kind, own_label
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.schema import Object
from tests.names.documents import (
    TEXT,
    WHOLE,
    classes_of,
    const,
    document,
    items,
    named,
    obj,
    operation,
)


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


def _reversed(node: Any) -> Any:
    """The same with all keys the other way around."""
    if isinstance(node, dict):
        return {key: _reversed(node[key]) for key in reversed(node)}
    return [_reversed(one) for one in node] if isinstance(node, list) else node


@pytest.mark.parametrize(
    ("members", "label"),
    [
        ([obj("b a", a=TEXT, b=TEXT), obj("c", c=TEXT)], "a"),
        ([obj(d=TEXT, b=TEXT), obj(c=TEXT)], "b"),
        ([obj(b=TEXT, a=TEXT), obj(b=WHOLE, a=WHOLE)], "a string"),
        ([obj(c=obj(b=TEXT), a=obj(d=TEXT)), obj(c=obj(x=TEXT), a=obj(e=TEXT))], "d"),
        ([obj(b=const("x"), a=const("y")), obj(b=const("z"), a=const("w"))], "Y"),
    ],
)
def test_labels_do_not_depend_on_the_order_of_properties(
    members: Sequence[Any], label: str
) -> None:
    body = obj(it={"oneOf": members})
    classes, others = (
        classes_of(named(document({"POST /things": operation(one)})))
        for one in (body, _reversed(body))
    )
    assert classes.keys() == others.keys()
    assert own_label(*_objects(members)) == own_label(*_objects(_reversed(members))) == label


def _objects(members: Sequence[Any]) -> tuple[Object, list[Object]]:
    whole = document({}, **{f"M{number}": one for number, one in enumerate(members)})
    found = [
        interpret(whole, Pointer(("components", "schemas", f"M{number}")), "request")
        for number in range(len(members))
    ]
    objects = [one for one in found if isinstance(one, Object)]
    return objects[0], objects
