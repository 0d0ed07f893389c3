"""The form for a terminal: what it comes to first, then as much as a person reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from flaregen.drift.change import LEVELS, Change, Report
from flaregen.printable import one_line
from flaregen.report.formats import details
from flaregen.report.formats.grouping import Group, Grouping, grouped
from flaregen.report.formats.wording import said
from flaregen.report.history import History

_MOST = 250
"""Lines that are read."""
_STEPS = 100
"""Steps that are listed of a history."""
_FRAME = 11
"""Lines of a step around its changes: headings, and what is left out of each level."""
_HEADING = 2
"""Lines around the changes of a group."""
_WHOLE = "Shown in full by --format details, and in other forms by --format."
_RULES = 8
"""Rules that are named of what is left out."""


def render(report: Report, *, code: str = "", by: Grouping = "level") -> str:
    """All changes in full where that is short, else a line for each of the gravest."""
    lines = list(islice(details.changes(report, by), _MOST + 1))
    if len(lines) > _MOST:
        lines = [*_brief(grouped(report, by), _MOST), "", _WHOLE, *details.accepted(report)]
    end = ["", code.rstrip("\n")] if code else []
    return "\n".join([details.title(report), *lines, *end])


def render_history(history: History, *, by: Grouping = "level") -> str:
    """All changes in full where that is short, else a table of steps and the gravest of each."""
    whole = details.render_history(history, by=by)
    if whole.count("\n") < _MOST:
        return whole
    lines = list(details.overview(history, _STEPS))
    changed = [step for step in history.steps if step.report.changes]
    for index, one in enumerate(changed):
        room = (_MOST - len(lines)) // (len(changed) - index) - _FRAME
        if room > 0:
            lines += [*details.step(one), *_brief(grouped(one.report, by), room)]
    return "\n".join([*lines, "", _WHOLE])


def _brief(groups: list[Group], room: int) -> Iterator[str]:
    """A line for each change that there is room for; the others are counted."""
    for index, group in enumerate(groups):
        if index >= len(LEVELS) and room <= 0:
            left = [one for group in groups[index:] for one in group.changes]
            yield from ("", f"{len(groups) - index} other groups")
            yield one_line(f"  {len(left)} changes: {_counted(left)}")
            return
        listed = group.changes[: max(0, room)]
        room -= len(listed) + (_HEADING if group.mixed else 0)
        yield from ("", details.heading(group))
        for change in listed:
            yield one_line(f"  {details.label(group, change)}  {said(change)}")
        if left := group.changes[len(listed) :]:
            yield one_line(f"  {'and ' if listed else ''}{len(left)} changes: {_counted(left)}")


def _counted(changes: Sequence[Change]) -> str:
    """The rules of some changes, the most frequent first."""
    counts = Counter(change.id for change in changes).most_common()
    named = [f"{count} {rule}" for rule, count in counts[:_RULES]]
    others = sum(count for _, count in counts[_RULES:])
    return ", ".join([*named, *([f"{others} others"] if others else [])])
