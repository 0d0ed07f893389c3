"""Long lists of values are written once in a module."""

from __future__ import annotations

import pytest

from flaregen.emitting.long_lists import each_list_once
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
    *found, box, shelf = each_list_once(parts)
    assert found == aliases
    name = "_BoxSize" if aliases else LIST
    assert box == f"class Box(Model):\n    size: {one.replace(LIST, name)}"
    assert shelf == f"class Shelf(Model):\n    sizes: {other.replace(LIST, name)}"
