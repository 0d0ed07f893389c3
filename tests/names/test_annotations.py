"""Types of fields as the emitted source writes them."""

from __future__ import annotations

import pytest

from flaregen.names.annotations import annotation, argument_type, member_types, path_type
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
from flaregen.pointer import Pointer
from flaregen.schemas.schema import (
    Anything,
    Array,
    Enumeration,
    Map,
    Object,
    Scalar,
    Schema,
    Union,
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


_AT = Pointer(("here",))
_WHOLE = Scalar(pointer=_AT, kind="integer")
_WORD = Scalar(pointer=_AT, kind="string")
_CHOICE = Enumeration(pointer=_AT, values=("a", 'say "b"'))
_OPEN = Map(pointer=_AT, values=_WORD)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (_WORD, "str"),
        (_WHOLE, "int"),
        (Scalar(pointer=_AT, kind="number"), "float"),
        (Scalar(pointer=_AT, kind="boolean"), "bool"),
        (_CHOICE, "Literal['a', 'say \"b\"']"),
        (Array(pointer=_AT, items=_WHOLE), "Sequence[int]"),
        (_OPEN, "Mapping[str, Any]"),
        (Object(pointer=_AT, fields=()), "Mapping[str, Any]"),
        (Anything(pointer=_AT), "str | float | bool"),
        (Union(pointer=_AT, members=(_WHOLE, _WORD, _WORD)), "int | str"),
        (Union(pointer=_AT, members=(_OPEN, _WHOLE)), "Mapping[str, Any] | int"),
    ],
)
def test_annotations_of_arguments(schema: Schema, expected: str) -> None:
    assert annotation(argument_type(schema), "request") == expected


def test_a_path_holds_texts_where_the_schema_says_nothing() -> None:
    assert annotation(path_type(Anything(pointer=_AT)), "request") == "str"
    assert annotation(path_type(_WHOLE), "request") == "int"
