"""What the keywords of one node say, without a look at any other node."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from flaregen.document import JSON, JSONObject
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import ANNOTATIONS, listed_values, says_nothing

_NOTES = ANNOTATIONS | {"nullable", "readOnly", "writeOnly", "default", "xml"}
"""What a node may say of the schema that it wraps."""

_PLACES = frozenset({"$defs", "definitions", "$id", "$schema", "$anchor", "$dynamicAnchor"})
"""Keywords that say where schemas are."""


def restricts(value: JSON, apart_from: AbstractSet[str] = frozenset()) -> bool:
    """Whether a node has a keyword that restricts something, apart from some."""
    return isinstance(value, dict) and any(
        key not in apart_from and not is_note(key) for key in value
    )


def is_note(key: str) -> bool:
    return key in _NOTES or key in _PLACES or key.startswith("x-")


def wraps_one(value: JSONObject) -> bool:
    """Whether an ``allOf`` of one has nothing next to it that could repeat what the one says."""
    listed = value.get("allOf")
    one = isinstance(listed, list) and len(listed) == 1
    return one and not restricts(value, {"allOf", "type"})


def is_idle(key: str, value: JSON) -> bool:
    """Whether a keyword says what holds without it as well."""
    match key:
        case "minLength" | "minItems" | "minProperties" | "minContains":
            return value == 0
        case "uniqueItems" | "deprecated" | "readOnly" | "writeOnly":
            return value is False
        case "exclusiveMinimum" | "exclusiveMaximum":
            return value is False
        case "required" | "examples" | "properties" | "patternProperties":
            return not value
        case "items" | "additionalProperties" | "unevaluatedProperties" | "unevaluatedItems":
            return says_nothing(value)
        case _:
            return False


def says_only(value: JSON, keywords: AbstractSet[str]) -> bool:
    """A member of a union that restricts a value by these keywords, all of them, and no more."""
    return isinstance(value, dict) and keywords <= value.keys() and not restricts(value, keywords)


def lists_values(value: JSON) -> bool:
    if not isinstance(value, dict) or not ("enum" in value or "const" in value):
        return False
    return not restricts(value, {"enum", "const", "type"})


def values_of(cursor: Cursor) -> list[JSON]:
    for keyword in ("const", "enum"):
        if (found := cursor.get(keyword)) is not None:
            return listed_values(found)
    return []


_EVERY_KEY = frozenset({"", ".*", "^.*$", "^.*", ".*$"})
"""Patterns that any key matches."""

_BASE64 = frozenset({"byte", "base64", "base64url"})


def spelled_out(cursor: Cursor, own: JSONObject) -> Iterator[tuple[str, Cursor]]:
    """The keywords of a node in the words of OpenAPI 3.1, each at its place.

    An exclusive bound is a number, bytes as text have an encoding in place of a format,
    and a pattern that any key matches says what all keys hold.
    """
    for key, value in own.items():
        child = Cursor(value, cursor, key)
        if key in _EXCLUSIVE and own.get(_EXCLUSIVE[key]) is True:
            yield _EXCLUSIVE[key], child
        elif key in _EXCLUSIVE.values() and isinstance(value, bool):
            continue
        elif key == "format" and value in _BASE64 and own.get("type") in ("string", None):
            yield "contentEncoding", Cursor("base64", cursor, key)
        elif key == "patternProperties" and isinstance(value, dict):
            every = [Cursor(one, child, k) for k, one in value.items() if k in _EVERY_KEY]
            others: JSONObject = {k: one for k, one in value.items() if k not in _EVERY_KEY}
            yield key, Cursor(others, cursor, key)
            for one in every:
                yield "additionalProperties", one
        else:
            yield key, child


_EXCLUSIVE = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
