"""What a build remarks on since no class says it."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.names.untyped import untyped
from tests.reading.documents import document, operation

_OF_A_TEXT = {"if": {"minLength": 3}, "then": {"pattern": "x"}}
_THEN = {"if": {"required": ["a"]}, "then": {"required": ["b"]}}


@pytest.mark.parametrize(
    ("schema", "messages"),
    [
        ({"properties": {"if": {"type": "string"}}}, []),
        ({"dependentRequired": {}}, []),
        ({"if": True, "then": {"required": ["b"]}}, []),
        ({"if": {"required": ["a"]}, "then": {}}, []),
        ({"dependentRequired": {"a": []}, "dependentSchemas": {"a": True}}, []),
        ({"properties": {"a": {"type": "string", **_OF_A_TEXT}}}, []),
        (_THEN, ["By if, members of a schema depend on others, which no class says."]),
        (
            {"properties": {"a": _THEN, "b": {"items": _THEN}}, "dependentRequired": {"a": ["b"]}},
            [
                "By dependentRequired, members of a schema depend on others, which no class says.",
                "By if, members of 2 schemas depend on others, which no class says.",
            ],
        ),
        (
            {"dependentSchemas": {"a": {"properties": {"b": {}}}}},
            ["By dependentSchemas, members of a schema depend on others, which no class says."],
        ),
    ],
)
def test_each_kind_of_condition_is_one_remark(schema: Any, messages: list[str]) -> None:
    found = document({"/things": {"post": operation(schema)}}, openapi="3.1.0")
    remarks = [*untyped(found)]
    assert [remark.message for remark in remarks] == messages
    assert {remark.code for remark in remarks} <= {"condition-not-typed"}
