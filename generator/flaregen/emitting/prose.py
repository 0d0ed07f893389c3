"""What the emitted docs add to the document's own words: bounds, defaults, exclusions."""

from __future__ import annotations

import json
from collections.abc import Iterator

from flaregen.document import JSON
from flaregen.emitting.literals import docstring
from flaregen.schemas.schema import Array, Enumeration, Object, Scalar, Schema, Union


def field_docstring(schema: Schema, *, sent: bool, indent: int = 4) -> str:
    """Description, then bounds with their unit, then the default; empty where there is none.

    A default of what is sent is the server's; of what is received, the meaning of its absence.
    """
    facts = " ".join(_facts(schema, "Server default" if sent else "Default"))
    description = (schema.description or ("" if facts else schema.title)).strip()
    if not description and not facts:
        return ""
    return docstring(description, indent, compact=True, facts=facts)


def class_text(schema: Object, description: str) -> str:
    """A description, which fields exclude each other, and where other members are."""
    together = (" and ".join(f"`{n}`" for n in names) for names in schema.exclusions if names[1:])
    said = [f"Not together: {names}." for names in together]
    if schema.rest is not None:
        said.append("Other members are in `extra_fields`.")
    return "\n\n".join(part for part in (description.strip(), " ".join(said)) if part)


def _facts(schema: Schema, default: str) -> Iterator[str]:
    if schema.deprecated:
        yield "Deprecated."
    yield from _bounds(schema)
    if isinstance(schema, Union):
        for member in schema.members:
            yield from _bounds(member)
    if schema.default is not None:
        yield f"{default}: {_json(schema.default.value)}."


def _bounds(schema: Schema) -> Iterator[str]:
    said = dict(schema.constraints)
    unit = _unit(schema)
    yield from _range(said.get("minimum"), said.get("maximum"), "")
    yield from _range(said.get("minLength"), said.get("maxLength"), "character")
    yield from _range(said.get("minItems"), said.get("maxItems"), "item")
    yield from _range(said.get("minProperties"), said.get("maxProperties"), "member")
    yield from _exclusive(said)
    if "multipleOf" in said:
        yield f"A multiple of {_json(said['multipleOf'])}."
    if said.get("uniqueItems") is True:
        yield "No two items are the same."
    if "pattern" in said:
        yield f"Matches {_json(said['pattern'])}."
    if unit:
        yield unit
    if isinstance(said.get("enum"), list) and not isinstance(schema, Enumeration):
        yield f"One of {_json(said['enum'])}."


def _unit(schema: Schema) -> str:
    if isinstance(schema, Scalar) and schema.kind == "string" and schema.format:
        return f"Format: {schema.format}."
    if isinstance(schema, Array) and isinstance(schema.items, Scalar):
        return " ".join(f"Each: {fact[0].lower()}{fact[1:]}" for fact in _bounds(schema.items))
    return ""


def _range(low: JSON, high: JSON, unit: str) -> Iterator[str]:
    if low is not None and low == high:
        yield f"Exactly {_amount(low, unit)}."
    elif low is not None and high is not None:
        yield f"From {_json(low)} to {_amount(high, unit)}."
    elif low is not None:
        yield f"At least {_amount(low, unit)}."
    elif high is not None:
        yield f"At most {_amount(high, unit)}."


def _exclusive(said: dict[str, JSON]) -> Iterator[str]:
    for keyword, word in (("exclusiveMinimum", "More"), ("exclusiveMaximum", "Less")):
        if keyword in said:
            yield f"{word} than {_json(said[keyword])}."


def _amount(value: JSON, unit: str) -> str:
    if not unit:
        return _json(value)
    return f"{_json(value)} {unit}{'' if value == 1 else 's'}"


def _json(value: JSON) -> str:
    return json.dumps(value, ensure_ascii=False)
