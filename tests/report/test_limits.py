"""What readers of a report take: comments and annotations of GitHub, people at a terminal."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from flaregen.drift.change import Report
from flaregen.reading.revisions import Commit
from flaregen.report.formats import render, render_history
from flaregen.report.formats.markdown import MOST_LETTERS
from flaregen.report.history import History, Step
from tests.drift.settings import around
from tests.report.reports import hostile, report_of, sample

_LEVELS = ["breaking", "warning", "info"]


def _many(times: int) -> Report:
    return replace(sample(), changes=tuple(sorted(sample().changes * times, key=_gravity)))


def _gravity(change: object) -> int:
    return _LEVELS.index(change.level)  # type: ignore[attr-defined]  # a Change, sorted only


def _rows(markdown: str) -> list[str]:
    """The rules of the rows, in the order of the text."""
    return re.findall(r"^\| .*? \| `([a-z-]+)` \|", markdown, re.MULTILINE)


def _levels_of(rules: list[str]) -> list[str]:
    level = {change.id: change.level for change in sample().changes}
    return [level[rule] for rule in rules]


@pytest.mark.parametrize("times", [1, 2, 30, 2000])
def test_the_gravest_are_open_and_the_others_folded(times: int) -> None:
    report = _many(times)
    text = render(report, "markdown")
    assert len(text.encode()) <= MOST_LETTERS == 65_000
    opened, _, folded = text.partition("<details>")
    assert len(_rows(opened)) == min(10, len(report.changes))
    levels = _levels_of(_rows(text))
    assert levels == sorted(levels, key=_LEVELS.index)
    left = re.search(r"no room for ([\d,]+) more", text)
    assert len(_rows(text)) + (int(left[1].replace(",", "")) if left else 0) == len(report.changes)
    assert bool(left) == (times == 2000)
    if folded:
        assert len(_rows(folded)) > 100 or not left
        assert f"<summary>{len(_rows(folded))} more</summary>\n\n" in folded
        assert "\n</details>" in folded


def test_a_change_that_is_too_long_for_a_comment_is_counted() -> None:
    changes = tuple(
        replace(change, symbols=tuple(f"Name{number}.field" for number in range(9000)))
        for change in sample().changes
    )
    text = render(replace(sample(), changes=changes), "markdown")
    assert len(text.encode()) <= MOST_LETTERS
    assert f"no room for {len(changes)} more" in text


def test_nothing_to_say_is_said() -> None:
    assert render(replace(sample(), changes=(), verdict="none"), "markdown") == (
        "## Schema drift\n\n**none** · no changes"
    )


def test_text_of_a_document_folds_nothing_and_is_no_mark() -> None:
    report = replace(hostile(), changes=hostile().changes * 20)
    text = render(report, "markdown")
    assert text.count("<details>") == text.count("</details>") == 1
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert not kinds & {"link_open", "image"}
    htmls = [token.content.strip() for token in tokens if token.type == "html_block"]
    assert htmls == ["<details><summary>10 more</summary>", "</details>"]


@pytest.mark.parametrize("times", [1, 10, 11, 500])
def test_annotations_stay_within_what_is_shown(times: int) -> None:
    report = _many(times)
    lines = render(report, "github").splitlines()
    kinds = Counter(line.split(" ")[0] for line in lines if line.startswith("::"))
    wanted = Counter[str](change.level for change in report.changes)
    names = {"breaking": "::error", "warning": "::warning", "info": "::notice"}
    assert kinds == {names[level]: min(10, count) for level, count in wanted.items()}
    left = [line for line in lines if not line.startswith("::")]
    assert [int(n) for line in left for n in re.findall(r": (\d+) more", line)] == [
        wanted[level] - 10 for level in _LEVELS if wanted[level] > 10
    ]
    order = [name for line in lines for name in names.values() if line.startswith(name)]
    assert order == sorted(order, key=list(names.values()).index)


def test_the_form_for_programs_leaves_nothing_out() -> None:
    assert len(json.loads(render(_many(500), "json"))["changes"]) == len(_many(500).changes)


@pytest.mark.parametrize("times", [1, 10, 200, 2000])
def test_a_person_reads_three_hundred_lines_at_most(times: int) -> None:
    report = _many(times)
    lines = render(report, "text").splitlines()
    assert len(lines) <= 300
    assert f"{times:,} breaking, {times:,} warning" in lines[0]
    listed = [line for line in lines if re.match(r"  \S", line)]
    counts = [int(n) for line in listed for n in re.findall(r"^  (?:and )?(\d+) changes: ", line)]
    assert len(listed) - len(counts) + sum(counts) == len(report.changes)
    assert len(listed) - len(counts) == min(250, len(report.changes))
    assert ("--format details" in lines[-1]) == (times >= 200)
    assert len(render(report, "details").splitlines()) > 4 * len(report.changes)


def test_all_that_follows_is_below_a_change() -> None:
    schemas = {"A": {"type": "string"}, "B": {"type": "string", "maxLength": 5, "pattern": "x"}}
    old, new = (
        around({"$ref": f"#/components/schemas/{name}"}, "request", components={"schemas": schemas})
        for name in "AB"
    )
    report = report_of(old, new)
    assert "\n    so   B: `maxLength` set to 5" in render(report, "text")
    assert "<br>B: `maxLength` set to 5" in render(report, "markdown")
    assert "<li>B: `maxLength` set to 5" in render(report, "html")


def _history(count: int) -> History:
    report = _many(4)
    step = Step(Commit("0a1b2c3", "2026-01-01", "Subject."), report)
    return History("a.json", (step,) * count, replace(report, changes=report.changes * count))


def _each_its_own(count: int) -> Report:
    changes = (
        replace(change, symbols=(f"Name{number}.field",))
        for number in range(count)
        for change in sample().changes
    )
    return replace(sample(), changes=tuple(changes))


_RULES = (
    "property-became-required",
    "required-property-removed",
    "version-not-bumped",
    "description-changed",
)
_LEFT_OUT = {
    "markdown": (
        lambda: render(_many(100), "markdown"),
        {
            "<details><summary>267 more</summary>",
            "There is no room for 123 more; `flaregen drift` shows all.",
        },
    ),
    "markdown, of code": (
        lambda: render(sample(), "markdown", code="x\n" * 40_000),
        {"There is no room for the accepted changes and the emitted client."},
    ),
    "markdown, of steps": (
        lambda: render_history(_history(102), "markdown"),
        {
            "102 steps of a.json",
            "### `0a1b2c3` 2026-01-01: Subject.",
            "<details><summary>16 in this step</summary>",
            "There is no room for 15 more; `flaregen drift` shows all.",
            "and 2 earlier ones, which `flaregen drift` shows",
        },
    ),
    "github": (
        lambda: render(_many(20), "github"),
        {
            "error: 10 more, without an annotation",
            "warning: 10 more, without an annotation",
            "notice: 30 more, without an annotation",
        },
    ),
    "text": (
        lambda: render(_many(300), "text"),
        {
            "  and 50 changes: 50 property-became-required",
            "  300 changes: 300 required-property-removed",
            "  600 changes: 300 version-not-bumped, 300 description-changed",
            "Shown in full by --format details, and in other forms by --format.",
        },
    ),
    "text, of groups": (
        lambda: render(_each_its_own(300), "text", by="symbol"),
        {
            "258 other groups",
            "  1032 changes: " + ", ".join(f"258 {rule}" for rule in _RULES),
            "Shown in full by --format details, and in other forms by --format.",
        },
    ),
    "text, of steps": (
        lambda: render_history(_history(102), "text"),
        {
            "102 steps of a.json",
            "  and 2 earlier steps",
            "Shown in full by --format details, and in other forms by --format.",
        },
    ),
}


@pytest.mark.parametrize("name", _LEFT_OUT)
def test_what_is_left_out_is_said_in_whole_lines(name: str) -> None:
    rendered, lines = _LEFT_OUT[name]
    assert lines <= set(rendered().splitlines())
