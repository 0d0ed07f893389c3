"""The form for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from flaregen.document import JSON
from flaregen.drift.change import Change, Level, Report
from flaregen.drift.messages import shown
from flaregen.markdown import block, prose
from flaregen.markdown import code as span
from flaregen.report.formats.places import best_place
from flaregen.report.formats.wording import (
    by_level,
    head,
    pointed,
    python_names,
    reached,
    said,
    summary,
)

_SIGNS: dict[Level, str] = {"breaking": "🛑", "warning": "⚠️", "info": "ℹ️"}  # noqa: RUF001  the sign is meant


def render(report: Report, *, code: str = "", most: int | None = None) -> str:
    """``most`` is how many changes may be listed, the gravest first; the others are counted."""
    lines = heading(report)
    room = len(report.changes) if most is None else most
    for level, changes in by_level(report):
        if listed := changes[:room]:
            lines += _table(report, level, listed)
        if left := len(changes) - len(listed):
            lines += [f"{left} more under {head(level)}.", ""]
        room -= len(listed)
    if report.accepted:
        lines += ["### Accepted", ""]
        lines += [
            f"- {prose(one.change.message)} (until {one.expires}: {prose(one.reason)})"
            for one in report.accepted
        ]
        lines.append("")
    if code:
        lines += ["<details><summary>The emitted client</summary>", "", block(code, "diff")]
        lines += ["", "</details>", ""]
    return "\n".join(lines).rstrip("\n")


def heading(report: Report) -> list[str]:
    return ["## Schema drift", "", f"**{report.verdict}** · {summary(report)}", ""]


def tables(report: Report, changes: Sequence[Change]) -> list[str]:
    """A table for each level among the changes, which are in the order of the levels."""
    grouped = groupby(changes, key=lambda change: change.level)
    return [line for level, some in grouped for line in _table(report, level, list(some))]


def _table(report: Report, level: Level, changes: list[Change]) -> Iterator[str]:
    yield f"### {_SIGNS[level]} {head(level)} ({len(changes)})"
    yield ""
    yield "| change | rule | old | new | operations | Python | place |"
    yield "|---|---|---|---|---|---|---|"
    for change in changes:
        cells = (
            prose(said(change)),
            f"`{change.id}`",
            _value(change.old),
            _value(change.new),
            prose(reached(change)),
            ", ".join(span(name, cell=True) + mark for name, mark in python_names(change)),
            "<br>".join(span(text, cell=True) for text in _where(report, change)),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _where(report: Report, change: Change) -> Iterator[str]:
    yield str(best_place(report, change))
    if pointed(change):
        yield pointed(change)


def _value(value: JSON) -> str:
    return "" if value is None else span(shown(value), cell=True)
