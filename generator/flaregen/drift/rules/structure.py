"""Rules of what a value is made of: properties, items, members, conditions."""

from __future__ import annotations

from flaregen.document import JSON, JSONObject
from flaregen.drift.rules.pairs import (
    BREAKS,
    HARMLESS,
    NARROWS,
    WIDENS,
    Levels,
    pair,
    self_mirrored,
)
from flaregen.drift.rules.rule import Example, Rule

_STRING: JSONObject = {"type": "string"}
_OBJECT: JSONObject = {"type": "object"}


def _schema(before: JSONObject, after: JSONObject) -> Example:
    return Example("schema", before, after)


def _with(keyword: str, value: JSON, base: JSONObject | None = None) -> Example:
    base = _OBJECT if base is None else base
    return _schema(base, {**base, keyword: value})


def _object(required: list[JSON], **field: JSON) -> JSONObject:
    shape: JSONObject = {"type": "object", "properties": {"a": {"type": "string", **field}}}
    if required:
        shape["required"] = required
    return shape


def _named(name: str) -> JSONObject:
    return {"type": "object", "properties": {name: {"type": "string", "description": "One."}}}


def _keyword(keyword: str, stem: str, example: Example, *, why: str = "") -> tuple[Rule, Rule]:
    """A subschema that is there or not: there, it narrows."""
    return pair(
        forth=(f"{stem}-set", "{subject}: `" + keyword + "` set", NARROWS),
        back=(f"{stem}-removed", "{subject}: `" + keyword + "` removed", WIDENS),
        example=example,
        why=why,
    )


_PROPERTIES = (
    *pair(
        forth=("property-added", "{subject} added, optional", HARMLESS),
        back=("property-removed", "{subject} removed", ("warning", "warning")),
        example=_schema(_OBJECT, _object([])),
        why="What a client still sends may be ignored; what it reads may be gone, though it was "
        "never promised.",
    ),
    *pair(
        forth=("required-property-added", "{subject} added, required", NARROWS),
        back=("required-property-removed", "{subject} removed", ("warning", "breaking")),
        example=_schema(_OBJECT, _object(["a"])),
    ),
    *pair(
        forth=("property-became-required", "{subject} became required", NARROWS),
        back=("property-became-optional", "{subject} became optional", WIDENS),
        example=_schema(_object([]), _object(["a"])),
    ),
    self_mirrored(
        "property-renamed",
        "{subject}: renamed from {old} to {new}",
        ("warning", "warning"),
        _schema(_named("a"), _named("b")),
        why="The same schema under another name, with nothing else like it on either side.",
    ),
    self_mirrored(
        "required-property-renamed",
        "{subject}: renamed from {old} to {new}",
        BREAKS,
        _schema({**_named("a"), "required": ["a"]}, {**_named("b"), "required": ["b"]}),
        why="It was promised under the old name, or is asked for under the new one.",
    ),
    *pair(
        forth=("became-read-only", "{subject} became read-only", HARMLESS),
        back=("became-not-read-only", "{subject} is no longer read-only", HARMLESS),
        example=_schema(_object([]), _object([], readOnly=True)),
    ),
    *pair(
        forth=("became-write-only", "{subject} became write-only", HARMLESS),
        back=("became-not-write-only", "{subject} is no longer write-only", HARMLESS),
        example=_schema(_object([]), _object([], writeOnly=True)),
    ),
    *pair(
        forth=("required-became-write-only", "{subject} became write-only", HARMLESS),
        back=(
            "required-became-not-write-only",
            "{subject} is no longer write-only",
            ("info", "warning"),
        ),
        example=_schema(_object(["a"]), _object(["a"], writeOnly=True)),
        why="A response that never held it has to hold it now.",
    ),
    *pair(
        forth=(
            "additional-properties-closed",
            "{subject}: further properties are refused",
            NARROWS,
        ),
        back=("additional-properties-opened", "{subject}: further properties allowed", HARMLESS),
        example=_with("additionalProperties", value=False),
    ),
    *pair(
        forth=(
            "additional-properties-typed",
            "{subject}: further properties got a schema",
            NARROWS,
        ),
        back=(
            "additional-properties-untyped",
            "{subject}: further properties may be anything",
            WIDENS,
        ),
        example=_with("additionalProperties", _STRING),
    ),
    *pair(
        forth=("pattern-property-added", "{subject}: properties like {new} got a schema", NARROWS),
        back=(
            "pattern-property-removed",
            "{subject}: properties like {old} lost their schema",
            WIDENS,
        ),
        example=_with("patternProperties", {"^x-": _STRING}),
    ),
    *_keyword("propertyNames", "property-names", _with("propertyNames", {"pattern": "^a"})),
    *_keyword(
        "unevaluatedProperties",
        "unevaluated-properties",
        _with("unevaluatedProperties", value=False),
    ),
    *pair(
        forth=("dependent-required-set", "{subject}: {name} now asks for {new}", NARROWS),
        back=("dependent-required-removed", "{subject}: {name} no longer asks for {old}", WIDENS),
        example=_with("dependentRequired", {"a": ["b"]}),
    ),
    self_mirrored(
        "dependent-required-changed",
        "{subject}: what {name} asks for changed from {old} to {new}",
        BREAKS,
        _schema(
            {"type": "object", "dependentRequired": {"a": ["b"]}},
            {"type": "object", "dependentRequired": {"a": ["b", "c"]}},
        ),
    ),
    *pair(
        forth=("dependent-schema-set", "{subject}: {name} now brings a schema", NARROWS),
        back=("dependent-schema-removed", "{subject}: {name} no longer brings a schema", WIDENS),
        example=_with("dependentSchemas", {"a": {"required": ["b"]}}),
    ),
)

