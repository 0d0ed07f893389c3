"""Rules of a value: its type, its format, the values it may take, what is said about it."""

from __future__ import annotations

from flaregen.document import JSONObject
from flaregen.drift.rules.pairs import BREAKS, HARMLESS, NARROWS, WIDENS, pair, self_mirrored
from flaregen.drift.rules.rule import Example, Rule

_STRING: JSONObject = {"type": "string"}


def _member(before: JSONObject, after: JSONObject) -> Example:
    return Example("member", before, after)


_TYPES = (
    *pair(
        forth=("type-widened", "{subject}: type widened from {old} to {new}", WIDENS),
        back=("type-narrowed", "{subject}: type narrowed from {old} to {new}", NARROWS),
        example=_member({"type": "integer"}, {"type": "number"}),
        why="A wider type accepts all that was accepted before. Text outside of JSON carries "
        "numbers and booleans too, so there a string is wider than they are.",
    ),
    self_mirrored(
        "type-changed",
        "{subject}: type changed from {old} to {new}",
        BREAKS,
        _member({"type": "boolean"}, {"type": "object"}),
    ),
    *pair(
        forth=("format-widened", "{subject}: format widened from {old} to {new}", WIDENS),
        back=("format-narrowed", "{subject}: format narrowed from {old} to {new}", NARROWS),
        example=_member(
            {"type": "integer", "format": "int32"}, {"type": "integer", "format": "int64"}
        ),
    ),
    self_mirrored(
        "format-changed",
        "{subject}: format changed from {old} to {new}",
        BREAKS,
        _member({"type": "string", "format": "uuid"}, {"type": "string", "format": "uri"}),
        why="Typed clients parse by format, so that one more, one less or another one breaks them.",
    ),
    *pair(
        forth=("became-nullable", "{subject} may be null now", WIDENS),
        back=("became-not-nullable", "{subject} may not be null any more", NARROWS),
        example=_member({"type": "string"}, {"type": "string", "nullable": True}),
    ),
)

_VALUES = (
    *pair(
        forth=("enum-value-added", "{subject}: value {new} added", ("info", "warning")),
        back=("enum-value-removed", "{subject}: value {old} removed", NARROWS),
        example=_member({"type": "string", "enum": ["a"]}, {"type": "string", "enum": ["a", "b"]}),
        why="A reader that knows each value meets one it does not know; whether it copes is its "
        "own affair, so it is a warning.",
    ),
    *pair(
        forth=("enum-set", "{subject}: restricted to {new}", NARROWS),
        back=("enum-lifted", "{subject}: no longer restricted to {old}", ("info", "warning")),
        example=_member(_STRING, {"type": "string", "enum": ["a"]}),
    ),
    Rule(
        "enum-values-known",
        "{subject}: which values are accepted is known now: {new}",
        _member(_STRING, {"type": "string", "enum": ["a"]}),
        request="info",
        alone="that values are no longer listed is all there is to say when a list is lifted",
        why="Said beside `enum-set`, which breaks: these values a client can offer from now on.",
    ),
    *pair(
        forth=("const-set", "{subject}: fixed to {new}", NARROWS),
        back=("const-lifted", "{subject}: no longer fixed to {old}", WIDENS),
        example=_member(_STRING, {"type": "string", "const": "a"}),
    ),
    self_mirrored(
        "const-changed",
        "{subject}: fixed value changed from {old} to {new}",
        BREAKS,
        _member({"const": "a"}, {"const": "b"}),
    ),
    *pair(
        forth=("extensible-value-added", "{subject}: documented value {new} added", HARMLESS),
        back=("extensible-value-removed", "{subject}: documented value {old} removed", NARROWS),
        example=_member(
            {"type": "string", "x-extensible-enum": ["a"]},
            {"type": "string", "x-extensible-enum": ["a", "b"]},
        ),
        why="`x-extensible-enum` announces that values will be added.",
    ),
    *pair(
        forth=("pattern-set", "{subject}: pattern {new} set", NARROWS),
        back=("pattern-removed", "{subject}: pattern {old} removed", HARMLESS),
        example=_member(_STRING, {"type": "string", "pattern": "^a"}),
        why="Readers hardly ever depend on a pattern.",
    ),
    self_mirrored(
        "pattern-changed",
        "{subject}: pattern changed from {old} to {new}",
        ("warning", "info"),
        _member({"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^b"}),
        why="Which of two patterns admits more cannot be decided, so look.",
    ),
    *pair(
        forth=("pattern-widened", "{subject}: pattern {old} now admits anything", HARMLESS),
        back=("pattern-narrowed", "{subject}: {new} replaces a pattern of anything", NARROWS),
        example=_member({"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^.*$"}),
    ),
    *pair(
        forth=("multiple-of-set", "{subject}: `multipleOf` set to {new}", ("warning", "info")),
        back=("multiple-of-removed", "{subject}: `multipleOf` of {old} removed", WIDENS),
        example=_member({"type": "integer"}, {"type": "integer", "multipleOf": 5}),
    ),
    *pair(
        forth=("multiple-of-narrowed", "{subject}: `multipleOf` from {old} to {new}", NARROWS),
        back=("multiple-of-widened", "{subject}: `multipleOf` from {old} to {new}", WIDENS),
        example=_member(
            {"type": "integer", "multipleOf": 5}, {"type": "integer", "multipleOf": 10}
        ),
    ),
    self_mirrored(
        "multiple-of-changed",
        "{subject}: `multipleOf` changed from {old} to {new}",
        BREAKS,
        _member({"type": "integer", "multipleOf": 5}, {"type": "integer", "multipleOf": 7}),
    ),
    *pair(
        forth=("default-set", "{subject}: default {new} set", HARMLESS),
        back=("default-removed", "{subject}: default {old} removed", HARMLESS),
        example=_member(_STRING, {"type": "string", "default": "a"}),
    ),
    self_mirrored(
        "default-changed",
        "{subject}: default changed from {old} to {new}",
        HARMLESS,
        _member({"type": "string", "default": "a"}, {"type": "string", "default": "b"}),
    ),
    *pair(
        forth=("parameter-default-set", "{subject}: default {new} set", BREAKS),
        back=("parameter-default-removed", "{subject}: default {old} removed", BREAKS),
        example=Example(
            "parameter", {"schema": _STRING}, {"schema": {"type": "string", "default": "a"}}
        ),
        why="A call that leaves the parameter out means something else from now on.",
    ),
    self_mirrored(
        "parameter-default-changed",
        "{subject}: default changed from {old} to {new}",
        BREAKS,
        Example(
            "parameter",
            {"schema": {"type": "string", "default": "a"}},
            {"schema": {"type": "string", "default": "b"}},
        ),
        why="A call that leaves the parameter out means something else from now on.",
    ),
)

