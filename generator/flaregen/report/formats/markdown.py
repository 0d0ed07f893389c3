"""Markdown that a pull request takes: the gravest changes open, the others folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from flaregen.document import JSON
from flaregen.drift.change import LEVELS, Change, Level, Report
from flaregen.drift.messages import shown
from flaregen.markdown import block, prose
from flaregen.markdown import code as span
from flaregen.report.formats.grouping import Group, Grouping, grouped
from flaregen.report.formats.places import best_place
from flaregen.report.formats.wording import (
    consequences,
    counts,
    pointed,
    python_names,
    reached,
    said,
    steps_of,
    summary,
    verdicts,
)
from flaregen.report.history import History, Step

MOST_LETTERS = 65_000
"""Of bytes, which are never fewer than letters: GitHub takes 65,536 letters, GitLab more."""
_SIGNS: dict[Level, str] = {"breaking": "🛑", "warning": "⚠️", "info": "ℹ️"}  # noqa: RUF001  the sign is meant
_Entry: TypeAlias = tuple[Group, Change]
_OPEN = 10
_STEPS = 100
"""Steps that are listed of a history."""
_SUBJECT = 72
"""Letters of a subject, which is to have no more."""
_FRAME = 800
"""Bytes for the words around what is folded, of a subject with every letter escaped, too."""


def render(
    report: Report, *, code: str = "", room: int = MOST_LETTERS, by: Grouping = "level"
) -> str:
    """The changes that there is room for, in bytes; the others are counted."""
    lines = ["## Schema drift", "", f"**{verdicts(report)}** · {summary(report)}", ""]
    more = [*_accepted(report), *_emitted(code)]
    if _size(more) > room // 2:
        more = ["There is no room for the accepted changes and the emitted client.", ""]
    room -= _size(lines) + _size(more) + _FRAME
    changes = _entries(report, by)
    shown = changes[: min(_OPEN, _fitting(report, changes, room))]
    lines += _tables(report, shown)
    rest = changes[len(shown) :]
    folded = rest[: _fitting(report, rest, room - _size(_tables(report, shown)))]
    if folded:
        lines += [f"<details><summary>{len(folded)} more</summary>", ""]
        lines += [*_tables(report, folded), "</details>", ""]
    if left := len(rest) - len(folded):
        lines += [f"There is no room for {left:,} more; `flaregen drift` shows all.", ""]
    return "\n".join([*lines, *more]).rstrip("\n")


def render_history(history: History, *, by: Grouping = "level") -> str:
    """A table of the steps, and of each the changes that there is an equal share of room for."""
    total = history.total
    lines = ["## Schema drift", "", f"**{verdicts(total)}** · {summary(total)}", ""]
    lines += [prose(steps_of(history)), "", *_trend(history.steps[:_STEPS])]
    if left := history.steps[_STEPS:]:
        lines += [f"and {len(left)} earlier ones, which `flaregen drift` shows", ""]
    changed = [step for step in history.steps if step.report.changes]
    for index, one in enumerate(changed):
        share = (MOST_LETTERS - _size(lines)) // (len(changed) - index) - _FRAME
        lines += _step(one, share, by)
    return "\n".join(lines).rstrip("\n")


def _trend(steps: Sequence[Step]) -> Iterator[str]:
    if steps:
        yield f"| commit | date | {' | '.join(LEVELS)} | subject |"
        yield "|---|---|--:|--:|--:|---|"
    for step in steps:
        commit, subject = step.commit, prose(step.commit.subject[:_SUBJECT])
        numbers = " | ".join(map(str, counts(step.report)))
        yield f"| `{commit.revision}` | {commit.date} | {numbers} | {subject} |"
    yield ""


def _step(step: Step, room: int, by: Grouping) -> Iterator[str]:
    changes = _entries(step.report, by)
    shown = changes[: _fitting(step.report, changes, room)]
    if shown:
        commit = step.commit
        yield f"### `{commit.revision}` {commit.date}: {prose(commit.subject[:_SUBJECT])}"
        yield from ("", f"<details><summary>{len(changes)} in this step</summary>", "")
        yield from _tables(step.report, shown, "####")
        if left := len(changes) - len(shown):
            yield from (f"There is no room for {left:,} more; `flaregen drift` shows all.", "")
        yield from ("</details>", "")


def _accepted(report: Report) -> Iterator[str]:
    if report.accepted:
        yield from ("### Accepted", "")
        for accepted in report.accepted:
            message, reason = prose(accepted.change.message), prose(accepted.reason)
            yield f"- {message} (until {accepted.expires}: {reason})"
        yield ""


def _emitted(code: str) -> list[str]:
    if not code:
        return []
    head = "<details><summary>The emitted client</summary>"
    return [head, "", block(code, "diff"), "", "</details>", ""]


def _entries(report: Report, by: Grouping) -> list[_Entry]:
    return [(group, change) for group in grouped(report, by) for change in group.changes]


def _fitting(report: Report, entries: Sequence[_Entry], room: int) -> int:
    """How many of the changes fit into so many bytes."""
    counts = range(1, len(entries) + 1)
    return bisect_right(counts, room, key=lambda count: _size(_tables(report, entries[:count])))


def _size(lines: Sequence[str]) -> int:
    return len("\n".join(lines).encode())


def _tables(report: Report, entries: Sequence[_Entry], mark: str = "###") -> list[str]:
    """A table for each group among the changes, which are in the order of the groups."""
    lines: list[str] = []
    for _, some in groupby(entries, key=lambda entry: id(entry[0])):
        listed = list(some)
        lines += _table(report, listed[0][0], [change for _, change in listed], mark)
    return lines


def _table(report: Report, group: Group, changes: list[Change], mark: str) -> Iterator[str]:
    yield f"{mark} {_SIGNS[group.level]} {prose(group.title)} ({len(changes)})"
    yield ""
    yield "| change | rule | old | new | operations | Python | place |"
    yield "|---|---|---|---|---|---|---|"
    for change in changes:
        places = filter(None, (str(best_place(report, change)), pointed(change)))
        sign = f"{_SIGNS[change.level]} " if group.mixed else ""
        cells = (
            sign + "<br>".join(map(prose, (said(change), *consequences(change)))),
            f"`{change.id}`",
            _value(change.old),
            _value(change.new),
            prose(reached(change)),
            ", ".join(span(name, cell=True) + mark for name, mark in python_names(change)),
            "<br>".join(span(text, cell=True) for text in places),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _value(value: JSON) -> str:
    return "" if value is None else span(shown(value), cell=True)
