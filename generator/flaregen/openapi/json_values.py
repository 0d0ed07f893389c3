"""JSON values as JSON Schema compares them: 1 is 1.0, and not true."""

from __future__ import annotations

import json

from msgspec.json import encode

from flaregen.document import JSON


def same_json(one: JSON, other: JSON) -> bool:
    """Whether two values are the same JSON; to Python, true is 1.

    Where they are only written differently, as 1 and 1.0 are, they may count as different.
    """
    if one is other or one != other:
        return one is other
    return any(encode(one, order=order) == encode(other, order=order) for order in (None, "sorted"))


def json_text(value: JSON) -> str:
    """A text that two values share where JSON takes them for the same; 1 is not true."""
    text = json.dumps(value, sort_keys=True)
    return json.dumps(whole(value), sort_keys=True) if ".0" in text or "e+" in text else text


def whole(value: JSON) -> JSON:
    """A number without a fraction as an integer, which it is to JSON Schema, also in others."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case list():
            return [whole(item) for item in value]
        case dict():
            return {key: whole(one) for key, one in value.items()}
        case _:
            return value


def type_of(value: JSON) -> str:
    """The JSON Schema type of a value."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"
