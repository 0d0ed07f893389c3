"""What a node restricts, and keywords that say what holds without them as well."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from flaregen.document import JSON, JSONObject, as_list, as_object
from flaregen.openapi.annotations import is_note
from flaregen.openapi.json_values import json_text

OF_OTHERS = frozenset(
    {"items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems"}
)
"""Keywords that say of all items or members what is said of none by itself."""
ANY_TEXT = frozenset({"", ".*", "^.*$", "^.*", ".*$"})
"""Patterns that any text matches, as they are written for one line of it."""
_IDLE = {
    **dict.fromkeys(("minLength", "minItems", "minProperties"), ("0",)),
    **dict.fromkeys(("uniqueItems", "deprecated", "readOnly", "writeOnly"), ("false",)),
    **dict.fromkeys(("not", "exclusiveMinimum", "exclusiveMaximum"), ("false",)),
    **dict.fromkeys(("required", "examples"), ("[]",)),
    "patternProperties": ("{}",),
    "propertyNames": ("true", "{}", '{"type": "string"}'),
    **dict.fromkeys(("then", "else"), ("true", "{}")),
}
"""Values of keywords, as text, that say what holds without them as well."""
_BOTH_BOOLEANS = ("[true, false]", "[false, true]")
_NEEDS = {
    "then": "if",
    "else": "if",
    "minContains": "contains",
    "maxContains": "contains",
}
"""Keywords that mean nothing without another one."""
_OVER = {"unevaluatedProperties": "additionalProperties", "unevaluatedItems": "items"}
"""Keywords of what another one leaves, if it is there."""


def restricts(value: JSON, apart_from: AbstractSet[str] = frozenset()) -> bool:
    """Whether a node has a keyword that restricts something, apart from some."""
    return any(key not in apart_from for key in restricting_keywords(value))


def restricting_keywords(value: JSON) -> Iterator[str]:
    """The keywords of a node without which it admits more."""
    own = as_object(value)
    return (key for key, child in own.items() if not is_note(key) and not is_idle(key, child, own))


def restricting_parts(value: JSON) -> list[JSON]:
    """Those of the schemas in an ``allOf`` that restrict something."""
    parts = as_list(as_object(value).get("allOf"))
    return [part for part in parts if part is False or restricts(part)]


def says_nothing(value: JSON) -> bool:
    """Whether a schema admits anything."""
    if not isinstance(value, dict) or value.keys() <= {"$comment"}:
        return value is True or isinstance(value, dict)
    for keyword, enough in (("allOf", all), ("anyOf", any)):
        listed = value.get(keyword)
        if len(value) == 1 and isinstance(listed, list):
            return enough(map(says_nothing, listed))
    return False


def admits_nothing(value: JSON) -> bool:
    """Whether a node is the schema ``false``, however it is written."""
    return value is False or (isinstance(value, dict) and says_nothing(value.get("not")))


def is_idle(key: str, value: JSON, own: JSONObject) -> bool:
    """Whether a keyword says what holds without it as well. ``own`` are those of its node."""
    if (key in _NEEDS and _NEEDS[key] not in own) or _OVER.get(key) in own:
        return True
    match key:
        case "enum":
            is_boolean = own.get("type") in ("boolean", ["boolean"])
            return is_boolean and json_text(value) in _BOTH_BOOLEANS
        case "pattern":
            return isinstance(value, str) and value in ANY_TEXT
        case "if":
            return all(says_nothing(own.get(one, True)) for one in ("then", "else"))
        case "contains" | "minContains":
            return own.get("minContains") == 0 and "maxContains" not in own
        case "dependentRequired" | "dependentSchemas":
            return not any(
                not says_nothing(item) and item != [] for item in as_object(value).values()
            )
        case _ if key in OF_OTHERS:
            return says_nothing(value)
        case _:
            return key in _IDLE and json_text(value) in _IDLE[key]
