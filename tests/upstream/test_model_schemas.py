"""A schema of the service in the words of a version of OpenAPI."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.upstream.model_schemas import BrokenSchemaError, as_schema, followed, wordless

_TEXT = {"type": "string"}
_WHOLE = {"type": "integer"}


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({"const": "a"}, {"enum": ["a"]}),
        ({"examples": ["a", "b"]}, {"example": "a"}),
        ({"examples": []}, {"x-examples": []}),
        ({"exclusiveMinimum": 1}, {"minimum": 1, "exclusiveMinimum": True}),
        ({"exclusiveMaximum": 1.5}, {"maximum": 1.5, "exclusiveMaximum": True}),
        ({"items": [_TEXT, _WHOLE]}, {"items": {"anyOf": [_TEXT, _WHOLE]}}),
        ({"contentEncoding": "base64"}, {"x-contentEncoding": "base64"}),
        ({"x-own": 1}, {"x-own": 1}),
        ({"$anchor": "a"}, {"x-anchor": "a"}),
        ({"type": "null"}, {"type": "string", "enum": [None], "nullable": True}),
        ({"type": ["string", "null"]}, {**_TEXT, "nullable": True}),
        ({"type": ["string"]}, _TEXT),
        (
            {"type": ["string", "array", "null"]},
            {"anyOf": [_TEXT, {"type": "array", "items": {}}], "nullable": True},
        ),
        ({"oneOf": [_TEXT, {"type": "null"}]}, {"oneOf": [_TEXT], "nullable": True}),
        ({"anyOf": [_TEXT, _WHOLE]}, {"anyOf": [_TEXT, _WHOLE]}),
        ({"required": []}, {}),
        ({"required": ["a"]}, {"required": ["a"]}),
        ({"type": "array"}, {"type": "array", "items": {}}),
        ({"additionalProperties": False}, {"additionalProperties": False}),
        ({"properties": {"a": True, "b": False}}, {"properties": {"a": {}, "b": {"not": {}}}}),
        (
            {"$defs": {"A": {"const": 1}}, "properties": {"a": {"$ref": "#/$defs/A"}}},
            {"properties": {"a": {"enum": [1]}}},
        ),
    ],
)
def test_the_words_of_3_0(given: Any, made: Any) -> None:
    assert as_schema(given, "3.0") == made


@pytest.mark.parametrize("given", [{"const": "a"}, {"type": ["string", "null"]}, {"items": _TEXT}])
def test_the_words_of_3_1_are_those_of_the_service(given: Any) -> None:
    assert as_schema(given, "3.1") == given


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"$ref": "#/$defs/B"}, "#/$defs/B leads nowhere"),
        ({"$ref": "other.json"}, "other.json leads nowhere"),
        ({"$ref": "#"}, "# refers to itself"),
    ],
)
def test_references_that_cannot_be_followed(given: Any, why: str) -> None:
    with pytest.raises(BrokenSchemaError) as refused:
        followed(given, given)
    assert str(refused.value) == why


def test_what_is_not_a_schema() -> None:
    with pytest.raises(BrokenSchemaError, match="numbr"):
        as_schema({"type": "numbr"}, "3.1")


def test_a_schema_without_words() -> None:
    given = {"title": "A", "properties": {"title": {**_TEXT, "description": "B.", "example": "c"}}}
    assert wordless(given) == {"properties": {"title": _TEXT}}