_CONTENT = (
    self_mirrored(
        "content-encoding-changed",
        "{subject}: `contentEncoding` changed from {old} to {new}",
        BREAKS,
        _member(_STRING, {"type": "string", "contentEncoding": "base64"}),
    ),
    self_mirrored(
        "content-media-type-changed",
        "{subject}: `contentMediaType` changed from {old} to {new}",
        BREAKS,
        _member(_STRING, {"type": "string", "contentMediaType": "image/png"}),
    ),
    *pair(
        forth=("content-schema-set", "{subject}: `contentSchema` set", NARROWS),
        back=("content-schema-removed", "{subject}: `contentSchema` removed", WIDENS),
        example=_member(_STRING, {"type": "string", "contentSchema": {"type": "object"}}),
    ),
    self_mirrored(
        "xml-changed",
        "{subject}: XML form changed from {old} to {new}",
        ("warning", "warning"),
        _member(_STRING, {"type": "string", "xml": {"attribute": True}}),
        why="It matters where the body travels as XML.",
    ),
)

_SAID = (
    self_mirrored(
        "title-changed",
        "{subject}: renamed from {old} to {new}",
        HARMLESS,
        _member({"type": "string", "title": "A"}, {"type": "string", "title": "B"}),
        why="Nothing changes on the wire; a generated client may name a class after it.",
    ),
    self_mirrored(
        "description-changed",
        "{subject}: description changed",
        HARMLESS,
        _member(
            {"type": "string", "description": "One."}, {"type": "string", "description": "Two."}
        ),
    ),
    self_mirrored(
        "example-changed",
        "{subject}: example changed",
        HARMLESS,
        _member({"type": "string", "example": "a"}, {"type": "string", "example": "b"}),
    ),
    self_mirrored(
        "external-docs-changed",
        "{subject}: link to documentation changed",
        HARMLESS,
        _member(_STRING, {"type": "string", "externalDocs": {"url": "https://example.com"}}),
    ),
)

RULES: tuple[Rule, ...] = (*_TYPES, *_VALUES, *_CONTENT, *_SAID)
