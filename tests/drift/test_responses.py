"""Responses by status, of which a range describes what is not listed itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.drift.change import Level, worst
from flaregen.drift.compare import compare

from .settings import api

TEXT, NUMBER = (
    {"description": "", "content": {"application/json": {"schema": {"type": type_}}}}
    for type_ in ("string", "integer")
)


def rules(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[Level, str]]:
    found = compare(api({"responses": old}), api({"responses": new}), date(2026, 1, 1))
    return [(one.level, one.id) for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"200": TEXT}, {"2XX": TEXT}),
        ({"2XX": TEXT}, {"200": TEXT}),
        ({"200": TEXT, "2XX": TEXT}, {"2XX": TEXT}),
        ({"200": TEXT, "201": TEXT}, {"2xx": TEXT}),
    ],
)
def test_a_range_describes_what_was_listed(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert {level for level, _ in rules(old, new)} == {"info"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"200": TEXT}, {"2XX": NUMBER}),
        ({"2XX": TEXT}, {"200": NUMBER}),
        ({"2XX": TEXT}, {"200": NUMBER, "2XX": TEXT}),
        ({"404": TEXT}, {"4XX": NUMBER}),
    ],
)
def test_a_range_is_compared_with_what_was_listed(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert [rule for level, rule in rules(old, new) if level == "breaking"] == ["type-changed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"200": TEXT, "201": TEXT}, {"200": TEXT}),
        ({"200": TEXT, "2XX": TEXT}, {"200": TEXT}),
        ({"200": TEXT, "4XX": TEXT}, {"4XX": TEXT}),
        ({"200": TEXT}, {"default": TEXT}),
    ],
)
def test_what_nothing_describes_is_gone(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert ("breaking", "response-removed") in rules(old, new)


def test_a_failure_next_to_a_range_that_stays_is_an_addition() -> None:
    old, new = {"200": TEXT, "4XX": TEXT}, {"200": TEXT, "404": NUMBER, "4XX": TEXT}
    assert rules(old, new) == [("info", "failure-added")]


@pytest.mark.parametrize("media_type", ["text/event-stream", "*/*", "application/*"])
def test_values_are_json_in_events_and_in_what_may_be_json(media_type: str) -> None:
    def answer(type_: str) -> dict[str, Any]:
        schema = {"type": "object", "properties": {"a": {"type": type_}}}
        return {"200": {"description": "", "content": {media_type: {"schema": schema}}}}

    found = rules(answer("string"), answer("integer"))
    assert worst(level for level, _ in found) == "breaking"


@pytest.mark.parametrize(("status", "shown"), [("default", "default"), ("5xx", "5XX")])
def test_a_status_is_shown_as_the_specification_spells_it(status: str, shown: str) -> None:
    old, new = ({"responses": {"200": TEXT, status: one}} for one in (TEXT, NUMBER))
    (found,) = compare(api(old), api(new), date(2026, 1, 1))
    assert [reach.statuses for reach in found.operations] == [(shown,)]