_ARRAY: JSONObject = {"type": "array"}
_ITEMS = (
    *_keyword("items", "items", _with("items", _STRING, _ARRAY)),
    *pair(
        forth=("prefix-item-added", "{subject}: a position of its own added", WIDENS),
        back=("prefix-item-removed", "{subject}: a position of its own removed", NARROWS),
        example=_schema(
            {"type": "array", "prefixItems": [_STRING]},
            {"type": "array", "prefixItems": [_STRING, {"type": "integer"}]},
        ),
    ),
    *_keyword("contains", "contains", _with("contains", _STRING, _ARRAY)),
    *_keyword("unevaluatedItems", "unevaluated-items", _with("unevaluatedItems", False, _ARRAY)),  # noqa: FBT003  JSON's false
    *pair(
        forth=("unique-items-set", "{subject}: items have to be unique", NARROWS),
        back=("unique-items-removed", "{subject}: items may repeat", WIDENS),
        example=_with("uniqueItems", value=True, base=_ARRAY),
    ),
)

_CAT: JSONObject = {"title": "Cat", "type": "object", "properties": {"purr": {"type": "boolean"}}}
_DOG: JSONObject = {"title": "Dog", "type": "object", "properties": {"bark": {"type": "integer"}}}
_FISH: JSONObject = {"title": "Fish", "type": "object", "properties": {"fin": {"type": "string"}}}


def _members(keyword: str) -> Example:
    return _schema({keyword: [_CAT, _DOG]}, {keyword: [_CAT, _DOG, _FISH]})


def _union(keyword: str, stem: str, added: Levels) -> tuple[Rule, Rule]:
    return pair(
        forth=(f"{stem}-added", "{subject}: member {name} added to `" + keyword + "`", added),
        back=(
            f"{stem}-removed",
            "{subject}: member {name} removed from `" + keyword + "`",
            NARROWS,
        ),
        example=_members(keyword),
    )


_COMPOSITION = (
    *_union("oneOf", "one-of", WIDENS),
    *_union("anyOf", "any-of", HARMLESS),
    *pair(
        forth=("all-of-added", "{subject}: {name} added to `allOf`", NARROWS),
        back=("all-of-removed", "{subject}: {name} removed from `allOf`", ("warning", "breaking")),
        example=_members("allOf"),
    ),
    *pair(
        forth=("all-of-note-added", "{subject}: a remark added to `allOf`", HARMLESS),
        back=("all-of-note-removed", "{subject}: a remark removed from `allOf`", HARMLESS),
        example=_schema({"allOf": [_CAT, _DOG]}, {"allOf": [_CAT, _DOG, {"description": "Pets."}]}),
    ),
    *pair(
        forth=("union-set", "{subject}: has to fit a member of `{name}` as well", NARROWS),
        back=("union-removed", "{subject}: need not fit a member of `{name}` any more", WIDENS),
        example=_with("oneOf", [{"required": ["a"]}, {"required": ["b"]}]),
    ),
    *pair(
        forth=("became-any-of", "{subject}: `oneOf` became `anyOf`", ("info", "info")),
        back=("became-one-of", "{subject}: `anyOf` became `oneOf`", ("warning", "info")),
        example=_schema({"oneOf": [_CAT, _DOG]}, {"anyOf": [_CAT, _DOG]}),
        why="`oneOf` refuses what fits two members.",
    ),
    *_keyword("not", "not", _with("not", {"required": ["a"]})),
    *_keyword("if", "if", _with("if", {"required": ["a"]})),
    *_keyword("then", "then", _with("then", {"required": ["b"]}, {"if": {"required": ["a"]}})),
    *_keyword("else", "else", _with("else", {"required": ["b"]}, {"if": {"required": ["a"]}})),
)

_PETS: JSONObject = {"oneOf": [_CAT, _DOG]}
_KIND: JSONObject = {**_PETS, "discriminator": {"propertyName": "kind"}}
_MAPPED: JSONObject = {
    **_PETS,
    "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/cat"}},
}
_MAPPED_AGAIN: JSONObject = {
    **_PETS,
    "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/tom"}},
}
_DISCRIMINATOR = (
    *pair(
        forth=("discriminator-set", "{subject}: discriminator {new} set", HARMLESS),
        back=("discriminator-removed", "{subject}: discriminator {old} removed", HARMLESS),
        example=_schema(_PETS, _KIND),
        why="It helps to tell the members apart; which values are valid does not depend on it.",
    ),
    self_mirrored(
        "discriminator-changed",
        "{subject}: discriminator changed from {old} to {new}",
        HARMLESS,
        _schema(_KIND, {**_PETS, "discriminator": {"propertyName": "type"}}),
    ),
    *pair(
        forth=(
            "discriminator-value-added",
            "{subject}: discriminator value {name} added",
            HARMLESS,
        ),
        back=(
            "discriminator-value-removed",
            "{subject}: discriminator value {name} removed",
            HARMLESS,
        ),
        example=_schema(_KIND, _MAPPED),
    ),
    self_mirrored(
        "discriminator-value-changed",
        "{subject}: discriminator value {name} leads from {old} to {new}",
        HARMLESS,
        _schema(_MAPPED, _MAPPED_AGAIN),
    ),
)

RULES: tuple[Rule, ...] = (*_PROPERTIES, *_ITEMS, *_COMPOSITION, *_DISCRIMINATOR)
