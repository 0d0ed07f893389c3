"""What was renamed: alike, and unlike everything else that came or went."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.drift.compare import compare
from flaregen.drift.renames import renamed

from .settings import Way, api, around


@pytest.mark.parametrize(
    ("gone", "come", "names"),
    [
        ({"a": "x"}, {"b": "x"}, {"a": "b"}),
        ({"a": "x"}, {"b": "y"}, {}),
        ({"a": "x", "c": "x"}, {"b": "x"}, {}),
        ({"a": "x"}, {"b": "x", "c": "x"}, {}),
        ({"a": "x", "c": "y"}, {"b": "y", "d": "x"}, {"a": "d", "c": "b"}),
        ({"a": ""}, {"b": ""}, {}),
    ],
)
def test_renamed(gone: dict[str, str], come: dict[str, str], names: dict[str, str]) -> None:
    assert renamed(gone, come, lambda one: one or None) == names


@pytest.mark.parametrize(
    ("way", "rules"),
    [("request", ["property-refused", "property-added"]), ("response", ["property-renamed"])],
)
def test_the_old_name_is_refused_where_an_object_is_closed(way: Way, rules: list[str]) -> None:
    old, new = (_closed(name) for name in ("a", "b"))
    changes = compare(around(old, way), around(new, way), date(2026, 1, 1))
    assert [change.id for change in changes] == rules


@pytest.mark.parametrize(
    ("place", "rules"),
    [("query", ["parameter-renamed"]), ("header", ["parameter-moved"])],
)
def test_a_parameter_in_other_letters_has_another_name_where_it_was(
    place: str, rules: list[str]
) -> None:
    old, new = (
        api({"parameters": [{"in": one, "name": name, "description": "One."}], "responses": {}})
        for one, name in (("query", "accountId"), (place, "accountid"))
    )
    assert [change.id for change in compare(old, new, date(2026, 1, 1))] == rules


def _closed(name: str) -> dict[str, Any]:
    properties = {name: {"type": "string", "description": "One."}}
    return {"type": "object", "additionalProperties": False, "properties": properties}
