"""Long lists of values are written once in a module."""

from __future__ import annotations

import pytest

from flaregen.emitting.codegen import Definition
from flaregen.emitting.long_lists import each_list_once, names_of_lists
from flaregen.names.annotations import annotation
from flaregen.names.identifiers import ClassName, ModuleName
from flaregen.names.types import ListType, LiteralType, NullType, ScalarType, Type, UnionType

LIST = LiteralType(tuple(f"value-{number}" for number in range(100)))
OTHER = LiteralType(("other", *LIST.values[1:]))
SHORT = LiteralType(("a", "b"))
TEXT = annotation(LIST, "request")


def definition(field: str, type_: Type) -> Definition:
    return Definition(ModuleName("shapes"), (type_,), {"members": {field: {}}})


def written(name: str, field: str, type_: Type) -> str:
    return f"class {name}(Model):\n    {field}: {annotation(type_, 'request')}"


@pytest.mark.parametrize(
    ("one", "other", "aliases"),
    [
        (LIST, UnionType((ListType(LIST), NullType())), [f"_BoxSize: TypeAlias = {TEXT}"]),
        (LIST, ScalarType("string"), []),
        (LIST, OTHER, []),
        (SHORT, SHORT, []),
    ],
)
def test_lists_that_come_twice(one: Type, other: Type, aliases: list[str]) -> None:
    definitions = {
        ClassName("Box"): definition("size", one),
        ClassName("Shelf"): definition("sizes", other),
    }
    parts = [written("Box", "size", one), written("Shelf", "sizes", other)]
    lists = names_of_lists(definitions, again=False)
    name = "_BoxSize" if aliases else TEXT
    assert [*each_list_once(parts, lists)] == [
        *aliases,
        *(part.replace(TEXT, name) for part in parts),
    ]


def test_a_list_that_comes_again_elsewhere_has_a_name() -> None:
    definitions = {ClassName("Box"): definition("size", LIST)}
    assert names_of_lists(definitions, again=True) == {TEXT: "_BoxSize"}
