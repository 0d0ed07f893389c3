"""Which texts of a schema are read as numbers."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.live.numbers import with_numbers


@pytest.mark.parametrize(
    ("keyword", "text", "number"),
    [
        ("minItems", "2", 2),
        ("maxLength", "0", 0),
        ("minimum", "-1", -1),
        ("maximum", "2.5", 2.5),
        ("multipleOf", "1e-3", 0.001),
    ],
)
def test_a_number_is_read(keyword: str, text: str, number: float) -> None:
    read, keywords = with_numbers({keyword: text})
    assert (read, keywords) == ({keyword: number}, (f"/{keyword}",))
    assert type(read[keyword]) is type(number)


@pytest.mark.parametrize(
    "schema",
    [
        {"minItems": "2.5"},
        {"minimum": "nan"},
        {"maximum": "-inf"},
        {"minimum": "much"},
        {"minLength": 2},
        {"pattern": "2"},
        {"default": {"minimum": "1"}},
        {"properties": {"minimum": {"title": "1"}}},
    ],
)
def test_all_else_stays(schema: Any) -> None:
    assert with_numbers(schema) == (schema, ())


def test_schemas_in_a_schema_are_read() -> None:
    inner = {"minimum": "1"}
    read, keywords = with_numbers({"properties": {"minItems": inner}, "oneOf": [inner]})
    assert read == {"properties": {"minItems": {"minimum": 1}}, "oneOf": [{"minimum": 1}]}
    assert keywords == ("/properties/minItems/minimum", "/oneOf/minimum")
