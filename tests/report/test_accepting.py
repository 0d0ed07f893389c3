"""Accepting one change of several: by its rule, its use site and its name."""

from __future__ import annotations

import tomllib
from typing import Any

import msgspec
import pytest

from flaregen.config_file import AcceptTable, DriftTable
from flaregen.document import Document
from flaregen.report.accepting import with_accepted
from tests.drift.settings import api, around, document
from tests.report.reports import TODAY, report_of

BODY = "/paths/~1a/post/requestBody/content/application~1json/schema"
EXPIRES = "2030-12-31"


def entry(id: str, pointer: str, name: str = "") -> DriftTable:
    return DriftTable(accept=(AcceptTable(id, pointer, "agreed", EXPIRES, name),))


def left(old: Document, new: Document, table: DriftTable) -> list[tuple[str, str]]:
    """The rules and names of what is not accepted."""
    changes = report_of(old, new, table).changes
    return [(one.id, one.name) for one in changes if not one.id.startswith("version-")]


def secured(*schemes: str) -> Document:
    kinds = {name: {"type": "http", "scheme": name} for name in "abc"}
    security = [{name: []} for name in schemes]
    return api({"responses": {}, "security": security}, components={"securitySchemes": kinds})


def shared(maximum: int, *paths: str) -> Document:
    """Operations that send a component with one property."""
    order = {"type": "object", "properties": {"count": {"type": "integer", "maximum": maximum}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}
    operation = {"requestBody": {"content": content}, "responses": {}}
    root = api({}, components={"schemas": {"Order": order}}).root
    return document({**root, "paths": {path: {"post": operation} for path in paths}})


REQUIRED = {"type": "object"}, {"type": "object", "required": ["a", "b"]}
MEMBERS = (
    {"oneOf": [{"type": "object", "required": [name]} for name in "abc"]},
    {"oneOf": [{"type": "object", "required": ["c"]}]},
)
VALUES = {"type": "string", "enum": ["a", "b", "c"]}, {"type": "string", "enum": ["c"]}
PROPERTIES = (
    {"type": "object", "properties": {"a": {}, "b": {}}},
    {"type": "object", "properties": {"a": {}, "b": {}}, "required": ["a", "b"]},
)


@pytest.mark.parametrize(
    ("schemas", "id", "pointers", "names"),
    [
        (REQUIRED, "undeclared-property-became-required", [BODY] * 2, ["a", "b"]),
        (
            MEMBERS,
            "one-of-removed",
            [f"{BODY}/oneOf"] * 2,
            ["object with a", "object with b"],
        ),
        (VALUES, "enum-value-removed", [f"{BODY}/enum/0", f"{BODY}/enum/1"], ["a", "b"]),
        (
            PROPERTIES,
            "property-became-required",
            [f"{BODY}/properties/a", f"{BODY}/properties/b"],
            ["a", "b"],
        ),
    ],
)
def test_a_block_accepts_the_one_that_it_names(
    schemas: tuple[Any, Any], id: str, pointers: list[str], names: list[str]
) -> None:
    old, new = (around(schema, "request") for schema in schemas)
    both = [(id, name) for name in names]
    assert left(old, new, DriftTable()) == both
    for pointer, name, other in zip(pointers, names, reversed(names), strict=True):
        assert left(old, new, entry(id, pointer, name)) == [(id, other)]
        assert left(old, new, entry(id, pointer, "z")) == both
        # Where callers meet it: in one operation.
        assert left(old, new, entry(id, "/paths/~1a/post", name)) == [(id, other)]
        assert left(old, new, entry(id, "/paths/~1a/get", name)) == both
    assert left(old, new, entry(id, "/paths/~1a/post")) == both


def test_kinds_of_calls_are_told_apart() -> None:
    old, new = secured("a", "b", "c"), secured("c")
    place, rule = "/paths/~1a/post/security", "security-removed"
    assert left(old, new, DriftTable()) == [(rule, "with a"), (rule, "with b")]
    assert left(old, new, entry(rule, place, "with a")) == [(rule, "with b")]


def test_a_component_is_accepted_for_an_operation_only_where_that_is_the_only_one() -> None:
    block = entry("maximum-lowered", "/paths/~1a/post", "count")
    found = [("maximum-lowered", "count")]
    assert left(shared(9, "/a"), shared(5, "/a"), block) == []
    assert left(shared(9, "/b"), shared(5, "/b"), block) == found
    # Else the other operation would be swallowed.
    assert left(shared(9, "/a", "/b"), shared(5, "/a", "/b"), block) == found


@pytest.mark.parametrize("schemas", [REQUIRED, MEMBERS, VALUES, PROPERTIES])
def test_blocks_for_all_accept_each_of_them_alone(schemas: tuple[Any, Any]) -> None:
    old, new = (around(schema, "request") for schema in schemas)
    changes = [one for one in report_of(old, new).changes if one.id != "version-not-bumped"]
    text = with_accepted("", "drift", changes, "agreed", TODAY)
    blocks = msgspec.convert(tomllib.loads(text)["drift"], DriftTable).accept
    assert len(blocks) == len(changes) > 1
    for block, change in zip(blocks, changes, strict=True):
        accepted = report_of(old, new, DriftTable(accept=(block,))).accepted
        assert [one.change for one in accepted] == [change]
    assert left(old, new, DriftTable(accept=blocks)) == []
