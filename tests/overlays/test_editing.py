"""Changes of a document that must not change."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from flaregen.overlays.editing import Edit, IncompatibleError, extent


def _root() -> Any:
    return {"a": {"b": [1, {"c": 2}]}, "d": {"e": 3}}


def test_what_an_edit_touches_is_copied_and_the_rest_is_shared() -> None:
    root = _root()
    edit = Edit(root)
    edit.replace(("a", "b", 1, "c"), 9)
    edit.extend(("a", "b"), [4])
    edit.merge(("a",), {"new": {"x": 1}})
    edit.remove(("a", "b", 0))
    assert edit.root == {"a": {"b": [{"c": 9}, 4], "new": {"x": 1}}, "d": {"e": 3}}
    assert root == _root()
    assert edit.root["d"] is root["d"]


def test_a_value_in_two_places_is_edited_in_one_of_them() -> None:
    edit = Edit(_root())
    edit.replace(("d", "e"), 4)
    edit.share()
    edit.replace(("a", "copy"), edit.root["d"])
    edit.replace(("a", "copy", "e"), 5)
    assert edit.root["d"] == {"e": 4}


def test_objects_are_merged_lists_joined_and_other_values_replaced() -> None:
    edit = Edit({"o": {"a": 1, "b": 2}, "l": [1], "v": "x"})
    edit.merge((), {"o": {"b": 3, "c": 4}, "l": [2], "v": None, "n": []})
    merged = {"o": {"a": 1, "b": 3, "c": 4}, "l": [1, 2], "v": None, "n": []}
    assert edit.root == merged


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ({"l": {}}, "an object cannot be merged into an array (at /l below the target)"),
        ({"o": {"p": []}}, "an array cannot be merged into a primitive value (at /o/p below"),
    ],
)
def test_values_of_two_kinds_are_not_merged(new: Any, message: str) -> None:
    root: Any = {"l": [], "o": {"p": 1}}
    before = copy.deepcopy(root)
    with pytest.raises(IncompatibleError) as caught:
        Edit(root).merge((), new)
    assert str(caught.value).startswith(message)
    assert root == before


def test_the_extent_counts_what_is_in_several_places_in_each() -> None:
    shared: Any = {"x": [1]}
    assert extent(1) == (1, 0)
    assert extent({}) == (1, 1)
    assert extent({"a": shared, "b": shared}) == (7, 3)
