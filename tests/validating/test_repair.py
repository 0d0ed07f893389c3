"""What each tolerance puts right, what it leaves alone, and that it says so."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.cli.explain import codes
from flaregen.document import Document
from flaregen.validating.fitting import fits, is_of_type
from flaregen.validating.repair import TOLERANCES, repair
from flaregen.validating.validate import validate
from tests.reading.documents import dig, document, parameter, ref


def _schema(schema: Any, version: str = "3.0.3") -> tuple[Any, list[str]]:
    """Repair a schema and give it back with the codes of the warnings."""
    repaired, warnings = repair(document(components={"schemas": {"S": schema}}, version=version))
    assert {warning.severity for warning in warnings} <= {"warning"}
    for warning in warnings:
        assert str(warning.pointer).startswith("/components/schemas/S/")
    return dig(repaired.root, "components", "schemas", "S"), [w.code for w in warnings]


@pytest.mark.parametrize(
    ("schema", "default"),
    [
        ({"type": "boolean", "default": "true"}, True),
        ({"type": "boolean", "default": "false"}, False),
        ({"type": "integer", "default": "12"}, 12),
        ({"type": "number", "default": "1.5"}, 1.5),
        ({"type": "array", "default": "[]", "items": {}}, []),
        ({"type": "object", "default": "{}"}, {}),
        ({"enum": [0, 1], "default": "0"}, 0),
        ({"type": "string", "default": 10}, "10"),
        ({"type": "string", "default": True}, "true"),
        ({"type": "string", "enum": ["1", "2"], "default": 2}, "2"),
        ({"type": ["boolean", "null"], "default": "true"}, True),
    ],
)
def test_a_default_in_quotes_or_without(schema: Any, default: Any) -> None:
    repaired, codes = _schema(schema, "3.1.0")
    assert codes == ["quoted-default"]
    assert repaired == {**schema, "default": default}
    assert type(repaired["default"]) is type(default)


@pytest.mark.parametrize(
    ("schema", "repaired"),
    [
        (
            {"$ref": "#/x", "maxLength": 3, "description": "d"},
            {"maxLength": 3, "description": "d", "allOf": [{"$ref": "#/x"}]},
        ),
        ({"$ref": "#/x", "allOf": [{}]}, {"allOf": [{"$ref": "#/x"}, {}]}),
    ],
)
def test_what_is_next_to_a_reference(schema: Any, repaired: Any) -> None:
    assert _schema(schema, "3.1.0") == (repaired, ["beside-reference"])
    assert _schema(schema, "3.0.3") == (schema, [])


@pytest.mark.parametrize("schema", [{"$ref": "#/x", "description": "d"}, {"type": "string"}])
def test_words_next_to_a_reference_are_left(schema: Any) -> None:
    assert _schema(schema, "3.1.0") == (schema, [])


def test_a_default_in_another_case() -> None:
    repaired, codes = _schema({"type": "string", "enum": ["ON", "OFF"], "default": "off"})
    assert (repaired["default"], codes) == ("OFF", ["default-case"])


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "default": "200", "items": {}},
        {"type": "array", "default": "none", "items": {}},
        {"type": "boolean", "default": "yes"},
        {"type": "integer", "default": 1.5},
        {"type": "integer", "default": "NaN"},
        {"type": "number", "default": "[" * 5_000},
        {"type": "string", "enum": ["edge"], "default": ""},
        {"enum": [1, 2], "default": 3},
        {"type": "string", "format": "date-time", "default": "Now + 30 minutes"},
        {"type": "string", "format": "date-time", "default": "2024-02-30T00:00:00Z"},
        {"type": "string", "format": "date", "default": "20240101"},
        {"type": "string", "maxLength": 2, "default": "long"},
        {"type": "integer", "minimum": 1, "default": 0},
        {"type": "array", "maxItems": 1, "default": [1, 2], "items": {}},
        {"type": "string", "default": None},
        {"type": "string", "nullable": True, "enum": ["on", "off"], "default": None},
    ],
)
def test_a_default_that_cannot_be_meant(schema: dict[str, Any]) -> None:
    repaired, codes = _schema(schema)
    assert codes == ["unfit-default"]
    assert repaired == {key: value for key, value in schema.items() if key != "default"}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "boolean", "default": True},
        {"type": "number", "default": 1},
        {"type": "integer", "default": 2.0},
        {"type": "string", "default": "true"},
        {"type": "string", "nullable": True, "default": None},
        {"type": "string", "enum": ["on", "ON"], "default": "ON"},
        {"type": "string", "format": "date-time", "default": "2024-02-29t12:00:00.5+01:00"},
        {"type": "string", "format": "date", "default": "2024-02-29"},
        {"type": "string", "format": "colour", "default": "red"},
        {"default": "anything"},
        {"type": "array", "items": {"type": "string"}, "default": []},
        {"properties": {"default": {"type": "string"}}},
        {"type": "string", "pattern": "^[a-z]+$"},
        {"type": "object", "oneOf": [{"type": "object"}, {"title": "no type"}, ref("#/x")]},
        {"type": "number", "oneOf": [{"type": "integer"}, {"type": "number"}]},
        {"oneOf": [{"type": "object"}, {"type": "string"}]},
    ],
)
def test_what_is_sound_is_left_alone(schema: Any) -> None:
    found = document(components={"schemas": {"S": schema}})
    repaired, warnings = repair(found)
    assert repaired is found
    assert warnings == ()


@pytest.mark.parametrize(
    ("schema", "code", "repaired"),
    [
        ({"minimum": 0, "exclusiveMinimum": True}, "bound-as-flag", {"exclusiveMinimum": 0}),
        ({"maximum": 0, "exclusiveMaximum": False}, "bound-as-flag", {"maximum": 0}),
        ({"exclusiveMaximum": True}, "bound-as-flag", {}),
        ({"type": "string", "nullable": True}, "null-as-flag", {"type": "string"}),
        ({"required": ["a", "b", "a"]}, "repeated-required", {"required": ["a", "b"]}),
        ({"$recursiveAnchor": True}, "former-anchor", {}),
        (
            {"type": "string", "enum": [1, True, "x"]},
            "quoted-enum",
            {"type": "string", "enum": ["1", "true", "x"]},
        ),
        (
            {"type": ["integer", "null"], "enum": ["1", None]},
            "quoted-enum",
            {"type": ["integer", "null"], "enum": [1, None]},
        ),
    ],
)
def test_what_can_only_mean_one_thing(schema: Any, code: str, repaired: Any) -> None:
    assert _schema(schema, "3.1.0") == (repaired, [code])


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "minimum": 0, "exclusiveMinimum": True},
        {"type": "string", "nullable": True, "enum": ["1", None]},
        {"type": "object", "enum": [{"a": 1}]},
        {"type": "integer", "enum": ["one"]},
    ],
)
def test_what_version_3_0_has_is_left(schema: Any) -> None:
    assert _schema(schema) == (schema, [])


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_type_that_rules_out_a_member(keyword: str) -> None:
    schema = {"type": "object", "title": "Any", keyword: [{"type": "object"}, {"type": "string"}]}
    repaired, codes = _schema(schema)
    assert codes == ["type-beside-union"]
    assert repaired == {"title": "Any", keyword: schema[keyword]}


def test_an_array_without_items() -> None:
    assert _schema({"type": "array"}) == ({"type": "array", "items": {}}, ["array-without-items"])
    assert _schema({"type": "array"}, "3.1.0") == ({"type": "array"}, [])


def test_patterns_of_javascript() -> None:
    repaired, codes = _schema({"type": "string", "pattern": "^(?<id>[a-z]+)(?<!x)(?<=y)$"})
    assert codes == ["foreign-pattern"]
    assert repaired["pattern"] == "^(?P<id>[a-z]+)(?<!x)(?<=y)$"
    assert _schema({"type": "string", "pattern": "\\p{L}("}) == (
        {"type": "string"},
        ["foreign-pattern"],
    )


def test_several_defects_of_one_schema_and_of_what_is_in_it() -> None:
    inner = {"type": "boolean", "default": "true"}
    schema = {
        "type": "object",
        "default": "x",
        "oneOf": [{"type": "string"}, {"type": "object", "properties": {"a": inner}}],
    }
    repaired, codes = _schema(schema)
    assert codes == ["unfit-default", "type-beside-union", "quoted-default"]
    assert repaired == {
        "oneOf": [
            {"type": "string"},
            {"type": "object", "properties": {"a": {"type": "boolean", "default": True}}},
        ]
    }


def _statuses(**answers: Any) -> Document:
    return document({"/a": {"get": {"responses": answers}}})


def test_a_class_of_statuses_in_lower_case() -> None:
    inner = {
        "description": "",
        "content": {"a/b": {"schema": {"type": "boolean", "default": "true"}}},
    }
    repaired, warnings = repair(_statuses(**{"200": {}, "4xx": inner, "5Xx": {}, "default": {}}))
    answers = dig(repaired.root, "paths", "/a", "get", "responses")
    assert [*answers] == ["200", "4XX", "5XX", "default"]
    assert dig(answers, "4XX", "content", "a/b", "schema", "default") is True
    assert [w.code for w in warnings] == ["status-class", "quoted-default"]
    assert "4xx and 5Xx" in warnings[0].message


@pytest.mark.parametrize(
    "answers", [{"4XX": {}, "4xx": {}}, {"4XX": {}}, {"6xx": {}}, {"4xxx": {}}]
)
def test_statuses_that_are_left_alone(answers: Any) -> None:
    found = _statuses(**answers)
    assert repair(found) == (found, ())


def test_the_document_is_not_changed_in_place() -> None:
    found = _statuses(**{"4xx": {}})
    repair(found)
    assert found == _statuses(**{"4xx": {}})


def test_every_tolerance_has_a_code_of_its_own() -> None:
    known = [tolerance.code for tolerance in TOLERANCES]
    assert len({*known}) == len(known)
    assert {*known} <= {*codes()}


def test_what_was_repaired_is_valid() -> None:
    schemas = [
        {"type": "boolean", "default": "true"},
        {"type": "string", "enum": ["ON"], "default": "on"},
        {"type": "array", "default": "none"},
        {"type": "string", "pattern": "(?<a>b)"},
        {"type": "object", "oneOf": [{"type": "string"}]},
    ]
    items = [parameter(f"p{n}", "query", schema) for n, schema in enumerate(schemas)]
    answers = {"4xx": {"description": ""}, "200": {"description": ""}}
    found = document({"/a": {"get": {"parameters": items, "responses": answers}}})
    assert validate(found) != ()
    repaired, warnings = repair(found)
    assert validate(repaired) == ()
    assert len(warnings) == 7


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        (True, "integer", False),
        (True, "number", False),
        (1, "boolean", False),
        (1, "number", True),
        (10**400, "integer", True),
        (1.0, "integer", True),
        (1.5, "integer", False),
        (None, "null", True),
        ({}, "array", False),
        ([], "object", False),
        ("", "of the future", True),
    ],
)
def test_types(value: Any, name: str, expected: bool) -> None:
    assert is_of_type(value, name) is expected


def test_true_is_not_one_in_an_enum() -> None:
    assert not fits({"enum": [1]}, True)
    assert fits({"enum": [1]}, 1.0)


_AS_SCHEMA = "does not have the type of its schema; it is read as"
_NULLABLE = "nullable belongs to OpenAPI 3.0 and means nothing here; it is left out."


@pytest.mark.parametrize(
    ("schema", "message", "advice"),
    [
        (
            {"type": "boolean", "default": "true"},
            f'The default "true" {_AS_SCHEMA} true.',
            "write it as true",
        ),
        (
            {"type": "string", "enum": [1, "x"]},
            f'The value 1 {_AS_SCHEMA} "1".',
            'write it as "1"',
        ),
        (
            {"minimum": 0, "exclusiveMinimum": True},
            "exclusiveMinimum is true, as in OpenAPI 3.0; it is read that way.",
            "write the bound itself",
        ),
        ({"nullable": True}, _NULLABLE, 'write null as a type: ["string", "null"]'),
        ({"nullable": False}, _NULLABLE, "remove it"),
        (
            {"required": ["a", "a"]},
            "A name is required twice; once is enough.",
            "list each name once",
        ),
        (
            {"$recursiveAnchor": True},
            "$recursiveAnchor belongs to an older JSON Schema; it is left out.",
            "remove it",
        ),
        (
            {"pattern": "^(?<id>a)$"},
            'The pattern "^(?<id>a)$" is JavaScript; it is read as Python\'s.',
            "leave the names of groups out; they have no use in a schema",
        ),
        (
            {"pattern": "("},
            'Python cannot compile the pattern "("; it is left out.',
            "use syntax that JavaScript and Python share",
        ),
    ],
)
def test_what_is_said_of_a_repair(schema: Any, message: str, advice: str) -> None:
    _, (one,) = repair(document(components={"schemas": {"S": schema}}, version="3.1.0"))
    assert (one.message, one.help) == (message, advice)
