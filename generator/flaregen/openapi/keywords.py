"""What the keywords of one node say, without a look at any other node."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from flaregen.document import JSON, JSONObject, as_object
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import listed_values
from flaregen.openapi.restrictions import (
    ANY_TEXT,
    admits_nothing,
    restricting_keywords,
    restricting_parts,
    restricts,
    says_nothing,
)


def wraps_one(value: JSONObject) -> bool:
    """Whether of an ``allOf`` one restricts, and nothing next to it could repeat what that says."""
    return len(restricting_parts(value)) == 1 and not restricts(value, {"allOf", "type"})


BY_TYPE = {
    "string": frozenset({"minLength", "maxLength", "pattern"}),
    "number": frozenset(
        {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
    ),
    "array": frozenset(
        {
            *("items", "prefixItems", "unevaluatedItems", "minItems", "maxItems", "uniqueItems"),
            *("contains", "minContains", "maxContains"),
        }
    ),
    "object": frozenset(
        {
            *("properties", "required", "additionalProperties", "patternProperties"),
            *("propertyNames", "minProperties", "maxProperties", "unevaluatedProperties"),
            *("dependentRequired", "dependentSchemas"),
        }
    ),
}
"""Keywords that restrict values of one type alone; an integer is a number."""


def settled_branch(own: JSONObject) -> str | None:
    """What holds in any case, where a condition is always met, or never; None where it decides."""
    condition = own.get("if")
    if condition is not None and says_nothing(condition):
        return "then"
    return "else" if admits_nothing(condition) else None


def says_only(value: JSON, keywords: AbstractSet[str]) -> bool:
    """A member of a union that restricts a value by these keywords, all of them, and no more."""
    return isinstance(value, dict) and keywords <= value.keys() and not restricts(value, keywords)


def lists_values(value: JSON) -> bool:
    """Whether a member of a union restricts a value by listing values, and by no more."""
    said = frozenset(restricting_keywords(value))
    return not said.isdisjoint(("enum", "const")) and said <= {"enum", "const", "type"}


def values_of(cursor: Cursor) -> list[Cursor]:
    for keyword in ("const", "enum"):
        if (found := cursor.get(keyword)) is not None:
            return listed_values(found)
    return []


def _only_requires(value: JSON) -> bool:
    return isinstance(value, dict) and value.keys() == {"required"}


def spelled_out(cursor: Cursor, own: JSONObject) -> Iterator[tuple[str, Cursor]]:
    """The keywords of a node in the words of OpenAPI 3.1, each at its place.

    An exclusive bound is a number, null is a type, and a pattern that any key matches says
    what all keys hold.
    """
    patterns = own.get("patternProperties")
    has_every = isinstance(patterns, dict) and not ANY_TEXT.isdisjoint(patterns)
    for key, value in own.items():
        child = Cursor(value, cursor, key)
        if key == "additionalProperties" and has_every:
            continue
        if key in _EXCLUSIVE and own.get(_EXCLUSIVE[key]) is True:
            yield _EXCLUSIVE[key], child
        elif key in _EXCLUSIVE.values() and isinstance(value, bool):
            continue
        elif (key == "const" and value is None) or (key == "enum" and value == [None]):
            yield "type", Cursor("null", cursor, key)
        elif key == "dependentSchemas" and isinstance(value, dict):
            names = {k: as_object(v)["required"] for k, v in value.items() if _only_requires(v)}
            rest: JSONObject = {k: v for k, v in value.items() if k not in names}
            yield key, Cursor(rest, cursor, key)
            yield "dependentRequired", Cursor(names, cursor, key)
        elif key == "patternProperties" and isinstance(value, dict):
            every = [Cursor(one, child, k) for k, one in value.items() if k in ANY_TEXT]
            others: JSONObject = {k: one for k, one in value.items() if k not in ANY_TEXT}
            yield key, Cursor(others, cursor, key)
            for one in every:
                yield "additionalProperties", one
        else:
            yield key, child


_EXCLUSIVE = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
