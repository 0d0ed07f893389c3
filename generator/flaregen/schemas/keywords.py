"""The keywords of one schema as parts of the intermediate representation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flaregen.document import JSON, as_list, as_object, text_in, texts_in
from flaregen.openapi.facts import Facts
from flaregen.openapi.json_values import type_of
from flaregen.schemas.schema import (
    Binary,
    Enumeration,
    Given,
    Literals,
    Reading,
    Scalar,
    Schema,
)

_CONSTRAINTS = (
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
)


def literals(facts: Facts) -> Literals | None:
    """The values that Python's Literal can hold; None where it cannot hold them all."""
    values = facts.values
    if not values:
        return None
    stated = facts.types
    wide = None if stated is None else stated | ({"integer"} if "number" in stated else set())
    fitting = [value for value in values if wide is None or type_of(value) in wide] or values
    literals = tuple(v for v in fitting if isinstance(v, str | int) and not _is_long(v))
    return literals if len(literals) == len(fitting) else None


def _is_long(value: JSON) -> bool:
    """Whether it is an integer of more than 64 bits, which no decoder takes in a Literal."""
    return isinstance(value, int) and not -(2**63) <= value < 2**63


def in_order(facts: Facts, types: frozenset[str]) -> list[str]:
    """The types as the document lists them."""
    listed = [cursor.value for cursor in facts.keywords.get("type", ())]
    names = [n for item in listed for n in (item if isinstance(item, list) else [item])]
    return [n for n in dict.fromkeys(names) if n in types] or sorted(types)


def exclusions(facts: Facts) -> tuple[tuple[str, ...], ...]:
    """``not: {required: [a, b]}``: these may not be sent together."""
    found = []
    for cursor in facts.keywords.get("not", ()):
        names = texts_in(as_object(cursor.value).get("required"))
        found += [names] if names else []
    return tuple(found)


def sent_as(facts: Facts) -> tuple[str, ...]:
    return texts_in(facts.value("x-sent-as"))


def readings(facts: Facts) -> Iterator[Reading]:
    for name, one in as_object(facts.value("x-reads")).items():
        if isinstance(one, dict):
            kind = one.get("as")
            yield Reading(
                name=name,
                kind=kind if kind in ("object", "list", "one") else "text",
                paths=tuple(map(str, as_list(one.get("from")))),
                description=text_in(one, "description"),
                pieces=text_in(one, "pieces"),
                grows=text_in(one, "grows"),
            )


def annotated(schema: Schema, facts: Facts) -> Schema:
    """Lay what the schema says about itself over what it is."""
    return replace(
        schema,
        title=facts.text("title") or schema.title,
        description=facts.text("description") or schema.description,
        nullable=facts.nullable or schema.nullable,
        deprecated=facts.flag("deprecated") or schema.deprecated,
        default=Given(facts.value("default")) if facts.has("default") else schema.default,
        example=Given(facts.examples[0]) if facts.examples else schema.example,
        constraints=tuple(_constraints(schema, facts)),
    )


def _constraints(schema: Schema, facts: Facts) -> Iterator[tuple[str, JSON]]:
    for keyword in _CONSTRAINTS:
        if facts.has(keyword) and not (keyword == "format" and facts.is_base64):
            yield keyword, facts.value(keyword)
    if facts.values and not isinstance(schema, Enumeration):
        yield "enum", list(facts.values)


def string(facts: Facts) -> Schema:
    place, format_ = facts.at.pointer, facts.text("format")
    if facts.is_file:
        return Binary(pointer=place, encoding="raw")
    if facts.is_base64:
        return Binary(pointer=place, encoding="base64")
    if format_ == "data-url":
        return Binary(pointer=place, encoding="data-url")
    return Scalar(pointer=place, kind="string", format=format_)


def describes_others(facts: Facts) -> bool:
    """Whether a document says what members without a property hold, where there may be any."""
    rest = facts.subschema("additionalProperties")
    has_rest = bool(rest) and not any(cursor.value is False for cursor in rest)
    return has_rest or facts.has("patternProperties")
