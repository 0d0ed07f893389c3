"""Random pairs of schemas, judged by values: what one side refuses has an entry above information.

A validator that shares nothing with drift finds the values. ``FLAREGEN_RANDOM=20`` takes twenty
times as many pairs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import jsonschema_rs
import pytest

from flaregen.drift.compare import compare
from tests.drift.settings import Way
from tests.reading.documents import document

TODAY = date(2026, 1, 1)
PAIRS = 60 * int(os.environ.get("FLAREGEN_RANDOM", "1"))
LENIENT = {
    # Clients may send, and meet, what was never declared.
    "request": {"property-added"},
    "response": {"any-of-added", "additional-properties-opened"},
}
NAMES = ("a", "b", "c")
TEXTS = ("", "x", "xy", "abc", "zzzzz")
NUMBERS = (-1, 0, 0.5, 1, 2, 3, 4.5, 6)
ODD = (None, True, "x", 3, 0.5, [], [1], {}, {"a": 1, "b": "x"})


def leaf(chance: Random) -> dict[str, Any]:
    kind = chance.choice(["string", "integer", "number", "boolean"])
    bounds: dict[str, dict[str, Any]] = {
        "string": {"minLength": 2, "maxLength": 3, "enum": ["x", "abc"]},
        "integer": {"minimum": 1, "maximum": 4, "multipleOf": 2},
        "number": {"minimum": 0, "exclusiveMaximum": 3, "enum": [1, 4.5]},
        "boolean": {},
    }
    said = chance.sample(
        sorted(bounds[kind].items()), k=min(len(bounds[kind]), chance.randint(0, 1))
    )
    null = chance.random() < 0.15 and "enum" not in dict(said)
    return {"type": [kind, "null"] if null else kind, **dict(said)}


def made(chance: Random, depth: int = 2) -> dict[str, Any]:
    match chance.randint(0, 7) if depth else 0:
        case 1 | 2:
            names = chance.sample(NAMES, k=chance.randint(1, 3))
            properties = {name: made(chance, depth - 1) for name in names}
            rest = chance.choice([{}, {}, {"additionalProperties": False}])
            return {"type": "object", "properties": properties, "required": names[:1], **rest}
        case 3:
            return {"type": "object", "additionalProperties": made(chance, depth - 1)}
        case 4:
            return {"type": "array", "items": made(chance, depth - 1), "maxItems": 2}
        case 5:
            return {"anyOf": [made(chance, depth - 1), leaf(chance)]}
        case 6:
            return {"allOf": [made(chance, depth - 1), {"description": "A part."}]}
        case 7:
            return {**leaf(chance), "not": chance.choice([leaf, made])(chance)}
        case _:
            return leaf(chance)


def edited(chance: Random, node: Any) -> Any:
    """The same with another schema, or with one keyword less, at one place."""
    inner = [
        key
        for key in node
        if isinstance(node[key], dict | list) and key not in ("type", "enum", "required")
    ]
    if inner and chance.random() < 0.7:
        key = chance.choice(inner)
        if isinstance(node[key], list):
            index = chance.randrange(len(node[key]))
            return {
                **node,
                key: [
                    edited(chance, one) if at == index else one for at, one in enumerate(node[key])
                ],
            }
        if key != "properties":
            return {**node, key: edited(chance, node[key])}
        name = chance.choice(sorted(node[key]))
        return {**node, key: {**node[key], name: edited(chance, node[key][name])}}
    droppable = [key for key in node if key not in ("type", "anyOf", "allOf", "properties")]
    if droppable and chance.random() < 0.5:
        left_out = chance.choice(droppable)
        return {key: one for key, one in node.items() if key != left_out}
    return made(chance, 1)


def value(chance: Random, schema: Any) -> Any:
    """A value that may fit."""
    match schema:
        case _ if chance.random() < 0.1:
            return chance.choice(ODD)
        case {"anyOf": members} | {"allOf": members}:
            return value(chance, chance.choice(members))
        case {"enum": listed}:
            return chance.choice(listed)
        case {"not": refused} if chance.random() < 0.2:
            return value(chance, refused)
        case {"type": "array", **rest}:
            return [value(chance, rest.get("items", {})) for _ in range(chance.randint(0, 3))]
        case {"type": "object", **rest}:
            known = rest.get("properties", {})
            held = {
                name: value(chance, one) for name, one in known.items() if chance.random() < 0.8
            }
            more = {"c": value(chance, rest.get("additionalProperties") or {})}
            return {**more, **held} if chance.random() < 0.4 else held
        case {"type": "string" | ["string", _]}:
            return chance.choice(TEXTS)
        case {"type": "integer" | "number" | ["integer" | "number", _]}:
            return chance.choice(NUMBERS)
    return chance.choice(ODD)


def refused(chance: Random, given: Any, asked: Any) -> Iterator[Any]:
    """Values that one schema admits and another one does not."""
    one, other = (jsonschema_rs.Draft202012Validator(schema) for schema in (given, asked))
    for turn in range(300):
        found = value(chance, (given, asked)[turn % 2])
        if one.is_valid(found) and not other.is_valid(found):
            yield found


def sent(schema: Any, way: Way) -> Any:
    body = {"content": {"application/json": {"schema": schema}}}
    answer = {"200": {"description": "", **(body if way == "response" else {})}}
    asked = {"requestBody": body} if way == "request" else {}
    return document({"/x": {"post": {**asked, "responses": answer}}}, version="3.1.0")


@pytest.mark.parametrize("way", ["request", "response"])
def test_what_one_side_refuses_is_more_than_information(way: Way) -> None:
    met = 0
    for number in range(PAIRS):
        chance = Random(number)
        old = made(chance)
        new = edited(chance, old)
        pair = (old, new) if way == "request" else (new, old)
        witness = next(refused(chance, *pair), None)
        changes = compare(sent(old, way), sent(new, way), TODAY)
        if witness is None or LENIENT[way] & {change.id for change in changes}:
            continue
        met += 1
        assert {change.level for change in changes} & {"breaking", "warning"}, (witness, old, new)
    assert met > PAIRS / 4
