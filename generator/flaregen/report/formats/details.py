"""The form for a terminal, with all that is known of every change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flaregen.document import JSON
from flaregen.drift.change import LEVELS, Change, Level, Report
from flaregen.drift.messages import shown
from flaregen.printable import counted, one_line, styled
from flaregen.report.formats.grouping import Group, Grouping, grouped
from flaregen.report.formats.places import Place, places
from flaregen.report.formats.wording import (
    consequences,
    counts,
    elsewhere,
    pointed,
    python_names,
    reached,
    said,
    steps_of,
    summary,
    verdicts,
)
from flaregen.report.history import History, Step

_NAMES = 2
"""Columns of a table of steps that hold no numbers."""
COLOURS: dict[Level, str] = {"breaking": "red", "warning": "yellow", "info": "cyan"}


def render(report: Report, *, code: str = "", by: Grouping = "level") -> str:
    end = ["", code.rstrip("\n")] if code else []
    return "\n".join([title(report), *changes(report, by), *end])


def render_history(history: History, *, by: Grouping = "level") -> str:
    steps = [line for one in history.steps for line in (*step(one), *changes(one.report, by))]
    return "\n".join([*overview(history), *steps])


def title(report: Report) -> str:
    """What the changes come to, and both verdicts."""
    both = f" ({verdicts(report)})" if report.changes or report.left_out else ""
    return styled(f"{summary(report)}{both}", bold=True)


def overview(history: History, most: int | None = None) -> Iterator[str]:
    """What the steps come to, and a table of the latest of them."""
    yield title(history.total)
    yield from ("", one_line(steps_of(history)))
    listed = history.steps[:most]
    rows = [(one.commit.revision, one.commit.date, *map(str, counts(one.report))) for one in listed]
    heads = ("commit", "date", *LEVELS)
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    if rows:
        yield from ("", styled(_row(heads, widths, "subject"), dim=True))
    for row, one in zip(rows, listed, strict=True):
        yield _row(row, widths, one.commit.subject)
    if left := history.steps[len(listed) :]:
        yield f"  and {counted(len(left), 'earlier step')}"


def _row(cells: Sequence[str], widths: Sequence[int], subject: str) -> str:
    """Names to the left, numbers to the right."""
    parts = (
        cell.ljust(width) if index < _NAMES else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"  {'  '.join(parts)}  {subject}"


def step(one: Step) -> Iterator[str]:
    """The heading of a step that changed something."""
    if one.report.changes or one.report.accepted:
        commit = one.commit
        said_of_it = f"{commit.revision}  {commit.date}  {commit.subject}"
        yield from ("", styled(said_of_it, bold=True))


def changes(report: Report, by: Grouping) -> Iterator[str]:
    """A paragraph for each change, and what was accepted."""
    for group in grouped(report, by):
        yield from ("", heading(group))
        for change in group.changes:
            yield from ("", *map(one_line, _entry(report, change, label(group, change))))
    yield from accepted(report)


def heading(group: Group) -> str:
    text = one_line(f"{group.title} ({len(group.changes)})")
    return styled(text, fg=COLOURS[group.level], bold=True)


def label(group: Group, change: Change) -> str:
    """The rule of a change, with its level where the heading does not say it."""
    text = f"{change.level}  {change.id}" if group.mixed else change.id
    return styled(text, fg=COLOURS[change.level])


def accepted(report: Report) -> Iterator[str]:
    for one in report.accepted:
        said_once = one_line(f"accepted until {one.expires}: {one.change.message}")
        yield from ("", styled(said_once, dim=True), styled(f"  {one.reason}", dim=True))


def _entry(report: Report, change: Change, label: str) -> Iterator[str]:
    yield f"  {label}  {said(change)}"
    if pointed(change):
        yield f"    at   {pointed(change)}"
    old, new = places(report, change)
    yield from _side("old", old, change.old)
    yield from _side("new", new, change.new)
    for consequence in consequences(change):
        yield f"    so   {consequence}"
    if change.elsewhere:
        yield styled(f"    also {elsewhere(change)}", dim=True)
    if change.operations:
        yield styled(f"    reaches {reached(change)}", dim=True)
    if change.symbols:
        yield f"    python  {', '.join(map(''.join, python_names(change)))}"


def _side(name: str, place: Place | None, value: JSON) -> Iterator[str]:
    if place is None and value is None:
        return
    where = styled(str(place), dim=True) if place else ""
    what = shown(value) if value is not None else ""
    yield f"    {name}  {'  '.join(part for part in (where, what) if part)}"
