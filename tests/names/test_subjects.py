"""Which objects an entry of the names file means, wherever they are first found."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.names.reviewed import ReviewedClass, ReviewedNames
from tests.names.documents import TEXT, classes_of, document, items, named, obj, operation
from tests.support.openapi import ref

_TOOL = obj(name=TEXT)
_PATHS = {
    "POST /a": operation(obj(tool=ref("Tool"), a=obj(b=obj(x=TEXT))), operationId="first"),
    "POST /b": operation(
        obj(tools=items(ref("Tool")), named={"type": "object", "additionalProperties": _TOOL}),
        answer=obj(tool=ref("Tool"), ab=obj(x=TEXT, y=TEXT)),
        operationId="second",
    ),
}
_ANSWERED = "BCreateResponseTool"
FITTING: dict[str, tuple[dict[str, Any], str]] = {
    "where it is found first": ({"path": "tool", "operation": "first"}, f"Chosen {_ANSWERED}"),
    "where it is found later": ({"path": "tools[]", "operation": "second"}, f"Chosen {_ANSWERED}"),
    "without an operation": ({"path": "tools[]"}, f"Chosen {_ANSWERED}"),
    "in an answer": ({"path": "tool", "direction": "response"}, "Chosen Tool"),
    "values of a map": ({"path": "named.*"}, f"Chosen {_ANSWERED}"),
    "not by a part of its name": ({"path": "ab", "operation": "first"}, f"Tool {_ANSWERED}"),
    "not by another operation": ({"path": "tools[]", "operation": "first"}, f"Tool {_ANSWERED}"),
    "not by the direction": ({"path": "tools[]", "direction": "response"}, f"Tool {_ANSWERED}"),
    "not by other properties": ({"path": "tools[]", "properties": ("x",)}, f"Tool {_ANSWERED}"),
    "not by what it requires": ({"path": "tools[]", "required": ("x",)}, f"Tool {_ANSWERED}"),
    "not by another shape": ({"path": "tools[]", "shape": "0a1b2c3d"}, f"Tool {_ANSWERED}"),
}
"""What an entry says, and the names of the classes for the tool."""


@pytest.mark.parametrize("name", FITTING)
def test_entries(name: str) -> None:
    said, expected = FITTING[name]
    reviewed = ReviewedNames(classes=(ReviewedClass("Chosen", **said),))
    found = classes_of(named(document(_PATHS, Tool=_TOOL), reviewed))
    assert sorted(found.keys() & {"Chosen", "Tool", _ANSWERED}) == sorted(expected.split())


def test_an_entry_for_an_object_inside() -> None:
    reviewed = ReviewedNames(classes=(ReviewedClass("Chosen", path="a.b"),))
    found = classes_of(named(document(_PATHS, Tool=_TOOL), reviewed))
    assert [field.wire for field in found["Chosen"].fields] == ["x"]


def test_the_first_entry_that_fits_counts() -> None:
    entries = (("One", "tools[]", "second"), ("Other", "tool", "first"))
    reviewed = tuple(ReviewedClass(name, path=at, operation=by) for name, at, by in entries)
    found = classes_of(named(document(_PATHS, Tool=_TOOL), ReviewedNames(classes=reviewed)))
    assert found.keys() & {"One", "Other", "Tool"} == {"One"}
