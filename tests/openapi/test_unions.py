"""The members of unions: nested ones taken apart, null left out, each once."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References
from flaregen.openapi.unions import members_of
from tests.names.documents import document

_TEXT, _WHOLE, _NUMBER, _NULL = ({"type": one} for one in ("string", "integer", "number", "null"))
_INNER: dict[str, Any] = {"oneOf": [_WHOLE, {"type": "boolean"}]}
_BOTH = [_TEXT, _WHOLE, {"type": "boolean"}]
_TITLED = {"title": "Inner", **_INNER}
_REFERENCE = {"$ref": "#/components/schemas/Inner"}
_CALLED_OTHERWISE = [
    {**_TEXT, "format": "binary"},
    {**_TEXT, "contentEncoding": "base64"},
    {**_TEXT, "enum": ["a", "b"]},
]
"""Texts for which callers pass something else."""


@pytest.mark.parametrize(
    ("listed", "members"),
    [
        ([_TEXT, _NULL], [_TEXT]),
        ([_TEXT, False], [_TEXT]),
        ([_TEXT, _TEXT], [_TEXT]),
        ([_WHOLE, _NUMBER], [_NUMBER]),
        ([{**_WHOLE, "minimum": 1}, _NUMBER], [_NUMBER]),
        ([{**_WHOLE, "minimum": 1}, {**_NUMBER, "minimum": 1}], [{**_NUMBER, "minimum": 1}]),
        ([{**_TEXT, "maxLength": 5}, {**_TEXT, "maxLength": 9}], [{**_TEXT, "maxLength": 9}]),
        ([_WHOLE, {**_NUMBER, "minimum": 1}], [_WHOLE, {**_NUMBER, "minimum": 1}]),
        (
            [{**_TEXT, "maxLength": 5}, {**_TEXT, "minLength": 2}],
            [{**_TEXT, "maxLength": 5}, {**_TEXT, "minLength": 2}],
        ),
        *(([_TEXT, one], [_TEXT, one]) for one in _CALLED_OTHERWISE),
        ([_TEXT, _INNER], _BOTH),
        ([_TEXT, {"anyOf": [_INNER]}], _BOTH),
        ([_TEXT, _REFERENCE], _BOTH),
        ([_TEXT, _TITLED], _BOTH),
        ([_TEXT, {**_INNER, "description": "An inner one."}], _BOTH),
        ([_TEXT, {"allOf": [_INNER, {"description": "An inner one."}]}], _BOTH),
        ([_TEXT, {"allOf": [_INNER, _WHOLE]}], [_TEXT, {"allOf": [_INNER, _WHOLE]}]),
        ([_TEXT, {**_INNER, "minimum": 1}], [_TEXT, {**_INNER, "minimum": 1}]),
    ],
)
def test_members(listed: list[Any], members: list[Any]) -> None:
    found = members_of(Cursor(listed), References(document({}, Inner=_INNER)), keep_titled=False)
    assert [one.value for one in found] == members


@pytest.mark.parametrize(
    ("listed", "members"),
    [
        ([{**_TEXT, "maxLength": 9}, _TEXT], [{**_TEXT, "maxLength": 9}, _TEXT]),
        ([{**_WHOLE, "minimum": 1}, _NUMBER], [{**_WHOLE, "minimum": 1}, _NUMBER]),
        ([_WHOLE, _NUMBER], [_NUMBER]),
    ],
)
def test_a_member_that_is_covered_stays_where_a_value_may_match_one_alone(
    listed: list[Any], members: list[Any]
) -> None:
    union = Cursor({"oneOf": listed}).get("oneOf")
    assert union is not None
    found = members_of(union, References(document({})), keep_titled=False)
    assert [one.value for one in found] == members


def test_a_union_with_a_title_may_stay_whole() -> None:
    found = members_of(Cursor([_TEXT, _TITLED]), References(document({})), keep_titled=True)
    assert [one.value for one in found] == [_TEXT, _TITLED]


def test_of_many_members_with_bounds_no_two_are_compared() -> None:
    listed = [{**_TEXT, "maxLength": most} for most in range(1000)]
    found = members_of(Cursor([*listed]), References(document({})), keep_titled=False)
    assert [one.value for one in found] == listed
