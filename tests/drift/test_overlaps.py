"""An object wrapped into a ``oneOf`` breaks where values say so."""

from __future__ import annotations

from datetime import date
from itertools import chain, combinations, product
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from flaregen.drift.change import worst
from flaregen.drift.compare import compare

from .settings import Way, around

Names = tuple[str, ...]


def subsets(names: str) -> list[Names]:
    return list(chain.from_iterable(combinations(names, count) for count in range(len(names) + 1)))


def thing(declared: Names, required: Names) -> dict[str, Any]:
    fields = {name: {"type": "string"} for name in declared}
    return {"type": "object", "properties": fields, "required": list(required)}


THINGS = [
    thing(declared, required)
    for declared in subsets("abc")[1:]
    for required in subsets("".join(declared))
]
VALUES = [dict.fromkeys(names, "s") for names in subsets("abc")]


def breaks(old: Any, new: Any, names: set[str]) -> bool:
    """Whether a value with declared properties fits the old schema and not the new one."""
    fits = [Draft202012Validator(one).is_valid for one in (old, new)]
    return any(fits[0](value) and not fits[1](value) for value in VALUES if value.keys() <= names)


@pytest.mark.parametrize("plain", THINGS[::3], ids=str)
def test_what_values_break_is_found_in_both_directions(plain: dict[str, Any]) -> None:
    for other, keyword in product(THINGS[::2], ("oneOf", "anyOf")):
        if other == plain:
            continue
        union = {keyword: [plain, other]}
        written = {"anyOf": [plain]} if keyword == "oneOf" and len(other["required"]) % 2 else plain
        declared = {*plain["properties"], *other["properties"]}
        ways: tuple[Way, ...] = ("request", "response")
        for way, (one, two) in product(ways, ((written, union), (union, written))):
            sent = (one, two) if way == "request" else (two, one)
            known = {*plain["properties"]} if sent[0] is written else declared
            found = compare(around(one, way), around(two, way), date(2026, 1, 1))
            if breaks(*sent, known) and not (keyword == "anyOf" and way == "response"):
                assert worst(change.level for change in found) == "breaking", (one, two, way)


def test_levels_of_an_overlap() -> None:
    """In the narrower direction it breaks; in the other, where other values may be met."""
    plain, extended = thing(("a", "b"), ("a",)), thing(("a", "b"), ("a", "b"))
    loose = thing(("b",), ())
    wrapped = {other: {"oneOf": [plain, one]} for other, one in (("in", extended), ("out", loose))}
    levels = {
        (name, way): [
            (one.id, one.level)
            for one in compare(around(plain, way), around(union, way), date(2026, 1, 1))
        ]
        for name, union in wrapped.items()
        for way in ("request", "response")
    }
    rule = "one-of-overlap-set"
    assert levels == {
        ("in", "request"): [(rule, "breaking")],
        ("in", "response"): [(rule, "info")],
        ("out", "request"): [(rule, "breaking")],
        ("out", "response"): [(rule, "breaking")],
    }


def test_members_that_a_discriminator_selects_do_not_overlap() -> None:
    schemas = {name: thing(("kind", name), ("kind",)) for name in ("cat", "dog")}
    both = [{"$ref": f"#/components/schemas/{name}"} for name in schemas]
    more = {"components": {"schemas": schemas}}
    selected = {"propertyName": "kind"}
    one, two = ({"oneOf": listed, "discriminator": selected} for listed in (both[:1], both))

    def rules(old: Any, new: Any, way: Way) -> list[tuple[str, str]]:
        found = compare(around(old, way, **more), around(new, way, **more), date(2026, 1, 1))
        return [(change.id, change.level) for change in found]

    assert rules(two, one, "request") == [("one-of-removed", "breaking")]
    assert rules(two, one, "response") == [("one-of-removed", "info")]
    assert rules(one, two, "request") == [("one-of-added", "info")]
    assert rules(one, two, "response") == [("one-of-added", "breaking")]
    assert rules(both[0], two, "request") == [("reference-changed", "info")]
    assert rules(two, both[0], "response") == [("reference-changed", "info")]


@pytest.mark.parametrize("written", ["oneOf", "component"])
def test_a_member_that_goes(written: str) -> None:
    """A union of one is one still; a schema that was a member takes its place by its values."""
    members = [thing(("a",), ()), thing(("b",), ())]
    both = {"oneOf": members}
    one = {"oneOf": members[:1]} if written == "oneOf" else members[0]

    def levels(old: Any, new: Any) -> list[str]:
        ways: tuple[Way, ...] = ("request", "response")
        found = (compare(around(old, way), around(new, way), date(2026, 1, 1)) for way in ways)
        return [worst(change.level for change in changes) for changes in found]

    narrower = "info" if written == "oneOf" else "breaking"
    assert levels(both, one) == ["breaking", narrower]
    assert levels(one, both) == [narrower, "breaking"]


def test_what_becomes_an_any_of_may_have_other_values() -> None:
    """One that grows is taken leniently."""
    part, text, more = thing(("a",), ("a",)), {"type": "string"}, {"type": "array"}

    def rules(old: Any, new: Any, way: Way) -> list[tuple[str, str]]:
        found = compare(around(old, way), around(new, way), date(2026, 1, 1))
        return [(change.id, change.level) for change in found]

    union, grown = {"anyOf": [part, text]}, {"anyOf": [part, text, more]}
    assert rules(part, union, "request") == [("type-widened", "info")]
    assert rules(part, union, "response") == [("type-widened", "breaking")]
    assert rules(union, part, "request") == [("type-narrowed", "breaking")]
    assert rules(union, part, "response") == [("type-narrowed", "info")]
    assert rules(more, union, "response") == [("type-changed", "breaking")]
    assert rules(union, grown, "response") == [("any-of-added", "info")]


def test_a_schema_that_admits_nothing() -> None:
    member: Any
    for member in (False, {"not": {}}, {"not": True}):
        old, new = (
            {"type": "object", "properties": {"a": one}} for one in ({"type": "string"}, member)
        )
        found = compare(around(old, "request"), around(new, "request"), date(2026, 1, 1))
        assert [(one.id, one.level, one.new) for one in found] == [
            ("type-narrowed", "breaking", "nothing")
        ]
