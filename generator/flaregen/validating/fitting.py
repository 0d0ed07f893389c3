"""Whether a value fits a schema, as far as the schema itself says so without references."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TypeGuard

from flaregen.document import JSON, JSONObject

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


def fits(schema: JSONObject, value: JSON) -> bool:
    """Compare with type, enum, bounds, lengths and the formats of dates, no deeper.

    What the schema leaves open fits.
    """
    listed = schema.get("enum")
    if isinstance(listed, list) and not any(is_same(value, member) for member in listed):
        return False
    if value is None and schema.get("nullable") is True:
        return True
    names = types_of(schema)
    if names and not any(is_of_type(value, name) for name in names):
        return False
    if isinstance(value, str) and not _has_format(value, schema.get("format")):
        return False
    return _is_within(schema, value)


def _is_within(schema: JSONObject, value: JSON) -> bool:
    if isinstance(value, str):
        return _is_between(schema.get("minLength"), len(value), schema.get("maxLength"))
    if isinstance(value, list):
        return _is_between(schema.get("minItems"), len(value), schema.get("maxItems"))
    if _is_number(value):
        return _is_between(schema.get("minimum"), value, schema.get("maximum"))
    return True


def _is_between(least: JSON, amount: float, most: JSON) -> bool:
    return (not _is_number(least) or least <= amount) and (not _is_number(most) or amount <= most)


def types_of(schema: JSONObject) -> tuple[str, ...]:
    """Give the names in ``type``: one in OpenAPI 3.0, any number in 3.1."""
    declared = schema.get("type")
    names = declared if isinstance(declared, list) else [declared]
    return tuple(name for name in names if isinstance(name, str))


def is_of_type(value: JSON, name: str) -> bool:
    match name:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return _is_number(value) and (isinstance(value, int) or value.is_integer())
        case "number":
            return _is_number(value)
        case "array":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case "null":
            return value is None
    return True


def is_pattern(text: str) -> bool:
    """Whether Python can compile a text as a regular expression."""
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def is_same(one: JSON, other: JSON) -> bool:
    """Compare as JSON does: 1 and 1.0 are the same, 1 and true are not."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def rewritten(value: JSON) -> Iterator[JSON]:
    """Give what a value may have been meant as: what is in its quotes, or itself in quotes."""
    if isinstance(value, str):
        with suppress(ValueError, RecursionError):
            yield json.loads(value, parse_constant=_no_constant)
    elif isinstance(value, bool | int | float):
        yield json.dumps(value)


def _no_constant(word: str) -> JSON:
    raise ValueError(word)


def _is_number(value: JSON) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _has_format(text: str, format_name: JSON) -> bool:
    match format_name:
        case "date-time":
            return _DATE_TIME.fullmatch(text) is not None and _is_date(text[:10])
        case "date":
            return _is_date(text)
    return True


def _is_date(text: str) -> bool:
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat() == text
    return False
