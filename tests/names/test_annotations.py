"""Types of fields as the emitted source writes them."""

from __future__ import annotations

import pytest

from flaregen.names.annotations import annotation, member_types
from flaregen.names.types import (
    AnyType,
    Base64Type,
    ClassType,
    ListType,
    LiteralType,
    MapType,
    NullType,
    OctetsType,
    ScalarType,
    Type,
    UnionType,
)

TEXT, NUMBER = ScalarType("string"), ScalarType("number")


@pytest.mark.parametrize(
    ("type_", "asked", "answered"),
    [
        (AnyType(), "Any", "Any"),
        (NullType(), "None", "None"),
        (TEXT, "str", "str"),
        (ScalarType("integer"), "int", "int"),
        (NUMBER, "float", "int | float"),
        (ListType(NUMBER), "Sequence[float]", "list[int | float]"),
        (MapType(TEXT), "Mapping[str, str]", "dict[str, str]"),
        (LiteralType(("a", 1)), "Literal['a', 1]", "Literal['a', 1]"),
        (Base64Type(), "Base64", "str"),
        (OctetsType(ScalarType("integer")), "Octets", "list[int]"),
        (UnionType((ClassType("Box"), NullType())), "Box | None", "Box | None"),
    ],
)
def test_annotations(type_: Type, asked: str, answered: str) -> None:
    assert annotation(type_, "request") == asked
    assert annotation(type_, "response") == answered


def test_members_of_a_union() -> None:
    members = UnionType((NUMBER, LiteralType(("a", "b")), ListType(TEXT)))
    assert member_types(members, "response") == (
        *("int", "float", "Literal['a']", "Literal['b']", "list[str]"),
    )
    assert member_types(members, "request") == (
        *("float", "Literal['a']", "Literal['b']", "Sequence[str]"),
    )
