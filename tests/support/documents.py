"""JSON documents that fit a schema of the intermediate representation."""

from __future__ import annotations

from typing import Any

from flaregen.schemas.schema import (
    Array,
    Binary,
    Enumeration,
    Map,
    Null,
    Object,
    Recursion,
    Scalar,
    Schema,
    Union,
)


def sample(schema: Schema, *, full: bool) -> Any:
    """A document with every field, or with the required ones alone."""
    match schema:
        case Object(fields=fields):
            return {f.wire: sample(f.schema, full=full) for f in fields if f.required or full}
        case Array(octets=True):
            return [1, 2, 3]
        case Array(items=items):
            return [sample(items, full=full)]
        case Map(values=values):
            return {"key": sample(values, full=full)}
        case Union(members=members):
            return sample(members[0], full=full)
        case Enumeration(values=values):
            return values[-1]
        case Binary():
            return "aGVsbG8="
        case Scalar(kind="integer" | "number" as kind, constraints=bounds):
            return _within(3 if kind == "integer" else 1.5, dict(bounds))
        case Scalar(kind=kind):
            return "text" if kind == "string" else True
        case Recursion():
            return {"name": "leaf"}
        case Null():
            return None
        case _:
            return {"anything": [1, None]}


def _within(number: float, bounds: dict[str, Any]) -> float:
    """The nearest number that a schema allows."""
    return min(max(number, bounds.get("minimum", number)), bounds.get("maximum", number))
