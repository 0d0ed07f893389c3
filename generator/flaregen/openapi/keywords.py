"""What the keywords of one node say, without a look at any other node."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from flaregen.document import JSON, JSONObject
from flaregen.openapi.annotations import restricts
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import listed_values, says_nothing


def wraps_one(value: JSONObject) -> bool:
    """Whether an ``allOf`` of one has nothing next to it that could repeat what the one says."""
    listed = value.get("allOf")
    one = isinstance(listed, list) and len(listed) == 1
    return one and not restricts(value, {"allOf", "type"})


def is_idle(key: str, value: JSON) -> bool:
    """Whether a keyword says what holds without it as well."""
    match key:
        case "minLength" | "minItems" | "minProperties":
            return value == 0
        case "uniqueItems" | "deprecated" | "readOnly" | "writeOnly":
            return value is False
        case "exclusiveMinimum" | "exclusiveMaximum":
            return value is False
        case "required" | "examples" | "patternProperties":
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


def values_of(cursor: Cursor) -> list[Cursor]:
    for keyword in ("const", "enum"):
        if (found := cursor.get(keyword)) is not None:
            return listed_values(found)
    return []


def _idle_alone(own: JSONObject) -> Iterator[str]:
    """The keywords that say nothing without another one (core, section 10.2.2 and 10.3.1.3)."""
    conditional = {"then", "else"} & own.keys()
    if "if" not in own:
        yield from conditional
    elif all(says_nothing(own[key]) for key in conditional):
        yield "if"
    if "contains" not in own:
        yield from ("minContains", "maxContains")


_EVERY_KEY = frozenset({"", ".*", "^.*$", "^.*", ".*$"})
"""Patterns that any key matches."""


def spelled_out(cursor: Cursor, own: JSONObject) -> Iterator[tuple[str, Cursor]]:
    """The keywords of a node in the words of OpenAPI 3.1, each at its place.

    An exclusive bound is a number, null is a type, and a pattern that any key matches says
    what all keys hold.
    """
    patterns = own.get("patternProperties")
    has_every = isinstance(patterns, dict) and not _EVERY_KEY.isdisjoint(patterns)
    idle = {*_idle_alone(own), *(("additionalProperties",) if has_every else ())}
    for key, value in own.items():
        child = Cursor(value, cursor, key)
        if key in idle:
            continue
        if key in _EXCLUSIVE and own.get(_EXCLUSIVE[key]) is True:
            yield _EXCLUSIVE[key], child
        elif key in _EXCLUSIVE.values() and isinstance(value, bool):
            continue
        elif key == "const" and value is None:
            yield "type", Cursor("null", cursor, key)
        elif key == "patternProperties" and isinstance(value, dict):
            every = [Cursor(one, child, k) for k, one in value.items() if k in _EVERY_KEY]
            others: JSONObject = {k: one for k, one in value.items() if k not in _EVERY_KEY}
            yield key, Cursor(others, cursor, key)
            for one in every:
                yield "additionalProperties", one
        else:
            yield key, child


_EXCLUSIVE = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
