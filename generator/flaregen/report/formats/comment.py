"""Markdown for a comment on a pull request: the gravest changes open, the others folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from flaregen.drift.change import Change, Report
from flaregen.report.formats.markdown import heading, tables
from flaregen.report.formats.wording import by_level

MOST_LETTERS = 65_536
"""What GitHub takes as a comment, and as the text of a pull request; GitLab takes more."""
_OPEN = 10
_FRAME = 500
"""Letters for what is around the tables."""


def render(report: Report, *, code: str = "") -> str:
    """What does not fit is counted. ``code`` has no place in a comment."""
    del code
    room = MOST_LETTERS - _FRAME - _size("\n".join(heading(report)))
    changes = [change for _, of_level in by_level(report) for change in of_level]
    shown = changes[: min(_OPEN, _fitting(report, changes, room))]
    lines = [*heading(report), *tables(report, shown)]
    rest = changes[len(shown) :]
    folded = rest[: _fitting(report, rest, room - _size("\n".join(tables(report, shown))))]
    if folded:
        lines += [f"<details><summary>{len(folded)} more</summary>", ""]
        lines += [*tables(report, folded), "</details>", ""]
    if left := len(rest) - len(folded):
        lines.append(f"There is no room for {left} more; `flaregen drift` shows all.")
    return "\n".join(lines).rstrip("\n")


def _fitting(report: Report, changes: Sequence[Change], room: int) -> int:
    """How many of the changes fit into so many bytes, which are never fewer than letters."""
    counts = range(1, len(changes) + 1)
    return bisect_right(
        counts, room, key=lambda count: _size("\n".join(tables(report, changes[:count])))
    )


def _size(text: str) -> int:
    return len(text.encode())
