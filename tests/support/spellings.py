"""Pairs of schemas that say the same in different words, and documents that hold them.

The words are those of OpenAPI 3.0 (``nullable``, boolean exclusive bounds), of 3.1 (JSON
Schema 2020-12), or of both. A pair that mixes them is in a document of each version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flaregen.document import Document, JSONObject
from tests.reading.documents import document
from tests.support.openapi import ref

_COMPONENTS: JSONObject = {
    "Text": {"type": "string"},
    "AlsoText": {"$ref": "#/components/schemas/Text"},
    "Point": {
        "type": "object",
        "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}},
        "required": ["x"],
    },
    "Circle": {
        "type": "object",
        "properties": {"kind": {"enum": ["circle"]}, "radius": {"type": "number"}},
        "required": ["kind", "radius"],
    },
    "Square": {
        "type": "object",
        "properties": {"kind": {"enum": ["square"]}, "side": {"type": "number"}},
        "required": ["kind", "side"],
    },
    "Figure": {
        "oneOf": [
            {"$ref": "#/components/schemas/Circle"},
            {"$ref": "#/components/schemas/Square"},
        ]
    },
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """``versions`` are those of the two documents."""

    name: str
    one: Any
    other: Any
    versions: tuple[str, str]

    def __str__(self) -> str:
        return f"{self.name} ({' and '.join(dict.fromkeys(self.versions))})"

    def documents(self) -> tuple[Document, Document]:
        """A document for each spelling, with the schema as the component ``Subject``."""
        old, new = self.versions
        return holding({"Subject": self.one}, old), holding({"Subject": self.other}, new)


def holding(properties: JSONObject, version: str, others: JSONObject | None = None) -> Document:
    """A document with schemas as components, and in a request and an answer as properties.

    ``others`` are more components.
    """
    schema: JSONObject = {
        "type": "object",
        "properties": {name: {"$ref": f"#/components/schemas/{name}"} for name in properties},
    }
    content: JSONObject = {"application/json": {"schema": schema}}
    answer: JSONObject = {"200": {"description": "An answer.", "content": content}}
    body: JSONObject = {"content": content, "required": True}
    operation: JSONObject = {"operationId": "use", "requestBody": body, "responses": answer}
    components: JSONObject = {"schemas": {**_COMPONENTS, **(others or {}), **properties}}
    servers = [{"url": "https://api.cloudflare.com/client/v4"}]
    return document(
        {"/subjects": {"post": operation}},
        version="3.0.3" if version == "3.0" else "3.1.0",
        components=components,
        servers=servers,
    )


_STRING, _INTEGER, _NUMBER = {"type": "string"}, {"type": "integer"}, {"type": "number"}
_OBJECT = {"type": "object", "properties": {"a": _STRING, "b": _INTEGER}, "required": ["a"]}

_KIND: JSONObject = {"propertyName": "kind"}
_MAPPED: JSONObject = {name: f"#/components/schemas/{name}" for name in ("Circle", "Square")}
_DISCRIMINATED: JSONObject = {
    "oneOf": [ref("Circle"), ref("Square")],
    "discriminator": {**_KIND},
}

_BOTH: dict[str, tuple[Any, Any]] = {
    "the order of properties": (
        {"type": "object", "properties": {"a": _STRING, "b": _INTEGER}},
        {"properties": {"b": _INTEGER, "a": _STRING}, "type": "object"},
    ),
    "the order of required": (
        {**_OBJECT, "required": ["a", "b"]},
        {**_OBJECT, "required": ["b", "a"]},
    ),
    "required twice": (_OBJECT, {**_OBJECT, "required": ["a", "a"]}),
    "nothing required": (
        {"type": "object", "properties": {"a": _STRING}},
        {"type": "object", "properties": {"a": _STRING}, "required": []},
    ),
    "properties that say object": (_OBJECT, {k: v for k, v in _OBJECT.items() if k != "type"}),
    "items that say array": ({"type": "array", "items": _STRING}, {"items": _STRING}),
    "a reference": (_STRING, ref("Text")),
    "a chain of references": (ref("Text"), ref("AlsoText")),
    "a reference through a reference": (
        {"type": "array", "items": ref("Point")},
        {"type": "array", "items": {"allOf": [ref("Point")]}},
    ),
    "a pointer into a schema": (_INTEGER, {"$ref": "#/components/schemas/Point/properties/x"}),
    "an allOf of one": (ref("Point"), {"allOf": [ref("Point")]}),
    "a oneOf of one": (ref("Point"), {"oneOf": [ref("Point")]}),
    "an anyOf of one": (_STRING, {"anyOf": [_STRING]}),
    "an allOf of two objects": (
        _OBJECT,
        {
            "allOf": [
                {"type": "object", "properties": {"a": _STRING}, "required": ["a"]},
                {"type": "object", "properties": {"b": _INTEGER}},
            ]
        },
    ),
    "an allOf with its own properties": (
        _OBJECT,
        {
            "type": "object",
            "properties": {"b": _INTEGER},
            "allOf": [{"type": "object", "properties": {"a": _STRING}, "required": ["a"]}],
        },
    ),
    "required in another member of an allOf": (
        _OBJECT,
        {
            "allOf": [
                {"type": "object", "properties": {"a": _STRING, "b": _INTEGER}},
                {"required": ["a"]},
            ]
        },
    ),
    "an allOf in an allOf": (
        {"allOf": [ref("Point"), ref("Circle")]},
        {"allOf": [{"allOf": [ref("Point"), ref("Circle")]}]},
    ),
    "a member of an allOf that says nothing": (_STRING, {"allOf": [_STRING, {}]}),
    "a bound next to an allOf": (
        {"type": "string", "maxLength": 5},
        {"allOf": [ref("Text")], "maxLength": 5},
    ),
    "a bound in an allOf": (
        {"type": "string", "maxLength": 5},
        {"allOf": [ref("Text"), {"maxLength": 5}]},
    ),
    "the tighter of two bounds": (
        {"type": "string", "maxLength": 5},
        {"allOf": [{"type": "string", "maxLength": 9}, {"maxLength": 5}]},
    ),
    "values that two lists have in common": (
        {"type": "string", "enum": ["a", "b"]},
        {"allOf": [{"type": "string", "enum": ["a", "b", "c"]}, {"enum": ["a", "b", "d"]}]},
    ),
    "values that say their type": (
        {"type": "string", "enum": ["a", "b"]},
        {"enum": ["a", "b"]},
    ),
    "values that say integer": ({"type": "integer", "enum": [1, 2]}, {"enum": [1, 2]}),
    "values in a union": (
        {"type": "string", "enum": ["a", "b"]},
        {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "string", "enum": ["b"]}]},
    ),
    "the order of values": (
        {"type": "string", "enum": ["a", "b"]},
        {"type": "string", "enum": ["b", "a"]},
    ),
    "a union of number and integer": (_NUMBER, {"anyOf": [_NUMBER, _INTEGER]}),
    "a oneOf of integer and number": (_NUMBER, {"oneOf": [_INTEGER, _NUMBER]}),
    "a nested union": (
        {"oneOf": [_STRING, ref("Circle"), ref("Square")]},
        {"oneOf": [_STRING, {"oneOf": [ref("Circle"), ref("Square")]}]},
    ),
    "a nested union behind a reference": (
        {"oneOf": [_STRING, ref("Circle"), ref("Square")]},
        {"oneOf": [_STRING, ref("Figure")]},
    ),
    "an anyOf in an anyOf": (
        {"anyOf": [_STRING, _INTEGER, ref("Point")]},
        {"anyOf": [{"anyOf": [_STRING, _INTEGER]}, ref("Point")]},
    ),
    "the same member twice": (
        {"anyOf": [_STRING, ref("Point")]},
        {"anyOf": [_STRING, _STRING, ref("Point")]},
    ),
    "the order of members": (
        {"oneOf": [_STRING, ref("Point")]},
        {"oneOf": [ref("Point"), _STRING]},
    ),
    "oneOf or anyOf of what shares no value": (
        {"oneOf": [_STRING, ref("Point")]},
        {"anyOf": [_STRING, ref("Point")]},
    ),
    "oneOf or anyOf of what different values tell apart": (
        {"oneOf": [ref("Circle"), ref("Square")]},
        {"anyOf": [ref("Circle"), ref("Square")]},
    ),
    "an object's type next to a union of objects": (
        {"oneOf": [ref("Circle"), ref("Square")]},
        {"type": "object", "oneOf": [ref("Circle"), ref("Square")]},
    ),
    "a union in an allOf": (ref("Figure"), {"allOf": [ref("Figure")]}),
    "open keys": (_OBJECT, {**_OBJECT, "additionalProperties": True}),
    "open keys as an empty schema": (_OBJECT, {**_OBJECT, "additionalProperties": {}}),
    "a map of anything": ({"type": "object"}, {"type": "object", "additionalProperties": True}),
    "a least length of zero": (_STRING, {"type": "string", "minLength": 0}),
    "no least number of items": (
        {"type": "array", "items": _STRING},
        {"type": "array", "items": _STRING, "minItems": 0},
    ),
    "no least number of properties": (_OBJECT, {**_OBJECT, "minProperties": 0}),
    "items that may repeat": (
        {"type": "array", "items": _STRING},
        {"type": "array", "items": _STRING, "uniqueItems": False},
    ),
    "items that may be anything": ({"type": "array"}, {"type": "array", "items": {}}),
    "what is not deprecated": (_STRING, {"type": "string", "deprecated": False}),
    "what is not read-only": (_STRING, {"type": "string", "readOnly": False}),
    "a bound of 5 and of 5.0": (
        {"type": "number", "maximum": 5},
        {"type": "number", "maximum": 5.0},
    ),
    "a member of a union, with one of an allOf that says nothing": (
        {"oneOf": [_STRING, ref("Point")]},
        {"oneOf": [{"allOf": [_STRING, {}]}, {"allOf": [ref("Point"), {}]}]},
    ),
    "a union in an allOf in a union": (
        {"anyOf": [_STRING, _INTEGER, ref("Point")]},
        {"anyOf": [{"allOf": [{"anyOf": [_STRING, _INTEGER]}, {}]}, ref("Point")]},
    ),
    "a union alone in another": (
        {"oneOf": [_STRING, ref("Circle")]},
        {"anyOf": [{"oneOf": [_STRING, ref("Circle")]}]},
    ),
    "a member of a union with a bound in an allOf": (
        {"anyOf": [{"type": "string", "maxLength": 5}, ref("Point")]},
        {"anyOf": [{"allOf": [_STRING, {"maxLength": 5}]}, ref("Point")]},
    ),
    "values inside of values": ({"enum": [[1], {"a": 2}]}, {"enum": [[1.0], {"a": 2.0}]}),
    "a multiple of one": (_INTEGER, {"type": "integer", "multipleOf": 1}),
    "a multiple of a part of one": (_INTEGER, {"type": "integer", "multipleOf": 0.5}),
    "whole multiples of a broken number": (
        {"type": "integer", "multipleOf": 3},
        {"type": "integer", "multipleOf": 1.5},
    ),
    "a bound between integers": (
        {"type": "integer", "minimum": 1},
        {"type": "integer", "minimum": 0.5},
    ),
    "true and false": ({"type": "boolean"}, {"type": "boolean", "enum": [True, False]}),
    "true and false alone": ({"type": "boolean"}, {"enum": [False, True]}),
    "as many properties as are required": (_OBJECT, {**_OBJECT, "minProperties": 1}),
    "a discriminator that maps names to themselves": (
        _DISCRIMINATED,
        {**_DISCRIMINATED, "discriminator": {**_KIND, "mapping": _MAPPED}},
    ),
    "a mapping to names and to references": (
        {**_DISCRIMINATED, "discriminator": {**_KIND, "mapping": {"c": "Circle"}}},
        {
            **_DISCRIMINATED,
            "discriminator": {**_KIND, "mapping": {"c": "#/components/schemas/Circle"}},
        },
    ),
    "what nothing forbids": ({}, {"anyOf": [{}, _STRING]}),
    "what is required in a union, and more in another member": (
        {"type": "object", "required": ["a"]},
        {"type": "object", "anyOf": [{"required": ["a"]}, {"required": ["b", "a"]}]},
    ),
    "what is required next to a union that requires more": (
        {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {"anyOf": [{"required": ["a"]}, {"required": ["b"]}, {"required": ["a", "b"]}]},
    ),
    "integers and texts, of which a number may be one": (
        _INTEGER,
        {"type": "number", "anyOf": [_INTEGER, _STRING]},
    ),
    "numbers that are whole": ({"type": "integer"}, {"type": "number", "multipleOf": 1}),
    "multiples of a whole number": (
        {"type": "integer", "multipleOf": 2},
        {"type": "number", "multipleOf": 2.0},
    ),
    "values that are written as fractions": (
        {"type": "integer", "enum": [1, 2]},
        {"type": "integer", "enum": [1.0, 2.0]},
    ),
    "items that hold anything, as one of one": (
        {"type": "array"},
        {"type": "array", "items": {"allOf": [{}]}},
    ),
    "members of a union that say what holds in any case": (
        {"oneOf": [_STRING, _INTEGER, {"type": "boolean"}, {"type": "array"}]},
        {
            "oneOf": [
                {"type": "string", "minLength": 0},
                _INTEGER,
                {"type": "boolean", "enum": [False, True]},
                {"type": "array", "items": {}, "uniqueItems": False},
            ]
        },
    ),
    "a number, and an integer within the same bounds": (
        {"type": "number", "minimum": 1},
        {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "number", "minimum": 1}]},
    ),
    "types of a list, next to other members": (
        {"oneOf": [ref("Point"), _STRING, _INTEGER]},
        {"anyOf": [ref("Point"), {"oneOf": [_STRING, {"type": "integer"}]}]},
    ),
    "values of several members, next to others": (
        {"oneOf": [ref("Point"), {"type": "string", "enum": ["a", "b"]}]},
        {
            "oneOf": [
                {"type": "string", "enum": ["b"]},
                ref("Point"),
                {"type": "string", "enum": ["a"]},
            ]
        },
    ),
    "a multiple of two numbers": (
        {"type": "number", "multipleOf": 1.5},
        {"allOf": [{"type": "number", "multipleOf": 0.5}, {"multipleOf": 0.3}]},
    ),
    "a part that says what holds in any case": (
        {"oneOf": [ref("Circle"), ref("Square")]},
        {"allOf": [{"minProperties": 0}, {"oneOf": [ref("Circle"), ref("Square")]}]},
    ),
    "how many members a closed object has": (
        {**_OBJECT, "additionalProperties": False},
        {**_OBJECT, "additionalProperties": False, "maxProperties": 2},
    ),
}

_OLD: dict[str, tuple[Any, Any]] = {
    "what is not nullable": (_STRING, {"type": "string", "nullable": False}),
    "null of a reference": (
        {"type": "object", "nullable": True, "allOf": [ref("Point")]},
        {"allOf": [ref("Point")], "nullable": True},
    ),
    "null as a value": (
        {"type": "string", "nullable": True, "enum": ["a", None]},
        {"type": "string", "enum": ["a", None]},
    ),
    "null that the values lack": (
        {"type": "string", "enum": ["a"]},
        {"type": "string", "nullable": True, "enum": ["a"]},
    ),
    "null as the only value of a member": (
        {"nullable": True, "anyOf": [_STRING, ref("Point")]},
        {"anyOf": [_STRING, ref("Point"), {"enum": [None]}]},
    ),
    "null of a member of a union": (
        {"nullable": True, "oneOf": [_STRING, ref("Point")]},
        {"oneOf": [{"type": "string", "nullable": True}, ref("Point")]},
    ),
    "a bound that is not exclusive": (
        {"type": "number", "minimum": 1, "maximum": 9},
        {
            "type": "number",
            "minimum": 1,
            "exclusiveMinimum": False,
            "maximum": 9,
            "exclusiveMaximum": False,
        },
    ),
    "an exclusive bound of an integer": (
        {"type": "integer", "minimum": 1},
        {"type": "integer", "minimum": 0, "exclusiveMinimum": True},
    ),
    "keywords next to a reference": (ref("Point"), {**ref("Point"), "minProperties": 9}),
}

_NEW: dict[str, tuple[Any, Any]] = {
    "a list of one type": (_STRING, {"type": ["string"]}),
    "a list of types as a member": (
        {"oneOf": [ref("Point"), {"type": ["string", "integer", "null"]}]},
        {"oneOf": [_STRING, ref("Point"), {"type": "null"}, _INTEGER]},
    ),
    "constants next to other members": (
        {"oneOf": [ref("Point"), {"type": "boolean"}, {"enum": ["a", "b"]}]},
        {
            "oneOf": [
                ref("Point"),
                {"const": "b"},
                {"type": "boolean", "enum": [True, False]},
                {"const": "a"},
            ]
        },
    ),
    "several types": ({"type": ["string", "integer"]}, {"anyOf": [_STRING, _INTEGER]}),
    "the order of types": ({"type": ["string", "integer"]}, {"type": ["integer", "string"]}),
    "number and integer": (_NUMBER, {"type": ["number", "integer"]}),
    "null in a list and in a union": (
        {"type": ["string", "null"]},
        {"anyOf": [_STRING, {"type": "null"}]},
    ),
    "null as a constant": (
        {"anyOf": [ref("Point"), {"type": "null"}]},
        {"anyOf": [ref("Point"), {"const": None}]},
    ),
    "null as a value": (
        {"oneOf": [ref("Point"), {"type": "null"}]},
        {"oneOf": [ref("Point"), {"enum": [None]}]},
    ),
    "null alone": ({"type": "null"}, {"const": None}),
    "null in a nested union": (
        {"anyOf": [_STRING, ref("Point"), {"type": "null"}]},
        {"anyOf": [_STRING, {"anyOf": [ref("Point"), {"type": "null"}]}]},
    ),
    "null and values": (
        {"type": ["string", "null"], "enum": ["a", None]},
        {"anyOf": [{"enum": ["a"]}, {"type": "null"}]},
    ),
    "null in an allOf": (
        {"anyOf": [ref("Point"), {"type": "null"}]},
        {"anyOf": [ref("Point"), {"allOf": [{"type": "null"}]}]},
    ),
    "null alone in a list": ({"type": "null"}, {"enum": [None]}),
    "what a property requires": (
        {**_OBJECT, "dependentRequired": {"a": ["b"]}},
        {**_OBJECT, "dependentSchemas": {"a": {"required": ["b"]}}},
    ),
    "a flag of 3.0": (_STRING, {"type": "string", "nullable": True}),
    "counts without what is counted": (
        {"type": "array", "items": _STRING},
        {"type": "array", "items": _STRING, "minContains": 2, "maxContains": 3},
    ),
    "one item or more of a kind": (
        {"type": "array", "contains": _STRING},
        {"type": "array", "contains": _STRING, "minContains": 1},
    ),
    "a constant": ({"type": "string", "enum": ["a"]}, {"const": "a"}),
    "constants in a union": ({"enum": ["a", "b"]}, {"oneOf": [{"const": "a"}, {"const": "b"}]}),
    "an exclusive bound of an integer": (
        {"type": "integer", "minimum": 1},
        {"type": "integer", "exclusiveMinimum": 0},
    ),
    "base64": (
        {"type": "string", "format": "byte"},
        {"type": "string", "contentEncoding": "base64"},
    ),
    "keywords next to a reference": (
        {"type": "string", "maxLength": 5},
        {**ref("Text"), "maxLength": 5},
    ),
    "a pattern that any text matches": (_STRING, {**_STRING, "pattern": "^.*$"}),
    "a text with a bound, next to one with a wider bound": (
        {**_STRING, "maxLength": 9},
        {"anyOf": [{**_STRING, "maxLength": 5}, {**_STRING, "maxLength": 9}]},
    ),
    "an integer within a number's bounds": (
        {"type": "number", "minimum": 0},
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 5},
                {"type": "number", "minimum": 0},
            ]
        },
    ),
    "a schema that is true": ({"type": "array"}, {"type": "array", "items": True}),
    "a pattern that every key has": (
        {"type": "object", "additionalProperties": _STRING},
        {"type": "object", "patternProperties": {".*": _STRING}},
    ),
    "a pattern that leaves no other keys": (
        {"type": "object", "additionalProperties": _STRING},
        {
            "type": "object",
            "patternProperties": {"^.*$": _STRING},
            "additionalProperties": False,
        },
    ),
    "open keys that were not evaluated": (_OBJECT, {**_OBJECT, "unevaluatedProperties": True}),
    "properties that were not evaluated": (
        {**_OBJECT, "additionalProperties": False},
        {**_OBJECT, "unevaluatedProperties": False},
    ),
    "items that were not evaluated": (
        {"type": "array", "prefixItems": [_STRING], "items": False},
        {"type": "array", "prefixItems": [_STRING], "unevaluatedItems": False},
    ),
    "nothing at all": (False, {"not": {}}),
    "nothing at all, as one of two that hold": (False, {"allOf": [_STRING, False]}),
    "a member that nothing is": (ref("Point"), {"anyOf": [{"not": {}}, ref("Point")]}),
    "what is not nothing": (_STRING, {"type": "string", "not": False}),
    "no further keys, as not anything": (
        {**_OBJECT, "additionalProperties": False},
        {**_OBJECT, "additionalProperties": {"not": {}}},
    ),
    "no further items, as not anything": (
        {"type": "array", "prefixItems": [_STRING], "items": False},
        {"type": "array", "prefixItems": [_STRING], "items": {"not": {}}},
    ),
    "positions that hold what all items hold": (
        {"type": "array", "prefixItems": [{"type": "integer"}], "items": _STRING},
        {"type": "array", "prefixItems": [{"type": "integer"}, _STRING], "items": _STRING},
    ),
    "only positions that hold what all items hold": (
        {"type": "array", "items": _STRING},
        {"type": "array", "prefixItems": [_STRING, _STRING], "items": _STRING},
    ),
    "positions that hold anything": ({"type": "array"}, {"type": "array", "prefixItems": [{}]}),
    "how many items a tuple has": (
        {"type": "array", "prefixItems": [_STRING], "items": False},
        {"type": "array", "prefixItems": [_STRING], "items": False, "maxItems": 1},
    ),
    "none of what may be there": (
        {"type": "array"},
        {"type": "array", "contains": {"const": 1}, "minContains": 0},
    ),
    "names that are texts": (_OBJECT, {**_OBJECT, "propertyNames": _STRING}),
    "names that need no others": (
        _OBJECT,
        {**_OBJECT, "dependentRequired": {"a": []}, "dependentSchemas": {"a": True}},
    ),
    "a definition of its own": (
        ref("Text"),
        {"$ref": "#/components/schemas/Subject/$defs/t", "$defs": {"t": _STRING}},
    ),
}

_ACROSS: dict[str, tuple[Any, Any]] = {
    "a flag and a type": ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
    "a flag and a member": (
        {"allOf": [ref("Point")], "nullable": True},
        {"anyOf": [ref("Point"), {"type": "null"}]},
    ),
    "a flag on a union and a member": (
        {"oneOf": [ref("Circle"), ref("Square")], "nullable": True},
        {"oneOf": [ref("Circle"), ref("Square"), {"type": "null"}]},
    ),
    "values with null": (
        {"type": "string", "nullable": True, "enum": ["a", None]},
        {"type": ["string", "null"], "enum": ["a", None]},
    ),
    "a list of one value and a constant": ({"enum": ["a"]}, {"const": "a"}),
    "exclusive bounds": (
        {"type": "number", "minimum": 0, "exclusiveMinimum": True},
        {"type": "number", "exclusiveMinimum": 0},
    ),
    "base64": (
        {"type": "string", "format": "byte"},
        {"type": "string", "contentEncoding": "base64"},
    ),
    "an example and a list of one": (
        {"type": "string", "example": "a"},
        {"type": "string", "examples": ["a"]},
    ),
}

SPELLINGS = (
    *(Spelling(k, *pair, ("3.0", "3.0")) for k, pair in {**_BOTH, **_OLD}.items()),
    *(Spelling(k, *pair, ("3.1", "3.1")) for k, pair in {**_BOTH, **_NEW}.items()),
    *(Spelling(k, *pair, ("3.0", "3.1")) for k, pair in _ACROSS.items()),
)
