"""Keywords one by one: what admits less breaks requests, what admits more breaks answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from flaregen.drift.change import worst
from flaregen.drift.compare import compare
from tests.drift.settings import around
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
    "multipleOf of decimals": (number(multipleOf=0.1), number(multipleOf=0.3)),
    "type of multiples": (number(multipleOf=0.5), {**WHOLE, "multipleOf": 0.5}),
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
    "one more name in dependentRequired": (
        thing(dependentRequired={"a": ["b"]}),
        thing(dependentRequired={"a": ["c", "b"]}),
    ),
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
    "maxItems of a closed list": (
        items(prefixItems=[TEXT, WHOLE], items=False),
        items(prefixItems=[TEXT, WHOLE], maxItems=1),
    ),
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
    "an anyOf inside of not": (
        text(**{"not": {"anyOf": [{"minLength": 9}, {"pattern": "^a"}]}}),
        text(**{"not": {"anyOf": [{"minLength": 9}, {"pattern": "^a"}, {"pattern": "^b"}]}}),
    ),
    "a bound where not had none": (
        text(**{"not": {"pattern": "^a", "minLength": 2}}),
        text(**{"not": {"pattern": "^a"}}),
    ),
    "a oneOf with a member that is anything": ({}, {"oneOf": [{}, TEXT, thing()]}),
    "one more of a oneOf with a member that is anything": (
        {"oneOf": [{}, text(minLength=2), thing()]},
        {"oneOf": [{}, text(minLength=1), thing()]},
    ),
    "what follows from a condition that always holds": (
        thing(**{"if": True, "then": {"maxProperties": 5}}),
        thing(**{"if": {}, "then": {"maxProperties": 4}}),
    ),
    "the format of any type": ({}, {"format": "uuid"}),
    "the format of an object": (thing(), thing(format="uuid")),
    "oneOf": ({"oneOf": [TEXT, LIST, thing()]}, {"oneOf": [TEXT, LIST]}),
    "oneOf in an allOf, up to one member": (
        {
            "allOf": [
                {"oneOf": [thing(required=["a"]), thing(required=["b"])]},
                thing(required=["c"]),
            ]
        },
        {"allOf": [{"oneOf": [thing(required=["a"])]}, thing(required=["c"])]},
    ),
    "oneOf next to other keywords, up to one member": (
        thing(maxProperties=3, oneOf=[thing(required=["a"]), thing(required=["b"])]),
        thing(maxProperties=3, oneOf=[thing(required=["a"])]),
    ),
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
    "a type that listed values do not have": (
        {"allOf": [text(enum=["a"]), {}]},
        {"allOf": [text(enum=["a"]), {}, LIST]},
    ),
    "list and object": (LIST, thing()),
    "const": ({"const": "a"}, {"const": "b"}),
    "multipleOf": ({**WHOLE, "multipleOf": 2}, {**WHOLE, "multipleOf": 3}),
    "format": (text(format="uuid"), text(format="email")),
    "items": (LIST, items(items=WHOLE)),
    "prefixItems": (items(prefixItems=[TEXT]), items(prefixItems=[WHOLE])),
    "prefixItems and items": (LIST, {**LIST, "prefixItems": [WHOLE]}),
    "additionalProperties": (thing(additionalProperties=TEXT), thing(additionalProperties=WHOLE)),
    "what is counted, up to a bound": (
        {**SEEN, "contains": text(maxLength=3), "maxContains": 2},
        {**SEEN, "contains": text(maxLength=4), "maxContains": 2},
    ),
    "a union with null, and a plain schema": (
        {"anyOf": [thing(required=["a"]), thing(required=["b"]), {"type": "null"}]},
        thing(),
    ),
    "what decides between then and else": (
        {"if": TEXT, "then": {"minLength": 2}, "else": {"minimum": 2}},
        {"if": WHOLE, "then": {"minLength": 2}, "else": {"minimum": 2}},
    ),
}


EQUAL: dict[str, tuple[Any, Any]] = {
    "a value that is not another type": (TEXT, text(**{"not": WHOLE})),
    "values that are not other types": (
        text(**{"not": thing()}),
        text(**{"not": {"type": ["boolean", "null"]}}),
    ),
    "a condition that always holds": (
        text(minLength=2),
        text(**{"if": {}, "then": {"minLength": 2}, "else": {"minLength": 3}}),
    ),
    "a condition that never holds": (
        text(minLength=2),
        text(**{"if": False, "then": {"minLength": 3}, "else": {"minLength": 2}}),
    ),
    "anything but a member": ({"not": TEXT}, {"oneOf": [TEXT, {}]}),
    "anything or a member": ({}, {"anyOf": [TEXT, {}]}),
    "a member twice": ({"oneOf": [TEXT, thing()]}, {"oneOf": [TEXT, thing(), thing()]}),
    "a bound that goes from a part to the whole": (
        {"allOf": [TEXT, {"minLength": 1}, {"maxLength": 5}]},
        {"allOf": [TEXT, {"minLength": 1}], "maxLength": 5},
    ),
    "no items": (items(items=False), items(maxItems=0)),
    "no items of a kind": (items(maxItems=0), items(items=TEXT, maxItems=0)),
    "no members": (thing(additionalProperties=False), thing(maxProperties=0)),
    "unevaluated next to additional properties": (
        thing(),
        thing(additionalProperties=True, unevaluatedProperties=False),
    ),
    "unevaluated items next to others": (items(), items(items={}, unevaluatedItems=False)),
    "a required name that another part declares": (
        {"allOf": [thing(required=["a"], properties={"b": TEXT}), thing(properties={"a": TEXT})]},
        {
            "allOf": [
                thing(required=["a"], properties={"a": TEXT, "b": TEXT}),
                thing(properties={"a": TEXT}),
            ]
        },
    ),
    "all types there are": (
        {},
        {"type": ["string", "number", "boolean", "array", "object", "null"]},
    ),
    "any other members": (thing(), thing(additionalProperties={"anyOf": [TEXT, {}]})),
    "the type of values": ({**NUMBER, "enum": [1, 4]}, {**WHOLE, "enum": [1, 4]}),
    "a list closed by its number": (
        items(prefixItems=[TEXT, WHOLE], items=False),
        items(prefixItems=[TEXT, WHOLE], maxItems=2),
    ),
    "the number of a closed list": (
        items(prefixItems=[TEXT], items=False, maxItems=5),
        items(prefixItems=[TEXT], items=TEXT, maxItems=1),
    ),
    "places after the last item": (
        items(prefixItems=[TEXT, WHOLE], maxItems=1),
        items(prefixItems=[TEXT, TEXT, TEXT], items=WHOLE, maxItems=1),
    ),
    "a place after the last item of a closed list": (
        items(prefixItems=[TEXT], items=False, maxItems=1),
        items(prefixItems=[TEXT, WHOLE], items=False, maxItems=1),
    ),
    "parts that refuse another type": (
        TEXT,
        text(**{"not": {"allOf": [{"type": "integer"}, {"minimum": 2}]}}),
    ),
}


def levels(old: Any, new: Any, **more: Any) -> Iterator[str]:
    """The gravest level of an edit, and of the opposite one, in a request and in an answer."""
    for way in ("requestBody", "answer"):
        made = []
        for schema in (old, new):
            body = {"content": {"application/json": {"schema": schema}}}
            answers: Any = {"200": {"description": "", **(body if way == "answer" else {})}}
            sent = {"requestBody": body} if way == "requestBody" else {}
            paths = {"/x": {"post": {**sent, "responses": answers}}}
            made.append(document(paths, version="3.1.0", **more))
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


@pytest.mark.parametrize("pair", EQUAL.values(), ids=EQUAL)
def test_what_admits_the_same(pair: tuple[Any, Any]) -> None:
    assert set(levels(*pair)) == {"none"}


def test_a_property_that_is_narrower_than_the_rest_of_a_map() -> None:
    wide, narrow = thing(additionalProperties=NUMBER), thing(properties={"a": WHOLE})
    asked, _, _, widened = levels(wide, wide | narrow)
    assert (asked, widened) == ("breaking", "breaking")


@pytest.mark.parametrize("own", [{}, {"additionalProperties": NUMBER}], ids=str)
def test_what_a_name_is_that_was_required_already(own: dict[str, Any]) -> None:
    named = thing(required=["a"], **own)
    asked, _, _, widened = levels(named, named | {"properties": {"a": WHOLE}})
    assert (asked, widened) == ("breaking", "breaking")
    anything = own.get("additionalProperties", {})
    assert next(levels(named, named | {"properties": {"a": anything}})) == "none"


def test_what_is_never_sent_may_go() -> None:
    sent, answered = {**TEXT, "writeOnly": True}, {**TEXT, "readOnly": True}
    both = thing(properties={"a": sent, "b": answered}, required=["a", "b"])
    assert list(levels(both, thing(properties={"a": sent}, required=["a"])))[:2] == ["info"] * 2
    assert list(levels(both, thing(properties={"b": answered}, required=["b"])))[2:] == ["info"] * 2


def test_an_integer_is_a_number_as_well() -> None:
    members = [number(minimum=1), {**WHOLE, "multipleOf": 3}]
    assert next(levels({"anyOf": members}, {"oneOf": members})) == "warning"


def test_a_member_that_another_one_is_as_well() -> None:
    components = {"schemas": {"One": thing(required=["a"]), "Other": thing(required=["a"])}}
    one, other = ({"$ref": f"#/components/schemas/{name}"} for name in components["schemas"])
    once, twice = ({"anyOf": [TEXT, *refs]} for refs in ([one], [one, other]))
    assert set(levels(once, twice, components=components)) == {"info"}
    inline = {"anyOf": [TEXT, one, thing(required=["a"])]}
    assert set(levels(once, inline, components=components)) == {"info"}


_ONE = {"$ref": "#/components/schemas/One"}
REVERSING: dict[str, Any] = {
    "not": {"not": _ONE},
    "if": {"if": _ONE, "then": {"pattern": "^a"}},
    "a oneOf with a member that is anything": {"oneOf": [{}, _ONE]},
}


def narrowed(schema: Any) -> str:
    """The gravest level in a request, where a component that the schema refers to admits less."""
    body = {"content": {"application/json": {"schema": thing(properties={"a": schema})}}}
    paths = {"/x": {"post": {"requestBody": body, "responses": {}}}}
    texts = (text(maxLength=4), text(maxLength=3))
    old, new = (
        document(paths, version="3.1.0", components={"schemas": {"One": one}}) for one in texts
    )
    return worst(one.level for one in compare(old, new, TODAY))


@pytest.mark.parametrize("schema", REVERSING.values(), ids=REVERSING)
def test_a_component_where_less_is_more(schema: Any) -> None:
    assert narrowed(schema) == "info"


def test_a_component_where_less_is_both() -> None:
    assert (
        narrowed({"if": _ONE, "then": {"pattern": "^a"}, "else": {"pattern": "^b"}}) == "breaking"
    )
    assert narrowed({"if": _ONE, "else": {"pattern": "^b"}}) == "breaking"
    assert narrowed(items(contains=_ONE, maxContains=3)) == "breaking"


@pytest.mark.parametrize(
    ("direction", "levels"),
    [("request", ["info", "breaking"]), ("response", ["breaking", "info"])],
)
@pytest.mark.parametrize("old", [TEXT, {"type": ["string", "integer"]}, thing()])
def test_any_type_but_what_is_ruled_out(old: Any, direction: Any, levels: list[str]) -> None:
    """A type that goes admits more, and what comes to be ruled out admits less."""
    found = compare(around(old, direction), around({"not": {"const": "a"}}, direction), TODAY)
    assert [one.id for one in found] == ["type-widened", "not-set"]
    assert [one.level for one in found] == levels
