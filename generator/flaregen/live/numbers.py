"""Numbers that the service writes as text in its schemas, as in ``"minItems": "2"``."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import JSON, JSONObject
from flaregen.openapi.anatomy import SCHEMA_MAPS
from flaregen.openapi.annotations import VALUES

_WHOLE = frozenset(
    {"minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties"}
)
_NUMBERS = _WHOLE | {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}


def with_numbers(schema: JSONObject) -> tuple[JSONObject, tuple[str, ...]]:
    """The schema with numbers in their places, and the keywords, each after its path."""
    found: list[str] = []
    return dict(_members(schema, "", found)), tuple(found)


def _read(node: JSON, path: str, found: list[str]) -> JSON:
    if isinstance(node, list):
        return [_read(item, path, found) for item in node]
    return dict(_members(node, path, found)) if isinstance(node, dict) else node


def _members(schema: JSONObject, path: str, found: list[str]) -> Iterator[tuple[str, JSON]]:
    for key, value in schema.items():
        there = f"{path}/{key}"
        if key in SCHEMA_MAPS and isinstance(value, dict):
            yield key, {name: _read(one, f"{there}/{name}", found) for name, one in value.items()}
        elif key in _NUMBERS and isinstance(value, str):
            number = _number(value, whole=key in _WHOLE)
            found += [there] if number is not None else []
            yield key, value if number is None else number
        else:
            yield key, value if key in VALUES else _read(value, there, found)


def _number(text: str, *, whole: bool) -> int | float | None:
    """The number that a text says, None for what JSON has no number for, such as ``nan``."""
    for kind in (int,) if whole else (int, float):
        try:
            number = kind(text)
        except ValueError:
            continue
        return number if number - number == 0 else None
    return None
