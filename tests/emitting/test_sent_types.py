"""What type checkers take for a field of a body, type by type."""

from __future__ import annotations

import pytest

from flaregen.emitting.sent_types import SentTypes
from flaregen.names.types import (
    MOMENT,
    AnyObjectType,
    AnyType,
    ClassType,
    ListType,
    LiteralType,
    MapType,
    NullType,
    ScalarType,
    Type,
    UnionType,
)

_TEXT = ScalarType("string")
_SENT = SentTypes({}, {"Shelf": "ShelfDict"}, {"Literal['a', 'b', 'c']": "Letters"}, {})


@pytest.mark.parametrize(
    ("types", "text"),
    [
        ((_TEXT,), "str"),
        ((MOMENT,), "Moment"),
        ((ScalarType("integer"), MOMENT), "int | Moment"),
        ((NullType(), _TEXT), "str | None"),
        ((UnionType((NullType(), _TEXT)), _TEXT), "str | None"),
        ((ListType(UnionType((_TEXT, MOMENT))),), "Sequence[str | Moment]"),
        ((MapType(ListType(_TEXT)),), "Mapping[str, Sequence[str]]"),
        ((ClassType("Shelf"),), "Shelf | ShelfDict | Response"),
        ((ClassType("Open"),), "Open | AnyObject"),
        ((UnionType((ClassType("Shelf"), AnyObjectType())),), "Shelf | ShelfDict | Response"),
        ((AnyType(),), "Any"),
        ((LiteralType(("a",)), _TEXT, LiteralType(("b", "a"))), "str | Literal['a', 'b']"),
        ((LiteralType((1,)), LiteralType((True,))), "Literal[1, True]"),
        ((LiteralType(("a", "b")), LiteralType(("c",))), "Letters"),
    ],
)
def test_the_types_of_a_field(types: tuple[Type, ...], text: str) -> None:
    assert _SENT.text(*types) == text
