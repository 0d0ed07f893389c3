"""What a schema means: a table of schemas in the words of each version."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.diagnostic import DiagnosticError
from flaregen.openapi.facts import Facts
from flaregen.openapi.json_values import type_of
from flaregen.openapi.references import References
from flaregen.openapi.schema_reader import read
from flaregen.pointer import Pointer
from tests.reading.documents import document, ref

_BASE = ref("#/components/schemas/Base")
_TEXT = {"type": "string"}
_ANY_RESULT = {
    "anyOf": [
        {"type": "object", "properties": {"id": _TEXT}},
        {"type": "array", "items": _TEXT},
        {"title": "Words", "type": "string"},
    ]
}
_OBJECT_OR_TEXT = {"anyOf": [{"type": "object"}, _TEXT]}


def facts(schema: Any, *, version: str = "3.0.3", flatten: bool = True, **others: Any) -> Facts:
    """The facts of a component among others, references followed strictly."""
    components = {"schemas": {"Subject": schema, **others}}
    references = References(document(version=version, components=components), strict=True)
    node = references.node(Pointer(("components", "schemas", "Subject")))
    return read(references, (node,), flatten=flatten)


@pytest.mark.parametrize(
    ("schema", "types"),
    [
        ({}, None),
        ({"type": "string"}, {"string"}),
        ({"enum": ["a", 1, None]}, {"string", "integer"}),
        ({"enum": [1.5]}, {"number"}),
        ({"const": None}, set()),
        ({"properties": {}}, {"object"}),
        ({"required": ["a"]}, {"object"}),
        ({"items": {}}, None),
        ({"items": _TEXT}, {"array"}),
        ({"additionalProperties": False}, {"object"}),
        ({"format": "binary"}, {"string"}),
        ({"format": "date"}, None),
        ({"allOf": [{"type": "number"}, {"type": "integer"}]}, {"integer"}),
        ({"allOf": [{"type": "number"}, {"type": "string"}]}, {"string"}),
        ({"allOf": [{"items": _TEXT, "type": "array"}, {"type": "object"}]}, {"object"}),
        ({"allOf": [{"type": "object"}, {"type": "array"}, {"type": "object"}]}, {"object"}),
        ({"type": "object", "allOf": [_TEXT]}, {"string"}),
        ({"type": "object", "allOf": [_TEXT, {"maxLength": 3}]}, {"string"}),
        ({"type": "object", "properties": {}, "allOf": [_TEXT]}, {"object"}),
        ({"anyOf": [_TEXT, {"type": "integer"}]}, {"string", "integer"}),
        ({"anyOf": [{"type": "integer"}, {"type": "number"}]}, {"number"}),
        ({"anyOf": [{}, _TEXT]}, None),
        ({"type": "object", "oneOf": [_TEXT, _TEXT]}, {"string"}),
        ({"allOf": [_ANY_RESULT, {"type": "array", "items": _TEXT}]}, {"array"}),
        ({"allOf": [{"type": "array", "items": _TEXT}, _ANY_RESULT]}, {"array"}),
        ({"allOf": [_ANY_RESULT, {"allOf": [{"type": "object"}]}]}, {"object"}),
        ({"allOf": [_ANY_RESULT, {"properties": {"a": _TEXT}}]}, {"object"}),
        ({"allOf": [_ANY_RESULT, _ANY_RESULT, {"type": "string"}]}, {"string"}),
        ({"allOf": [_OBJECT_OR_TEXT, {"properties": {"a": _TEXT}}]}, {"object"}),
        ({"allOf": [{"required": ["a"]}, _OBJECT_OR_TEXT]}, {"object"}),
        ({"allOf": [_OBJECT_OR_TEXT, {"items": _TEXT}]}, {"object", "string"}),
        ({**_OBJECT_OR_TEXT, "properties": {"a": _TEXT}}, {"object", "string"}),
        ({"allOf": [_OBJECT_OR_TEXT, {"description": "Any."}]}, {"object", "string"}),
    ],
)
def test_types(schema: Any, types: set[str] | None) -> None:
    assert facts(schema).types == (None if types is None else frozenset(types))


@pytest.mark.parametrize(
    ("next_to_it", "left"),
    [
        ({"type": ["array", "string"]}, ["array", "string"]),
        ({"type": ["object", "string"], "properties": {}}, ["object", "string"]),
        # None is left: the members say what they are.
        ({"type": "integer"}, ["object", "array", "string"]),
        ({"description": "Anything."}, ["object", "array", "string"]),
    ],
)
def test_a_type_excludes_members_of_a_union(next_to_it: Any, left: list[str]) -> None:
    (union,) = facts({"allOf": [_ANY_RESULT, next_to_it]}, version="3.1.0").unions
    for members in (union.members, union.leaves):
        assert [member.text("type") for member in members] == left


def test_keywords_next_to_the_members_of_a_union_exclude_none() -> None:
    (union,) = facts({**_ANY_RESULT, "properties": {"a": _TEXT}}).unions
    assert len(union.leaves) == 3


@pytest.mark.parametrize(
    ("schema", "nullable"),
    [
        ({"type": "string"}, False),
        ({"type": "string", "nullable": True}, True),
        ({"nullable": True, "allOf": [_BASE]}, True),
        ({"allOf": [_BASE, {"nullable": True}]}, False),
        ({"allOf": [_BASE, {"type": "object", "nullable": True}]}, False),
        ({"oneOf": [_BASE, {"type": "string", "nullable": True}]}, True),
        ({"enum": ["a", None]}, True),
        ({"type": "string", "enum": ["a", None]}, True),
        ({"type": "string", "nullable": True, "enum": ["a"]}, False),
        ({"type": "string", "nullable": True, "enum": ["a", None]}, True),
        ({**_BASE, "nullable": True}, False),
        ({}, False),
    ],
)
def test_null_in_3_0(schema: Any, *, nullable: bool) -> None:
    assert facts(schema, Base={"type": "object"}).nullable is nullable


@pytest.mark.parametrize(
    ("schema", "nullable"),
    [
        ({"type": ["string", "null"]}, True),
        ({"type": "null"}, True),
        ({"const": None}, True),
        ({"anyOf": [_BASE, {"type": "null"}]}, True),
        ({"oneOf": [_BASE, {"anyOf": [_TEXT, {"type": "null"}]}]}, True),
        ({"allOf": [{"type": ["string", "null"]}, {"maxLength": 5}]}, True),
        ({"allOf": [{"type": ["string", "null"]}, _TEXT]}, False),
        ({"type": ["string", "null"], "enum": ["a"]}, False),
        ({"type": ["string", "null"], "const": "a"}, False),
        ({"type": ["string", "null"], "enum": ["a", None]}, True),
        ({"type": "string", "enum": ["a", None]}, False),
        ({"allOf": [{"type": ["string", "null"]}, {"enum": ["a"]}]}, False),
        ({"anyOf": [{"type": ["string", "null"], "enum": ["a"]}, {"type": "null"}]}, True),
        ({"anyOf": [_BASE, _TEXT]}, False),
    ],
)
def test_null_in_3_1(schema: Any, *, nullable: bool) -> None:
    assert facts(schema, version="3.1.0", Base={"type": "object"}).nullable is nullable


@pytest.mark.parametrize(
    ("schema", "bounds"),
    [
        ({"type": "integer", "minimum": 0, "exclusiveMinimum": True}, {"minimum": 1}),
        ({"type": "integer", "maximum": 9.5}, {"maximum": 9}),
        ({"type": "integer", "maximum": 9, "exclusiveMaximum": True}, {"maximum": 8}),
        ({"type": "number", "minimum": 0, "exclusiveMinimum": True}, {"exclusiveMinimum": 0}),
        ({"type": "number", "minimum": 2.0}, {"minimum": 2}),
        ({"allOf": [{"minimum": 1}, {"minimum": 3}], "type": "number"}, {"minimum": 3}),
        ({"allOf": [{"maxLength": 9}], "type": "string", "maxLength": 12}, {"maxLength": 9}),
        ({"type": "string", "minLength": 0}, {}),
        ({"type": "integer", "multipleOf": 1}, {}),
        ({"type": "integer", "multipleOf": 0.01}, {}),
        ({"type": "integer", "multipleOf": 1.5}, {"multipleOf": 3}),
        ({"type": "number", "multipleOf": 1}, {}),
        ({"type": "number", "multipleOf": 0.5}, {"multipleOf": 0.5}),
    ],
)
def test_bounds(schema: Any, bounds: dict[str, float]) -> None:
    found = facts(schema)
    keywords = {key: found.value(key) for key in found.keywords if key != "type"}
    assert keywords == bounds
    assert all(type(keywords[key]) is type(value) for key, value in bounds.items())


def test_of_two_lists_of_values_what_both_hold() -> None:
    found = facts({"allOf": [{"enum": ["a", 1, True, None]}, {"enum": [1.0, "a", "b"]}]})
    assert found.values == ("a", 1)


def test_properties_of_all_members_hold_at_once() -> None:
    parts = [{"properties": {"a": _TEXT}}, {"properties": {"a": {"maxLength": 5}, "b": {}}}]
    found = facts({"allOf": parts, "required": ["b"], "properties": {"c": {}}})
    assert {name: len(nodes) for name, nodes in found.children("properties").items()} == {
        "a": 2,
        "b": 1,
        "c": 1,
    }
    assert list(found.required) == ["b"]


def test_what_a_node_says_itself_comes_last() -> None:
    found = facts({"allOf": [_BASE], "title": "Own"}, Base={"title": "Base", "description": "It."})
    assert (found.value("title"), found.text("description")) == ("Own", "It.")


@pytest.mark.parametrize(
    "wrapper",
    [
        {"allOf": [_BASE]},
        {"allOf": [_BASE, {"description": "Note."}]},
        {"allOf": [{}, _BASE], "title": "Own"},
        {"allOf": [_BASE], "nullable": True, "description": "Note.", "x-note": 1},
        {"oneOf": [_BASE, {"enum": [None]}]},
        {"anyOf": [{"allOf": [_BASE]}], "readOnly": True},
    ],
)
def test_a_wrapper_is_what_it_wraps(wrapper: Any) -> None:
    base = {"type": "object", "properties": {"a": {}}}
    assert str(facts(wrapper, Base=base).at.pointer) == "/components/schemas/Base"


def test_a_node_that_adds_something_is_itself() -> None:
    found = facts({"allOf": [_BASE], "minProperties": 1}, Base={"type": "object"})
    assert str(found.at.pointer) == "/components/schemas/Subject"


def test_members_of_unions_in_unions() -> None:
    inner = {"title": "Inner", "oneOf": [_BASE, _TEXT]}
    union = {"oneOf": [inner, {"oneOf": [{"type": "integer"}, {"enum": [None]}]}]}
    (found,) = facts(union, Base={"type": "object", "properties": {"a": {}}}).unions
    assert [str(member.pointer)[28:] for member in found.members] == ["oneOf/0", "oneOf/1/oneOf/0"]
    assert [str(leaf.pointer)[28:] for leaf in found.leaves] == [
        "oneOf/0/oneOf/0",
        "oneOf/0/oneOf/1",
        "oneOf/1/oneOf/0",
    ]


@pytest.mark.parametrize(
    ("members", "left"),
    [
        ([{"type": "null"}, {"const": None}], {"type": "null"}),
        ([False, {"type": "null"}], {"type": "null"}),
        ([False, {"not": {}}], {"not": {}}),
        ([], {"oneOf": []}),
    ],
)
def test_a_union_of_nothing_but_null(members: list[Any], left: Any) -> None:
    found = facts({"oneOf": members}, version="3.1.0")
    assert {key: found.value(key) for key in found.keywords} == left


def test_what_contains_itself_ends() -> None:
    found = facts({"allOf": [ref("#/components/schemas/Subject")], "type": "object"})
    assert found.types == frozenset({"object"})


def test_a_reference_that_leads_nowhere_is_an_error_when_read_strictly_alone() -> None:
    with pytest.raises(DiagnosticError):
        facts({"allOf": [ref("#/components/schemas/Gone")]})
    components = {"schemas": {"Subject": {"allOf": [ref("#/components/schemas/Gone"), _TEXT]}}}
    lenient = References(document(components=components))
    node = lenient.node(Pointer(("components", "schemas", "Subject")))
    assert read(lenient, (node,), flatten=True).types == frozenset({"string"})


@pytest.mark.parametrize("bound", [10**400, -(10**400), 1e308])
@pytest.mark.parametrize("keyword", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])
def test_no_bound_is_too_large_to_be_read(keyword: str, bound: float) -> None:
    found = facts({"type": "integer", keyword: bound}, version="3.1.0")
    assert found.types == frozenset({"integer"})
    assert found.has("minimum") or found.has("maximum")


@pytest.mark.parametrize(
    ("schema", "left"),
    [
        ({"enum": [True, False]}, {"type": "boolean"}),
        ({"required": ["a"], "minProperties": 1}, {"required": ["a"]}),
        ({"required": ["a"], "minProperties": 2}, {"required": ["a"], "minProperties": 2}),
        (
            {"properties": {}, "unevaluatedProperties": False},
            {"properties": {}, "additionalProperties": False},
        ),
        (
            {"additionalProperties": _TEXT, "unevaluatedProperties": False},
            {"additionalProperties": _TEXT},
        ),
        (
            {"prefixItems": [_TEXT], "unevaluatedItems": False},
            {"prefixItems": [_TEXT], "items": False},
        ),
        (
            {"contains": _TEXT, "unevaluatedItems": False},
            {"contains": _TEXT, "unevaluatedItems": False},
        ),
    ],
)
def test_keywords_that_say_nothing(schema: Any, left: Any) -> None:
    found = facts(schema, version="3.1.0")
    assert {key: found.value(key) for key in found.keywords} == left


def test_unevaluated_properties_next_to_a_union_are_not_additional_ones() -> None:
    """A member of the union may have evaluated them."""
    union = {"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "unevaluatedProperties": False}
    found = facts(union, version="3.1.0")
    assert found.value("unevaluatedProperties") is False
    assert not found.has("additionalProperties")


def test_true_is_not_one() -> None:
    constants = [{"const": value} for value in (1, "1", True, 1, True)]
    assert facts({"anyOf": constants}, version="3.1.0").values == (1, "1", True)
    assert [type(v) for v in facts({"anyOf": constants}, version="3.1.0").values or ()] == [
        int,
        str,
        bool,
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "boolean"),
        (1, "integer"),
        (1.5, "number"),
        ("a", "string"),
        ([], "array"),
        ({}, "object"),
    ],
)
def test_types_of_values(value: Any, expected: str) -> None:
    assert type_of(value) == expected
