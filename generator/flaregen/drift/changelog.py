"""A section in the form of Keep a Changelog (keepachangelog.com)."""

from __future__ import annotations

import re

from flaregen.drift.change import Change, Report
from flaregen.drift.formats.markdown import escape

_UNRELEASED = re.compile(r"^## \[?Unreleased\]?.*$", re.MULTILINE | re.IGNORECASE)
_NEXT = re.compile(r"^## ", re.MULTILINE)
_HEADS = ("Added", "Changed", "Deprecated", "Removed")


def section(report: Report) -> str:
    """The entries below ``## [Unreleased]``, headings included, ready to paste."""
    lines = ["## [Unreleased]", ""]
    if report.bump != "none":
        lines += [f"The next version is a {report.bump} one.", ""]
    for head in _HEADS:
        entries = [_entry(report, change) for change in report.changes if kind(change) == head]
        if entries:
            lines += [f"### {head}", "", *entries, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def kind(change: Change) -> str:
    """The heading that a change belongs under."""
    if change.id in ("deprecated", "sunset-set", "sunset-earlier", "sunset-later"):
        return "Deprecated"
    if change.old_pointer is None:
        return "Added"
    return "Removed" if change.new_pointer is None else "Changed"


def _entry(report: Report, change: Change) -> str:
    breaks = change.level == "breaking" or (report.bump == "major" and change.gone)
    mark = "**Breaking:** " if breaks else ""
    symbols = f" (`{'`, `'.join(change.symbols)}`)" if change.symbols else ""
    return f"- {mark}{escape(change.message)}{symbols}"


def insert(changelog: str, report: Report) -> str:
    """A changelog with the section in it, in place of an unreleased one or before the newest.

    What an unreleased section already says stays below the new entries.
    """
    new = section(report)
    found = _UNRELEASED.search(changelog)
    if found is None:
        first = _NEXT.search(changelog)
        at = first.start() if first else len(changelog)
        before = changelog[:at].rstrip("\n") or "# Changelog"
        return (
            "\n\n".join(part for part in (before, new.rstrip("\n"), changelog[at:]) if part).rstrip(
                "\n"
            )
            + "\n"
        )
    rest = changelog[found.end() :].lstrip("\n")
    return f"{changelog[: found.start()]}{new}\n{rest}".rstrip("\n") + "\n"
