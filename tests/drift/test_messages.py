"""What a message is about: the node that changed, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.drift.compare import compare

from .settings import api, around

TODAY = date(2026, 1, 1)
TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
RETYPED = "type changed from integer to string"


def thing(**keywords: Any) -> dict[str, Any]:
    return {"type": "object", **keywords}


def field(schema: Any) -> dict[str, Any]:
    return thing(properties={"a": schema})


def said(old: Any, new: Any) -> str:
    sides = (around(schema, "request", openapi="3.1.0") for schema in (old, new))
    (change,) = compare(*sides, TODAY)
    return change.message.removeprefix("POST /a request body as application/json").lstrip(": ")


@pytest.mark.parametrize(
    ("keyword", "trail"),
    [
        ("items", "[]"),
        ("additionalProperties", ".*"),
        ("contains", "[contains]"),
        ("contentSchema", "[contentSchema]"),
        ("not", "[not]"),
    ],
)
def test_a_schema_inside_of_another_is_not_that_one(keyword: str, trail: str) -> None:
    old, new = {keyword: WHOLE}, {keyword: TEXT}
    assert said(field(old), field(new)) == f"`a{trail}`: {RETYPED}"


@pytest.mark.parametrize(
    ("holder", "trail"),
    [
        (lambda schema: {"propertyNames": schema}, "propertyNames"),
        (lambda schema: {"dependentSchemas": {"items": schema}}, "dependentSchemas items"),
        (lambda schema: {"if": {"required": ["a"]}, "then": schema}, "then"),
    ],
)
def test_what_holds_for_names_or_sometimes_is_said_so(holder: Any, trail: str) -> None:
    old, new = (thing(**holder({"maxProperties": most})) for most in (2, 3))
    assert said(old, new) == f"`[{trail}]`: `maxProperties` raised from 2 to 3"


def test_the_members_of_a_map_are_not_the_map() -> None:
    assert said(thing(additionalProperties=WHOLE), thing(additionalProperties=TEXT)) == (
        f"`*`: {RETYPED}"
    )
    null = {"type": ["string", "null"]}
    assert said(
        field(thing(additionalProperties=null)), field(thing(additionalProperties=TEXT))
    ) == ("`a.*` can no longer be null")
    held = (thing(additionalProperties=field(one)) for one in (WHOLE, TEXT))
    assert said(*map(field, held)) == f"`a.*.a`: {RETYPED}"


UNION = {"anyOf": [TEXT, field(TEXT)]}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ({"type": "array"}, {"type": "array", "items": TEXT}, "`items` {set|removed}"),
        (TEXT, {**TEXT, "not": {"maxLength": 3}}, "`not` {set|removed}"),
        (
            thing(),
            thing(additionalProperties=TEXT),
            "additional properties {must match a schema|may be anything}",
        ),
        (
            UNION,
            {"anyOf": [*UNION["anyOf"], thing(properties={"b": TEXT})]},
            "member object with b {added to|removed from} `anyOf`",
        ),
        (
            thing(),
            thing(dependentSchemas={"items": {"maxProperties": 3}}),
            "with items {a|no} schema applies",
        ),
        (
            thing(),
            thing(patternProperties={"^x": TEXT}),
            "schema {added|removed} for properties ^x",
        ),
    ],
)
@pytest.mark.parametrize("name", ["a", "items"])
def test_a_keyword_that_came_or_went_is_that_of_the_schema_around_it(
    old: Any, new: Any, message: str, name: str
) -> None:
    before, rest = message.split("{")
    choice, after = rest.split("}")
    here, there = (thing(properties={name: schema}) for schema in (old, new))
    for pair, word in zip(((here, there), (there, here)), choice.split("|"), strict=True):
        assert said(*pair) == f"`{name}`: {before}{word}{after}"


def test_a_media_type_that_came_or_went_is_that_of_the_body() -> None:
    def document(*names: str) -> Any:
        body = {"content": {name: {"schema": TEXT} for name in names}}
        return api({"requestBody": body, "responses": {}})

    one, both = document("application/json"), document("application/json", "text/csv")
    for pair, word in (((one, both), "added"), ((both, one), "removed")):
        (change,) = compare(*pair, TODAY)
        assert change.message == f"POST /a request body: media type text/csv {word}"


def test_what_a_callback_is_sent_is_not_what_its_operation_is_sent() -> None:
    def document(schema: Any) -> Any:
        body = {"requestBody": {"content": {"application/json": {"schema": schema}}}}
        called = {"{$url}": {"post": {**body, "responses": {}}}}
        return api({"responses": {}, "callbacks": {"done": called}})

    (change,) = compare(document(WHOLE), document(TEXT), TODAY)
    assert change.message == (
        f"POST /a callback done (POST {{$url}}) request body as application/json: {RETYPED}"
    )


def test_null_is_told_once() -> None:
    named = [{"type": ["object", "string"]}, {"type": ["object", "null"]}]
    old, new = (around(one, "request", openapi="3.1.0") for one in named)
    place = "POST /a request body as application/json"
    assert [change.message for change in compare(old, new, TODAY)] == [
        f"{place} may now be null",
        f"{place}: type narrowed from object, string to object",
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("externalDocs", {"url": "https://a.test"}),
        ("jsonSchemaDialect", "https://spec.openapis.org/oas/3.1/dialect/base"),
        ("$self", "https://a.test/api.json"),
    ],
)
def test_what_a_document_says_of_itself(key: str, value: Any) -> None:
    bare, full = api({}, openapi="3.1.0"), api({}, openapi="3.1.0", **{key: value})
    for old, new in ((bare, full), (full, bare)):
        (change,) = compare(old, new, TODAY)
        assert (change.id, change.level) == ("info-changed", "info")
        assert change.message == f"{key} of the document changed"


@pytest.mark.parametrize("said", [{"maxLength": 3}, {"default": "x"}, {"pattern": "x"}], ids=str)
def test_what_a_property_says_once_is_about_the_property(said: dict[str, Any]) -> None:
    sides = [around(field(one), "request") for one in (TEXT, {**TEXT, **said})]
    for pair in (sides, sides[::-1]):
        (change,) = compare(*pair, TODAY)
        assert change.name == "a"


def test_one_of_several_values_is_what_a_change_is_about() -> None:
    sides = [around(field({**TEXT, "enum": [*values]}), "request") for values in ("xy", "x")]
    for pair in (sides, sides[::-1]):
        (change,) = compare(*pair, TODAY)
        assert change.name == "y"


def test_values_that_exclude_each_other_are_told_as_values() -> None:
    parts = ({"type": "boolean", "enum": [value]} for value in (True, False))
    schemas = {"allOf": [*parts]}, {"type": "boolean", "enum": [True]}
    old, new = (around(schema, "response") for schema in schemas)
    (change,) = compare(old, new, TODAY)
    assert change.message.endswith("value true added")
