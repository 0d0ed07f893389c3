"""A section in the form of Keep a Changelog (keepachangelog.com)."""

from __future__ import annotations

from flaregen.drift.change import Change, Report
from flaregen.drift.rules import RULES
from flaregen.markdown import prose
from flaregen.report.formats.wording import said
from flaregen.report.unreleased import KINDS, merge, next_version


def section(report: Report) -> str:
    """The entries below ``## [Unreleased]``, headings included, ready to paste."""
    lines = ["## [Unreleased]", ""]
    if report.python.bump != "none":
        lines += [next_version(report.python.bump), ""]
    for head, entries in _entries(report).items():
        lines += [f"### {head}", "", *entries, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def insert(changelog: str, report: Report) -> str:
    """A changelog with the changes added to its unreleased section.

    A section that is missing is put before the newest version. Inserting a report twice
    changes nothing.
    """
    return merge(changelog, report.python.bump, _entries(report))


def _entries(report: Report) -> dict[str, list[str]]:
    """The entries by their headings, in the order of Keep a Changelog."""
    found = {
        head: [_entry(one) for one in report.changes if RULES[one.id].heading == head]
        for head in KINDS
    }
    return {head: entries for head, entries in found.items() if entries}


def _entry(change: Change) -> str:
    breaks = "breaking" in (change.level, change.python)
    mark = "**Breaking:** " if breaks else ""
    symbols = f" (`{'`, `'.join(change.symbols)}`)" if change.symbols else ""
    return f"- {mark}{prose(said(change))}{symbols}"
