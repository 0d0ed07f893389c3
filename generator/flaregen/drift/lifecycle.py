"""Deprecation, sunset dates and stability, of an operation, a parameter or a schema."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import value
from flaregen.openapi.cursor import Cursor

_STABILITY = {"draft": 0, "alpha": 1, "beta": 2, "stable": 3}
_PROVISIONAL = ("draft", "alpha")


@dataclass(frozen=True, slots=True)
class Marks:
    """The announcements at one node."""

    at: Cursor
    deprecated: bool
    sunset: JSON
    stability: JSON

    @property
    def provisional(self) -> bool:
        return self.stability in _PROVISIONAL

    @property
    def rank(self) -> int | None:
        """The place of the level among the four; None for another one."""
        level = "stable" if self.stability is None else self.stability
        return _STABILITY.get(level) if isinstance(level, str) else None


def read_marks(at: Cursor, read: Callable[[str], JSON]) -> Marks:
    """The marks at a node, whose keywords a function gives."""
    return Marks(at, read("deprecated") is True, read("x-sunset"), read("x-stability-level"))


def marks_at(cursor: Cursor) -> Marks:
    return read_marks(cursor, lambda key: value(cursor, key))


def compare_marks(scope: Scope, old: Marks, new: Marks) -> None:
    if new.deprecated and not old.deprecated:
        until = f" until {new.sunset}" if new.sunset is not None else ""
        scope.emit("deprecated", old.at, new.at, before=False, after=True, until=until)
        if _is_unreadable(new.sunset):
            _emit_sunset(scope, "sunset-unreadable", old, new)
    elif old.deprecated and not new.deprecated:
        scope.emit("reinstated", old.at, new.at, before=True, after=False)
    elif old.deprecated and old.sunset != new.sunset:
        _sunset(scope, old, new)
    if old.stability != new.stability:
        _stability(scope, old, new)


def _sunset(scope: Scope, old: Marks, new: Marks) -> None:
    before, after = day(old.sunset), day(new.sunset)
    if _is_unreadable(new.sunset):
        rule = "sunset-unreadable"
    elif after is None:
        rule = "sunset-removed"
    elif before is None:
        rule = "sunset-set"
    elif after == before:
        return
    else:
        rule = "sunset-earlier" if after < before else "sunset-later"
    _emit_sunset(scope, rule, old, new)


def _emit_sunset(scope: Scope, rule: str, old: Marks, new: Marks) -> None:
    scope.emit(rule, old.at, new.at, before=old.sunset, after=new.sunset)


def _is_unreadable(sunset: JSON) -> bool:
    return sunset is not None and day(sunset) is None


def _stability(scope: Scope, old: Marks, new: Marks) -> None:
    before, after = old.rank, new.rank
    if after is None or before is None:
        rule = "stability-unreadable"
    elif after == before:
        return
    else:
        rule = "stability-decreased" if after < before else "stability-increased"
    levels = old.stability or "stable", new.stability or "stable"
    scope.emit(rule, old.at, new.at, before=levels[0], after=levels[1])


def removal(marks: Marks, today: date, ordinary: str) -> str:
    """The rule for a removal: the ordinary one, or that of an announced removal."""
    if not marks.deprecated:
        return ordinary
    if _is_unreadable(marks.sunset):
        return "removed-sunset-unreadable"
    until = day(marks.sunset)
    return "deprecated-removed" if until is None or until <= today else "removed-before-sunset"


def day(value: JSON) -> date | None:
    """A date, or the date of an RFC 3339 time; None when it is neither."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d([Tt ].+)?", value):
        return None
    try:
        if len(value) == len("2030-12-31"):
            return date.fromisoformat(value)
        return datetime.fromisoformat(value.upper()).astimezone(UTC).date()
    except ValueError:
        return None
