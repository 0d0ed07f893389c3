"""The form for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

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
    lines = ["## Schema drift", "", f"**{report.verdict}** · {summary(report)}", ""]
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
