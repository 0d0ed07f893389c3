"""Long lists of values are written once in a module."""

from __future__ import annotations

import pytest

from flaregen.emitting.long_lists import each_list_once, names_of_lists, values_of
from flaregen.names.identifiers import ClassName

LIST = f"Literal[{', '.join(repr(f'value-{number}') for number in range(100))}]"
SHORT = "Literal['a', 'b']"


@pytest.mark.parametrize(
    ("one", "other", "aliases"),
    [
        (LIST, f"list[{LIST}] | None", [f"_BoxSize: TypeAlias = {LIST}"]),
        (LIST, "str", []),
        (LIST, LIST.replace("value-7'", "other'"), []),
        (SHORT, SHORT, []),
    ],
)
def test_lists_that_come_twice(one: str, other: str, aliases: list[str]) -> None:
    parts = {
        ClassName("Box"): f"class Box(Model):\n    size: {one}",
        ClassName("Shelf"): f"class Shelf(Model):\n    sizes: {other}",
    }
    lists = names_of_lists(parts, again=False)
    *found, box, shelf = each_list_once(parts.values(), lists)
    assert found == aliases
    name = "_BoxSize" if aliases else LIST
    assert box == f"class Box(Model):\n    size: {one.replace(LIST, name)}"
    assert shelf == f"class Shelf(Model):\n    sizes: {other.replace(LIST, name)}"


def test_a_list_that_comes_again_elsewhere_has_a_name() -> None:
    parts = {ClassName("Box"): f"class Box(Model):\n    size: {LIST}"}
    ((text, alias),) = names_of_lists(parts, again=True).items()
    assert (text, alias) == (LIST, "_BoxSize")
    assert values_of(text) == repr(tuple(f"value-{number}" for number in range(100)))
