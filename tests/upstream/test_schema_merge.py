"""What the service changed of a schema, merged into one that is written otherwise."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.support.openapi import ref

from flaregen.upstream.operation_merge import sole_components
from flaregen.upstream.schema_merge import Conflict, SchemaMerge
from flaregen.upstream.schema_parts import Components

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
SHARED = "#/components/schemas/shared"
ROOT: Any = {
    "components": {
        "schemas": {
            "shared": {
                "type": "object",
                "title": "Shared",
                "properties": {"a": {**TEXT, "description": "Words."}, "b": WHOLE},
                "required": ["a"],
            }
        }
    }
}


def object_of(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": [*required]}


def merge(
    before: Any, now: Any, pinned: Any, sole: frozenset[str] = frozenset()
) -> tuple[Any, SchemaMerge]:
    corrected = copy.deepcopy(ROOT)
    corrected["components"]["schemas"]["shared"]["x-reads"] = {"text": {"from": ["a"]}}
    work = SchemaMerge(Components(copy.deepcopy(ROOT), corrected, sole))
    given = copy.deepcopy(pinned)
    found = work.merge((before, now), given, "input")
    assert given == pinned, "the document stays as it is"
    return found, work


REFERENCE = {"$ref": SHARED}
BASE = object_of("a", a=TEXT, b=WHOLE)
PICTURE = object_of("url", kind={"enum": ["picture"]}, url=TEXT)
WORDS = object_of("words", kind={"enum": ["words"]}, words=TEXT)


@pytest.mark.parametrize(
    ("before", "now", "pinned", "merged"),
    [
        # Nothing changed, but its words; or the pin says it already.
        (BASE, object_of("a", a={**TEXT, "description": "d"}, b=WHOLE), REFERENCE, REFERENCE),
        (object_of(a=TEXT), object_of(a=WHOLE), object_of(a=WHOLE), object_of(a=WHOLE)),
        # A property that is added, required or not.
        (
            BASE,
            object_of("a", "c", a=TEXT, b=WHOLE, c=TEXT),
            REFERENCE,
            {
                "allOf": [
                    REFERENCE,
                    {"type": "object", "properties": {"c": TEXT}, "required": ["c"]},
                ]
            },
        ),
        # A copy takes the place of a shared component, without its title.
        (
            BASE,
            object_of("a", a=TEXT),
            REFERENCE,
            {
                "x-reads": {"text": {"from": ["a"]}},
                "type": "object",
                "properties": {"a": {**TEXT, "description": "Words."}},
                "required": ["a"],
            },
        ),
        # Values of an enumeration; the pin has one more.
        (
            {"enum": ["x", "y"], **TEXT},
            {"enum": ["y", "z"], **TEXT},
            {"enum": ["x", "y", "own"], **TEXT},
            {"enum": ["y", "own", "z"], **TEXT},
        ),
        # What is required, in the part that has it.
        (
            object_of(a=TEXT, c=TEXT),
            object_of("c", a=TEXT, c=TEXT),
            {"allOf": [REFERENCE, {"properties": {"c": TEXT}}]},
            {"allOf": [REFERENCE, {"properties": {"c": TEXT}, "required": ["c"]}]},
        ),
        # A member of a union in another order, with a title.
        (
            {"anyOf": [PICTURE, WORDS]},
            {"anyOf": [PICTURE, object_of("words", kind={"enum": ["words"]}, words=TEXT, n=WHOLE)]},
            {"oneOf": [{"title": "Words", **WORDS}, PICTURE]},
            {
                "oneOf": [
                    {
                        "title": "Words",
                        **object_of("words", kind={"enum": ["words"]}, words=TEXT, n=WHOLE),
                    },
                    PICTURE,
                ]
            },
        ),
        # Members that are added and that go.
        (
            {"anyOf": [WORDS]},
            {"anyOf": [WORDS, PICTURE]},
            {"anyOf": [WORDS]},
            {"anyOf": [WORDS, PICTURE]},
        ),
        (
            {"anyOf": [WORDS, PICTURE]},
            {"anyOf": [WORDS]},
            {"anyOf": [PICTURE, WORDS]},
            {"anyOf": [WORDS]},
        ),
        # A form that the pin leaves out.
        (
            {"oneOf": [BASE, object_of(requests={"type": "array"})]},
            {"oneOf": [BASE, object_of(requests={"type": "array", "maxItems": 9})]},
            REFERENCE,
            REFERENCE,
        ),
        # A bound that goes, and that the pin never had.
        ({**TEXT, "maxLength": 5}, TEXT, TEXT, TEXT),
        # Items, and a bound that is new.
        (
            {"type": "array", "items": WHOLE},
            {"type": "array", "items": {**WHOLE, "maximum": 3}, "maxItems": 2},
            {"type": "array", "items": {**WHOLE, "description": "d"}},
            {
                "type": "array",
                "items": {**WHOLE, "description": "d", "maximum": 3},
                "maxItems": 2,
            },
        ),
    ],
)
def test_what_changed_is_merged(before: Any, now: Any, pinned: Any, merged: Any) -> None:
    found, work = merge(before, now, pinned)
    assert work.conflicts == []
    assert found == merged


@pytest.mark.parametrize(
    ("before", "now", "pinned", "conflict"),
    [
        (
            object_of(a=TEXT),
            object_of(a={"type": "boolean"}),
            object_of(a=WHOLE),
            Conflict("input/a/type", "string", "boolean", "integer"),
        ),
        (
            object_of(z=TEXT),
            object_of(z=WHOLE),
            object_of(a=TEXT),
            Conflict("input/z", TEXT, WHOLE, None),
        ),
        (
            {**TEXT, "maxLength": 5},
            {**TEXT, "maxLength": 6},
            {**TEXT, "maxLength": 3},
            Conflict("input/maxLength", 5, 6, 3),
        ),
        (
            {**TEXT, "maxLength": 5},
            {**TEXT, "maxLength": 6},
            TEXT,
            Conflict("input/maxLength", 5, 6, None),
        ),
        (TEXT, True, TEXT, Conflict("input", TEXT, True, TEXT)),
    ],
)
def test_what_has_no_place_is_a_conflict(
    before: Any, now: Any, pinned: Any, conflict: Conflict
) -> None:
    found, work = merge(before, now, pinned)
    assert found == pinned
    assert work.conflicts == [conflict]


def test_a_message_shows_the_beginning_of_a_long_schema() -> None:
    beginning = '{"enum": ["' + "x" * 289
    long = {"enum": ["x" * 400]}
    assert Conflict("input", long, None, {"enum": ["x" * 286]}).message() == (
        f"input: the service said {beginning}..., and says nothing; "
        f"the pin says {beginning[:-3]}"
        '"]}'
    )


def test_a_component_that_nothing_else_uses_is_edited() -> None:
    found, work = merge(BASE, object_of("a", a=TEXT), REFERENCE, frozenset({SHARED}))
    assert found == REFERENCE
    edited = work.components.edited[SHARED]
    assert isinstance(edited, dict)
    assert edited["title"] == "Shared"
    assert list(edited["properties"]) == ["a"]  # type: ignore[arg-type]


def test_components_that_only_some_paths_use() -> None:
    root: Any = {
        "paths": {
            "/one": {"post": {"body": ref("own")}},
            "/two": {"post": {"body": ref("both")}},
            "/three": {"post": {"body": ref("both"), "answer": ref("twice"), "more": ref("twice")}},
        },
        "components": {
            "schemas": {
                "own": {"properties": {"a": ref("inside"), "b": ref("circle")}},
                "both": {"properties": {"a": ref("below")}},
                "circle": {"properties": {"a": ref("circle")}},
                "inside": {},
                "below": {},
                "twice": {},
            }
        },
    }
    assert {one.rpartition("/")[2] for one in sole_components(root, {"/one"})} == {"own", "inside"}
    both = {one.rpartition("/")[2] for one in sole_components(root, {"/two", "/three"})}
    assert both == {"both", "below"}
