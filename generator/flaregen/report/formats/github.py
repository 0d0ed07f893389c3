"""Annotations as GitHub Actions reads them from a log."""

from __future__ import annotations

from flaregen.drift.change import Change, Level, Report
from flaregen.printable import printable
from flaregen.report.formats.places import best_place
from flaregen.report.formats.wording import reached, said

_COMMANDS: dict[Level, str] = {"breaking": "error", "warning": "warning", "info": "notice"}


def render(report: Report, *, code: str = "") -> str:
    del code
    return "\n".join(_annotation(report, change) for change in report.changes)


def _annotation(report: Report, change: Change) -> str:
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
    return f"::{_COMMANDS[change.level]} {properties}::{_data(said(change) + where)}"


def _data(text: str) -> str:
    """A line of its own: what is no printable character is spelled out, line ends excepted."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
