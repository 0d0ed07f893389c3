"""A section in the form of Keep a Changelog (keepachangelog.com)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flaregen.drift.change import Bump, Change, Report
from flaregen.drift.rules import RULES
from flaregen.markdown import prose
from flaregen.report.formats.wording import said


def section(report: Report) -> str:
    """The entries below ``## [Unreleased]``, headings included, ready to paste."""
    return insert("", report).removeprefix(f"{_TITLE}\n\n")


def insert(changelog: str, report: Report) -> str:
    """A changelog with the changes, by their kind, in its unreleased section.

    A section, and headings in it, that are not there yet are added: the section before the newest
    version. Entries that the section has already, wrapped or not, are left out, so that inserting
    twice is inserting once. A line about the next version is replaced by a higher one only: what
    asked for that one is still in the section.
    """
    end = "\r\n" if "\r\n" in changelog else "\n"
    whole = changelog if changelog.endswith("\n") else changelog + end
    lines = whole.removesuffix("\n").split("\n") if changelog.strip() else [_TITLE]
    found = _Changelog(lines, end.removesuffix("\n"))
    before = list(lines)
    found.require_section()
    if report.python.bump != "none":
        found.say_next(report.python.bump)
    for kind in KINDS:
        known = set(found.items())
        entries = [_entry(change) for change in report.changes if RULES[change.id].heading == kind]
        new = [one for one in dict.fromkeys(entries) if _plain(one.removeprefix("- ")) not in known]
        if new:
            found.add(kind, new)
    return changelog if found.lines == before else "\n".join(found.lines) + "\n"


def _entry(change: Change) -> str:
    breaks = "breaking" in (change.level, change.python)
    mark = "**Breaking:** " if breaks else ""
    symbols = f" (`{'`, `'.join(change.symbols)}`)" if change.symbols else ""
    return f"- {mark}{prose(said(change))}{symbols}"


_TITLE = "# Changelog"
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
"""The headings of Keep a Changelog, in its order."""

_UNRELEASED = re.compile(r"\[?unreleased\b", re.IGNORECASE)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_BULLET = re.compile(r"\s*[-*+]\s+(.*)")
_LINK = re.compile(r"\[[^\]]+\]:\s")
_NEXT = re.compile(r"The next version is a (major|minor|patch) one\.")
_BUMPS: tuple[Bump, ...] = ("major", "minor", "patch")


def next_version(bump: Bump) -> str:
    """The line that says what the next version has to be."""
    return f"The next version is a {bump} one."


class _Heading(NamedTuple):
    line: int
    level: int
    title: str


@dataclass(frozen=True)
class _Changelog:
    """The lines of a file. ``carriage`` is what they end with before the line feed."""

    lines: list[str]
    carriage: str

    def require_section(self) -> None:
        if self._unreleased() is not None:
            return
        versions = (heading.line for heading in self._headings() if heading.level == 2)
        at = next(versions, None)
        self._put(self._last(0, len(self.lines)) if at is None else at, ["## [Unreleased]"])

    def say_next(self, bump: Bump) -> None:
        start, stop = self._section()
        for index in range(start, stop):
            said = _NEXT.fullmatch(self.lines[index].strip())
            if said:
                gravest = min(said[1], bump, key=_BUMPS.index)
                self.lines[index] = self.lines[index].replace(said[1], gravest)
                return
        self._put(start, [next_version(bump)])

    def items(self) -> Iterator[str]:
        """The texts of the section's list, lines that belong together in one."""
        start, stop = self._section()
        item: list[str] = []
        for line in self.lines[start:stop]:
            bullet = _BULLET.match(line)
            if bullet is None and item and line.startswith((" ", "\t")) and line.strip():
                item.append(line)
                continue
            yield _plain(" ".join(item))
            item = [bullet[1]] if bullet else []
        yield _plain(" ".join(item))

    def add(self, kind: str, entries: Sequence[str]) -> None:
        start, stop = self._section()
        inside = [heading for heading in self._headings() if start <= heading.line < stop]
        own = next((one for one in inside if one.title.lower() == kind.lower()), None)
        if own is None:
            below = (one.line for one in inside if _rank(one.title) > _rank(kind))
            self._put(next(below, stop), [f"### {kind}", "", *entries])
            return
        following = next((one.line for one in inside if one.line > own.line), stop)
        last = self._last(own.line + 1, following)
        is_list = _BULLET.match(self.lines[last - 1]) or self.lines[last - 1].startswith(" ")
        self._put(last, entries, apart=not is_list)

    def _put(self, at: int, lines: Sequence[str], *, apart: bool = True) -> None:
        """Insert lines, with an empty one around them where there is text."""
        gap = [""] if apart and at and self.lines[at - 1].strip() else []
        after = [""] if at < len(self.lines) and self.lines[at].strip() else []
        self.lines[at:at] = [line + self.carriage for line in (*gap, *lines, *after)]

    def _section(self) -> tuple[int, int]:
        """The first line below the heading, and the one after the last that has text."""
        heading = self._unreleased()
        start = heading.line + 1 if heading else 0
        above = (one.line for one in self._headings() if one.line >= start and one.level <= 2)
        return start, self._last(start, next(above, len(self.lines)))

    def _unreleased(self) -> _Heading | None:
        versions = (heading for heading in self._headings() if heading.level == 2)
        return next((version for version in versions if _UNRELEASED.match(version.title)), None)

    def _last(self, start: int, stop: int) -> int:
        """The end of some lines, without blank ones and the link addresses below them."""
        while stop > start and (
            not self.lines[stop - 1].strip() or _LINK.match(self.lines[stop - 1])
        ):
            stop -= 1
        return stop

    def _headings(self) -> Iterator[_Heading]:
        """The headings outside of code blocks."""
        fence = ""
        for index, line in enumerate(self.lines):
            mark = _FENCE.match(line)
            if mark and not fence:
                fence = mark[1] if self._closes(index, mark[1]) else ""
            elif fence:
                fence = "" if _is_end(line, fence) else fence
            elif heading := _HEADING.match(line):
                yield _Heading(index, len(heading[1]), heading[2].strip().rstrip("#").rstrip())

    def _closes(self, index: int, fence: str) -> bool:
        """Whether a fence is closed: an open one must not hide the sections below it."""
        return any(_is_end(line, fence) for line in self.lines[index + 1 :])


def _is_end(line: str, fence: str) -> bool:
    text = line.strip()
    return text.startswith(fence) and not text.strip(fence[0])


def _rank(title: str) -> int:
    """The rank of a heading; -1 for one that is not in Keep a Changelog."""
    kind = title.capitalize()
    return KINDS.index(kind) if kind in KINDS else -1


def _plain(text: str) -> str:
    return " ".join(text.split())
