"""Markdown that a pull request takes: the gravest changes open, the others folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from flaregen.document import JSON
from flaregen.drift.change import Change, Level, Report
from flaregen.drift.messages import shown
from flaregen.markdown import block, prose
from flaregen.markdown import code as span
from flaregen.report.formats.places import best_place
from flaregen.report.formats.wording import (
    consequences,
    gravest_first,
    head,
    pointed,
    python_names,
    reached,
    said,
    summary,
)

MOST_LETTERS = 65_000
"""Of bytes, which are never fewer than letters: GitHub takes 65,536 letters, GitLab more."""
_SIGNS: dict[Level, str] = {"breaking": "🛑", "warning": "⚠️", "info": "ℹ️"}  # noqa: RUF001  the sign is meant
_OPEN = 10
_FRAME = 200
"""Bytes for the words around what is folded."""


def render(report: Report, *, code: str = "", room: int = MOST_LETTERS) -> str:
    """The changes that there is room for, in bytes; the others are counted."""
    lines = ["## Schema drift", "", f"**{report.verdict}** · {summary(report)}", ""]
    more = [*_accepted(report), *_emitted(code)]
    if _size(more) > room // 2:
        more = ["There is no room for the accepted changes and the emitted client.", ""]
    room -= _size(lines) + _size(more) + _FRAME
    changes = gravest_first(report)
    shown = changes[: min(_OPEN, _fitting(report, changes, room))]
    lines += _tables(report, shown)
    rest = changes[len(shown) :]
    folded = rest[: _fitting(report, rest, room - _size(_tables(report, shown)))]
    if folded:
        lines += [f"<details><summary>{len(folded)} more</summary>", ""]
        lines += [*_tables(report, folded), "</details>", ""]
    if left := len(rest) - len(folded):
        lines += [f"There is no room for {left} more; `flaregen drift` shows all.", ""]
    return "\n".join([*lines, *more]).rstrip("\n")


def _accepted(report: Report) -> Iterator[str]:
    if report.accepted:
        yield from ("### Accepted", "")
        for one in report.accepted:
            yield f"- {prose(one.change.message)} (until {one.expires}: {prose(one.reason)})"
        yield ""


def _emitted(code: str) -> list[str]:
    if not code:
        return []
    head = "<details><summary>The emitted client</summary>"
    return [head, "", block(code, "diff"), "", "</details>", ""]


def _fitting(report: Report, changes: Sequence[Change], room: int) -> int:
    """How many of the changes fit into so many bytes."""
    counts = range(1, len(changes) + 1)
    return bisect_right(counts, room, key=lambda count: _size(_tables(report, changes[:count])))


def _size(lines: Sequence[str]) -> int:
    return len("\n".join(lines).encode())


def _tables(report: Report, changes: Sequence[Change]) -> list[str]:
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
            "<br>".join(map(prose, (said(change), *consequences(change)))),
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
