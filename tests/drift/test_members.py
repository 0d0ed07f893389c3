"""Which members of two unions belong together."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.drift.schemas.members import Member, match, member, name
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References
from tests.drift.settings import document
from tests.support.openapi import ref

CAT = {"type": "object", "properties": {"claws": {"type": "string"}}}
DOG = {"type": "object", "properties": {"bark": {"type": "string"}, "size": {"type": "integer"}}}
HOUND = {**DOG, "properties": {**DOG["properties"], "nose": {"type": "string"}}}


def _members(components: dict[str, Any], *names: str) -> list[Member]:
    root = {"openapi": "3.0.3", "components": {"schemas": components}}
    side = References(document(root))
    return [member(side, Cursor(ref(one))) for one in names]


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        # It grew and got another name.
        ({"Cat": CAT, "Dog": DOG}, {"Cat": CAT, "Hound": HOUND}, {"Cat": "Cat", "Dog": "Hound"}),
        # The old component is still there, so the other one is something else.
        ({"Cat": CAT, "Dog": DOG}, {"Cat": CAT, "Dog": DOG, "Hound": HOUND}, {"Cat": "Cat"}),
        # The new component was there before.
        ({"Cat": CAT, "Dog": DOG, "Hound": HOUND}, {"Cat": CAT, "Hound": HOUND}, {"Cat": "Cat"}),
        # Of two names for the same, either will do.
        (
            {"Cat": CAT, "Dog": DOG},
            {"Cat": CAT, "Dog": DOG, "Hound": DOG},
            {"Cat": "Cat", "Dog": "Hound"},
        ),
    ],
)
def test_components_are_paired_by_what_they_hold(
    before: dict[str, Any], after: dict[str, Any], pairs: dict[str, str]
) -> None:
    found = match(_members(before, "Cat", "Dog"), _members(after, "Cat", "Hound"))
    assert {name(one): name(other) for one, other in found.pairs} == pairs


@pytest.mark.parametrize(
    ("schema", "called"),
    [
        ({}, "schema"),
        ({"type": "string"}, "string"),
        ({"type": "string", "pattern": "^a"}, "string with pattern ^a"),
        ({"maxLength": 5, "type": ["string", "integer"]}, "integer/string with maxLength 5"),
        ({"enum": ["a", "b", "c", "d"]}, "string a, b, c"),
        ({"properties": {"a": {}, "z": {}}, "required": ["z"]}, "object with z, a"),
        ({"required": ["kind"], "properties": {"kind": {"enum": ["cat"]}}}, "object with kind cat"),
        ({"type": "array", "items": {"type": "integer"}}, "array of integer"),
        ({"type": "array", "items": ref("Cat")}, "array of Cat"),
        ({"type": "array", "minItems": 1, "items": {"title": "One"}}, "array of One"),
        ({"not": {"type": "string"}}, 'schema with not {"type": "string"}'),
    ],
)
def test_an_unnamed_member_is_called_by_what_tells_it_apart(schema: Any, called: str) -> None:
    side = References(document({"components": {"schemas": {"Cat": CAT}}}))
    assert name(member(side, Cursor(schema))) == called
