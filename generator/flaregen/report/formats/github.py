"""Annotations as GitHub Actions reads them from a log."""

from __future__ import annotations

from flaregen.drift.change import Change, Level, Report
from flaregen.printable import printable
from flaregen.report.formats.places import best_place
from flaregen.report.formats.wording import reached, said, summary
from flaregen.report.gate import Limits

_COMMANDS: dict[Level, str] = {"breaking": "error", "warning": "warning", "info": "notice"}


_MOST = 10
"""Annotations of each kind that GitHub shows of a step."""


def render(report: Report, limits: Limits) -> str:
    """What fails first; what GitHub would not show is counted."""
    lines = []
    for grade, command in _COMMANDS.items():
        changes = [one for one in report.changes if limits.grade(one) == grade]
        lines += [_annotation(report, change, command) for change in changes[:_MOST]]
        if changes[_MOST:]:
            lines.append(f"{command}: {len(changes) - _MOST} more, without an annotation")
    if report.left_out:
        lines.append(summary(report))
    return "\n".join(lines)


def _annotation(report: Report, change: Change, command: str) -> str:
    place = best_place(report, change)
    properties = ",".join(
        f"{key}={_property(value)}"
        for key, value in (
            ("file", place.file),
            ("line", str(place.position.line)),
            ("col", str(place.position.column)),
            ("title", change.id),
        )
    )
    where = f" ({reached(change)})" if change.operations else ""
    return f"::{command} {properties}::{_data(said(change) + where)}"


def _data(text: str) -> str:
    """A line of its own: characters that cannot be printed are spelled out, line ends excepted."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
