"""What a discriminator says of the property of a member."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.schema import Enumeration, Object, leaves
from tests.names.documents import TEXT, obj
from tests.reading.documents import document, ref

_PLACE = "#/components/schemas/"


def _union(*names: str, mapping: Mapping[str, str] | None = None) -> Any:
    said = {"propertyName": "kind", **({"mapping": mapping} if mapping else {})}
    return {"oneOf": [ref(f"{_PLACE}{name}") for name in names], "discriminator": said}


def _kinds(**schemas: Any) -> list[Any]:
    """The values of `kind` of each object of the union; None where the schema says none."""
    found = document(components={"schemas": schemas})
    read = interpret(found, Pointer(("components", "schemas", "Top")), "response")
    kinds = [one.fields[0].schema for one in leaves(read) if isinstance(one, Object)]
    return [[*kind.values] if isinstance(kind, Enumeration) else None for kind in kinds]


@pytest.mark.parametrize(
    ("kind", "mapping", "expected"),
    [
        (TEXT, None, [["A"], ["B"]]),
        (TEXT, {"1": "A", "2": f"{_PLACE}B"}, [["1"], ["2"]]),
        # A mapping has texts, also for values that are none.
        ({"type": "integer"}, {"1": "A", "2": "B"}, [[1], [2]]),
        ({"type": "boolean"}, {"true": "A", "false": "B"}, [[True], [False]]),
        ({"type": "integer"}, None, [None, None]),
    ],
)
def test_values_are_of_the_type_of_the_property(
    kind: Any, mapping: Mapping[str, str] | None, expected: list[Any]
) -> None:
    members = {"A": obj("kind", kind=kind, a=TEXT), "B": obj("kind", kind=kind, b=TEXT)}
    assert _kinds(Top=_union("A", "B", mapping=mapping), **members) == expected


def test_a_union_in_a_union_keeps_its_own_values() -> None:
    members = {name: obj("kind", kind=TEXT, **{name: TEXT}) for name in ("A", "B", "C")}
    assert _kinds(Top=_union("Low", "C"), Low=_union("A", "B"), **members) == [["A"], ["B"], ["C"]]
