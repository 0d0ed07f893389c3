"""Reports by level, by operation, and by Python symbol."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from flaregen.diagnostic import UsageError
from flaregen.drift.change import LEVELS, Change, Level, Reach, Report
from flaregen.pointer import Pointer
from flaregen.report.formats import FORMATS, render, require_form
from flaregen.report.formats.grouping import GROUPINGS, Grouping, grouped
from flaregen.report.formats.markdown import MOST_LETTERS
from tests.report.reports import HOSTILE, sample

GET = Reach("GET", "/a", None, ("application/json",))
POST = Reach("POST", "/a", None)


def change(
    number: int, level: Level, operations: tuple[Reach, ...] = (), symbols: tuple[str, ...] = ()
) -> Change:
    at = Pointer(("paths", str(number)))
    return Change(
        "property-removed", level, "none", f"change {number}", at, at, operations, symbols=symbols
    )


def report() -> Report:
    changes = (
        change(1, "info", (GET,), ("Params.text",)),
        change(2, "warning", (GET, POST), ("client.ai.run(model_name=)",)),
        change(3, "breaking", (POST,), ("Params",)),
        change(4, "info", (), ("models.answers.Chat.usage", "Params.text")),
        change(5, "breaking", (replace(GET, statuses=("200",)),), ("client.ai.run",)),
        change(6, "info"),
    )
    return replace(sample(), changes=changes)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("level", {"Breaking": "35", "Warnings": "2", "Information": "146"}),
        (
            "operation",
            {"POST /a": "3", "GET /a": "51", "GET /a, POST /a": "2", "Without an operation": "46"},
        ),
        (
            "symbol",
            {
                "Params": "31",
                "client.ai.run": "52",
                "models.answers.Chat": "4",
                "Without a Python name": "6",
            },
        ),
    ],
)
def test_each_change_is_in_one_group_the_gravest_first(
    by: Grouping, groups: dict[str, str]
) -> None:
    found = grouped(report(), by)
    assert {one.title: "".join(each.message[-1] for each in one.changes) for one in found} == groups
    assert [one.title for one in found] == list(groups)
    levels = [LEVELS.index(one.level) for one in found]
    assert levels == sorted(levels)


def test_groups_of_many_operations_are_told_apart() -> None:
    """Their titles may be the same: of many operations the first ones are named."""
    many = tuple(Reach("GET", f"/{number}", None) for number in range(9))
    other = (*many[:8], replace(many[8], path="/other"))
    both = (change(1, "info", many), change(2, "info", other))
    found = grouped(replace(sample(), changes=both), "operation")
    assert [one.title for one in found] == ["GET /0, GET /1, GET /2 and 6 more"] * 2


@pytest.mark.parametrize("by", GROUPINGS)
@pytest.mark.parametrize("form", ["text", "details", "markdown", "html"])
def test_every_form_has_the_titles_and_every_change_once(form: str, by: Grouping) -> None:
    text = render(report(), form, by=by)
    said = Counter(re.findall(r"(?<!data-text=\")change \d", text))
    assert set(said) == {f"change {number}" for number in range(1, 7)}
    assert max(said.values()) == (2 if form == "html" else 1)
    places = [text.index(f"{one.title}") for one in grouped(report(), by)]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("form", ["text", "details", "markdown"])
def test_the_level_is_with_the_change_where_no_heading_has_it(form: str) -> None:
    text = render(report(), form, by="operation")
    (line,) = [line for line in text.splitlines() if "change 1" in line]
    assert ("ℹ️" if form == "markdown" else "info  property-removed") in line  # noqa: RUF001


def test_the_page_is_by_symbol_without_being_asked() -> None:
    assert render(report(), "html") == render(report(), "html", by="symbol")
    assert "<h2>Params " in render(report(), "html")
    assert "<h2>" not in render(sample(), "html")


@pytest.mark.parametrize("form", [one for one in FORMATS if one not in ("text", "details")])
def test_forms_for_programs_have_no_groups(form: str) -> None:
    if form in ("markdown", "html"):
        assert "change 1" in render(report(), form, by="symbol")
        return
    with pytest.raises(UsageError, match="--group-by cannot be combined with"):
        require_form(form, "symbol", history=False)


@pytest.mark.parametrize("count", [90, 3000])
def test_many_groups_stay_within_what_is_read(count: int) -> None:
    changes = tuple(
        change(number, "breaking", (Reach("GET", f"/{number}{HOSTILE}", None),))
        for number in range(count)
    )
    many = replace(sample(), changes=changes)
    lines = render(many, "text", by="operation").split("\n")
    assert len(lines) <= 300
    (left,) = [int(n) for line in lines for n in re.findall(r"^  (\d+) changes: ", line)]
    listed = [line for line in lines if "breaking  property-removed" in line]
    assert len(listed) + left == count
    assert len(render(many, "markdown", by="operation").encode()) <= MOST_LETTERS
