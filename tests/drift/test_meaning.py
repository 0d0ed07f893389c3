"""Keywords one by one: what admits less breaks requests, what admits more breaks answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from flaregen.drift.change import worst
from flaregen.drift.compare import compare
from tests.reading.documents import document

TODAY = date(2026, 1, 1)
TEXT, WHOLE, NUMBER = {"type": "string"}, {"type": "integer"}, {"type": "number"}
LIST = {"type": "array", "items": TEXT}
NEEDS_A = {"if": {"required": ["a"]}}
SEEN = {"type": "array", "contains": {"const": "a"}}


def thing(**keywords: Any) -> dict[str, Any]:
    return {"type": "object", **keywords}


def text(**keywords: Any) -> dict[str, Any]:
    return {**TEXT, **keywords}


def number(**keywords: Any) -> dict[str, Any]:
    return {**NUMBER, **keywords}


def items(**keywords: Any) -> dict[str, Any]:
    return {"type": "array", **keywords}


NARROWER: dict[str, tuple[Any, Any]] = {
    "type": (NUMBER, WHOLE),
    "one type less": ({"type": ["string", "integer"]}, TEXT),
    "null": ({"type": ["string", "null"]}, TEXT),
    "any type": ({}, TEXT),
    "enum": ({"enum": ["a", "b"]}, {"enum": ["a"]}),
    "null in an enum": ({"enum": ["a", None]}, {"enum": ["a"]}),
    "const": (TEXT, text(const="a")),
    "const of an enum": ({"enum": ["a", "b"]}, {"const": "a"}),
    "format": (TEXT, text(format="uuid")),
    "minLength": (text(minLength=1), text(minLength=2)),
    "maximum": (number(maximum=5), number(maximum=4)),
    "exclusiveMaximum": (number(maximum=5), number(exclusiveMaximum=5)),
    "multipleOf": (WHOLE, {**WHOLE, "multipleOf": 2}),
    "multipleOf of more": ({**WHOLE, "multipleOf": 2}, {**WHOLE, "multipleOf": 4}),
    "required": (thing(properties={"a": TEXT}), thing(properties={"a": TEXT}, required=["a"])),
    "minProperties": (thing(), thing(minProperties=1)),
    "maxProperties": (thing(maxProperties=5), thing(maxProperties=4)),
    "propertyNames": (thing(), thing(propertyNames={"pattern": "^a"})),
    "propertyNames inside": (
        thing(propertyNames={"maxLength": 5}),
        thing(propertyNames={"maxLength": 4}),
    ),
    "patternProperties": (thing(), thing(patternProperties={"^x": TEXT})),
    "patternProperties inside": (
        thing(patternProperties={"^x": NUMBER}),
        thing(patternProperties={"^x": WHOLE}),
    ),
    "additionalProperties": (thing(), thing(additionalProperties=TEXT)),
    "additionalProperties inside": (
        thing(additionalProperties=NUMBER),
        thing(additionalProperties=WHOLE),
    ),
    "dependentRequired": (thing(), thing(dependentRequired={"a": ["b"]})),
    "dependentSchemas": (thing(), thing(dependentSchemas={"a": {"minProperties": 2}})),
    "dependentSchemas inside": (
        thing(dependentSchemas={"a": {"properties": {"b": NUMBER}}}),
        thing(dependentSchemas={"a": {"properties": {"b": WHOLE}}}),
    ),
    "unevaluatedProperties": (
        thing(allOf=[{"properties": {"a": TEXT}}], unevaluatedProperties=NUMBER),
        thing(allOf=[{"properties": {"a": TEXT}}], unevaluatedProperties=WHOLE),
    ),
    "items": (items(), LIST),
    "no items": (items(), items(items=False)),
    "items of items": (items(items=items(items=NUMBER)), items(items=items(items=WHOLE))),
    "uniqueItems": (LIST, {**LIST, "uniqueItems": True}),
    "prefixItems": (items(prefixItems=[TEXT]), items(prefixItems=[TEXT, WHOLE])),
    "prefixItems inside": (items(prefixItems=[NUMBER]), items(prefixItems=[WHOLE])),
    "prefixItems of a closed list": (
        items(prefixItems=[TEXT, WHOLE], items=False),
        items(prefixItems=[TEXT], items=False),
    ),
    "contains": (items(), SEEN),
    "contains inside": (items(contains={"enum": ["a", "b"]}), items(contains={"enum": ["a"]})),
    "minContains": (SEEN, {**SEEN, "minContains": 2}),
    "minContains of none": (
        {**SEEN, "minContains": 0, "maxContains": 3},
        {**SEEN, "maxContains": 3},
    ),
    "maxContains": (SEEN, {**SEEN, "maxContains": 2}),
    "unevaluatedItems": (
        {**SEEN, "unevaluatedItems": True},
        {**SEEN, "unevaluatedItems": False},
    ),
    "not": (TEXT, text(**{"not": {"enum": ["a"]}})),
    "not inside": (text(**{"not": {"enum": ["a"]}}), text(**{"not": {"enum": ["a", "b"]}})),
    "not of a bound": (text(**{"not": {"maxLength": 2}}), text(**{"not": {"maxLength": 3}})),
    "then": (thing(), thing(**NEEDS_A, then={"required": ["b"]})),
    "then inside": (
        thing(**NEEDS_A, then={"maxProperties": 5}),
        thing(**NEEDS_A, then={"maxProperties": 4}),
    ),
    "else inside": (
        thing(**NEEDS_A, **{"else": {"maxProperties": 5}}),
        thing(**NEEDS_A, **{"else": {"maxProperties": 4}}),
    ),
    "if with then": (
        text(**{"if": {"maxLength": 3}, "then": {"enum": ["a"]}}),
        text(**{"if": {"maxLength": 4}, "then": {"enum": ["a"]}}),
    ),
    "if with else": (
        text(**{"if": {"maxLength": 4}, "else": {"enum": ["a"]}}),
        text(**{"if": {"maxLength": 3}, "else": {"enum": ["a"]}}),
    ),
    "one of two conditions": (
        thing(
            **NEEDS_A, then={"maxProperties": 5}, allOf=[NEEDS_A | {"then": {"minProperties": 2}}]
        ),
        thing(
            **NEEDS_A, then={"maxProperties": 4}, allOf=[NEEDS_A | {"then": {"minProperties": 2}}]
        ),
    ),
    "null in a union": ({"anyOf": [TEXT, LIST, {"type": "null"}]}, {"anyOf": [TEXT, LIST]}),
    "null next to a union": ({"oneOf": [thing(), LIST, {"type": "null"}]}, thing()),
    "anyOf next to oneOf": (
        {"oneOf": [text(minLength=2), WHOLE]},
        {"oneOf": [text(minLength=2), WHOLE], "anyOf": [{"minimum": 3}, {"maximum": 1}]},
    ),
    "anything but": (TEXT, {"not": {}}),
    "oneOf": ({"oneOf": [TEXT, LIST, thing()]}, {"oneOf": [TEXT, LIST]}),
    "a bound in a oneOf": (
        {"oneOf": [text(maxLength=4), WHOLE]},
        {"oneOf": [text(maxLength=3), WHOLE]},
    ),
    "a bound in an allOf": (
        {"allOf": [WHOLE, {"minimum": 5}]},
        {"allOf": [WHOLE, {"minimum": 6}]},
    ),
}
DIFFERENT: dict[str, tuple[Any, Any]] = {
    "type": (TEXT, WHOLE),
    "list and object": (LIST, thing()),
    "const": ({"const": "a"}, {"const": "b"}),
    "multipleOf": ({**WHOLE, "multipleOf": 2}, {**WHOLE, "multipleOf": 3}),
    "format": (text(format="uuid"), text(format="email")),
    "items": (LIST, items(items=WHOLE)),
    "prefixItems": (items(prefixItems=[TEXT]), items(prefixItems=[WHOLE])),
    "prefixItems and items": (LIST, {**LIST, "prefixItems": [WHOLE]}),
    "additionalProperties": (thing(additionalProperties=TEXT), thing(additionalProperties=WHOLE)),
    "what decides between then and else": (
        {"if": TEXT, "then": {"minLength": 2}, "else": {"minimum": 2}},
        {"if": WHOLE, "then": {"minLength": 2}, "else": {"minimum": 2}},
    ),
}


def levels(old: Any, new: Any) -> Iterator[str]:
    """The gravest level of an edit, and of the opposite one, in a request and in an answer."""
    for way in ("requestBody", "answer"):
        made = []
        for schema in (old, new):
            body = {"content": {"application/json": {"schema": schema}}}
            answers: Any = {"200": {"description": "", **(body if way == "answer" else {})}}
            sent = {"requestBody": body} if way == "requestBody" else {}
            paths = {"/x": {"post": {**sent, "responses": answers}}}
            made.append(document(paths, version="3.1.0"))
        for before, after in (made, made[::-1]):
            yield worst(one.level for one in compare(before, after, TODAY))


@pytest.mark.parametrize("pair", NARROWER.values(), ids=NARROWER)
def test_what_admits_less(pair: tuple[Any, Any]) -> None:
    asked, relaxed, answered, widened = levels(*pair)
    # A bound where there was none is a warning.
    assert {asked, widened} <= {"breaking", "warning"}
    assert (relaxed, answered) == ("info", "info")


@pytest.mark.parametrize("pair", DIFFERENT.values(), ids=DIFFERENT)
def test_what_admits_something_else(pair: tuple[Any, Any]) -> None:
    assert set(levels(*pair)) == {"breaking"}
