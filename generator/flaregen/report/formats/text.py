"""The form for a terminal: what it comes to first, then as much as a person reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from flaregen.drift.change import Change, Level, Report
from flaregen.printable import one_line, styled
from flaregen.report.formats import details
from flaregen.report.formats.wording import by_level, said, summary
from flaregen.report.history import History

_MOST = 250
"""Lines that are read."""
_STEPS = 100
"""Steps that are listed of a history."""
_FRAME = 11
"""Lines of a step around its changes: headings, and what is left out of each level."""
_WHOLE = "Shown in full by --format details, and in other forms by --format."
_RULES = 8
"""Rules that are named of what is left out."""


def render(report: Report, *, code: str = "") -> str:
    """All changes in full where that is short, else a line for each of the gravest."""
    lines = list(islice(details.changes(report), _MOST + 1))
    if len(lines) > _MOST:
        lines = [*_brief(report, _MOST), "", _WHOLE, *details.accepted(report)]
    end = ["", code.rstrip("\n")] if code else []
    return "\n".join([styled(summary(report), bold=True), *lines, *end])


def render_history(history: History) -> str:
    """All changes in full where that is short, else a table of steps and the gravest of each."""
    whole = details.render_history(history)
    if whole.count("\n") < _MOST:
        return whole
    lines = list(details.overview(history, _STEPS))
    changed = [one for one in history.steps if one.report.changes]
    for index, one in enumerate(changed):
        room = (_MOST - len(lines)) // (len(changed) - index) - _FRAME
        if room > 0:
            lines += [*details.step(one), *_brief(one.report, room)]
    return "\n".join([*lines, "", _WHOLE])


def _brief(report: Report, room: int) -> Iterator[str]:
    for level, changes in by_level(report):
        listed = changes[: max(0, room)]
        room -= len(listed)
        yield from ("", details.heading(level, len(changes)))
        yield from (_line(level, change) for change in listed)
        if left := changes[len(listed) :]:
            yield one_line(f"  {'and ' if listed else ''}{len(left)} changes: {_counted(left)}")


def _line(level: Level, change: Change) -> str:
    return one_line(f"  {styled(change.id, fg=details.COLOURS[level])}  {said(change)}")


def _counted(changes: Sequence[Change]) -> str:
    """The rules of some changes, the most frequent first."""
    counts = Counter(change.id for change in changes).most_common()
    named = [f"{count} {rule}" for rule, count in counts[:_RULES]]
    others = sum(count for _, count in counts[_RULES:])
    return ", ".join([*named, *([f"{others} others"] if others else [])])
