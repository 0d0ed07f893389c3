"""What the keywords of one raw schema say, in OpenAPI 3.0 and 3.1 alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flaregen.document import JSON, JSONObject
from flaregen.schemas.schema import Given


def kinds_of(raw: JSONObject) -> list[str]:
    """Types without null, guessed from the keywords where none is said."""
    said = raw.get("type")
    if isinstance(said, list):
        return [kind for kind in said if isinstance(kind, str) and kind != "null"]
    if isinstance(said, str):
        return [said]
    if "properties" in raw or "required" in raw or "additionalProperties" in raw:
        return ["object"]
    return ["array"] if "items" in raw else []


def enumerated(raw: JSONObject) -> tuple[str | int | bool, ...] | None:
    """The members of an enum that Python's Literal can hold; None where it cannot hold them all."""
    listed: Any = [raw["const"]] if "const" in raw else raw.get("enum")
    if not isinstance(listed, list):
        return None
    values = [value for value in listed if value is not None]
    if not values or not all(isinstance(value, str | int) for value in values):
        return None
    distinct = {(type(value), value): value for value in values}
    return tuple(distinct.values())


def is_nullable(raw: JSONObject) -> bool:
    said, listed = raw.get("type"), raw.get("enum")
    return (
        raw.get("nullable") is True
        or (isinstance(said, list) and "null" in said)
        or (isinstance(listed, list) and None in listed)
    )


def exclusions(raw: JSONObject) -> tuple[tuple[str, ...], ...]:
    """``not: {required: [a, b]}``: these may not be sent together."""
    return tuple(
        names
        for node in _negations(raw)
        if (names := tuple(n for n in list_of(node, "required") if isinstance(n, str)))
    )


def _negations(raw: JSONObject) -> Iterator[JSONObject]:
    node = raw.get("not")
    if isinstance(node, dict):
        yield node


def example_of(raw: JSONObject) -> Given | None:
    if "example" in raw:
        return Given(raw["example"])
    listed = list_of(raw, "examples")
    return Given(listed[0]) if listed else None


def list_of(raw: JSONObject, keyword: str) -> list[JSON]:
    value = raw.get(keyword)
    return value if isinstance(value, list) else []


def text_of(raw: JSONObject, keyword: str) -> str:
    value = raw.get(keyword)
    return value if isinstance(value, str) else ""
