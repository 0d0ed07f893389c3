"""Deprecation, sunset dates and stability, of an operation, a parameter or a schema."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.openapi.cursor import Cursor

_STABILITY = {"draft": 0, "alpha": 1, "beta": 2, "stable": 3}
_PROVISIONAL = frozenset({"draft", "alpha"})


@dataclass(frozen=True, slots=True)
class Marks:
    """The announcements at one node."""

    at: Cursor
    deprecated: bool
    sunset: JSON
    stability: JSON

    @classmethod
    def of(cls, value: Callable[[str], JSON], at: Cursor) -> Marks:
        """Read them through a function from keyword to value."""
        return cls(
            at,
            value("deprecated") is True,
            value("x-sunset"),
            value("x-stability-level"),
        )

    @classmethod
    def at_node(cls, cursor: Cursor) -> Marks:
        node = cursor.value if isinstance(cursor.value, dict) else {}
        return cls.of(node.get, cursor)

    @property
    def provisional(self) -> bool:
        return isinstance(self.stability, str) and self.stability in _PROVISIONAL

    @property
    def rank(self) -> int | None:
        """None where the level is none of the four."""
        if self.stability is None:
            return _STABILITY["stable"]
        return _STABILITY.get(self.stability) if isinstance(self.stability, str) else None


def compare_marks(scope: Scope, old: Marks, new: Marks) -> None:
    if new.deprecated and not old.deprecated:
        until = f" until {new.sunset}" if new.sunset is not None else ""
        scope.emit("deprecated", old.at, new.at, before=False, after=True, until=until)
        _unreadable(scope, old, new)
    elif old.deprecated and not new.deprecated:
        scope.emit("reinstated", old.at, new.at, before=True, after=False)
    elif old.deprecated and old.sunset != new.sunset:
        _sunset(scope, old, new)
    _stability(scope, old, new)


def _sunset(scope: Scope, old: Marks, new: Marks) -> None:
    if _unreadable(scope, old, new):
        return
    before, after = day(old.sunset), day(new.sunset)
    if after is None:
        rule = "sunset-removed"
    elif before is None:
        rule = "sunset-set"
    elif after == before:
        return
    else:
        rule = "sunset-earlier" if after < before else "sunset-later"
    scope.emit(rule, old.at, new.at, before=old.sunset, after=new.sunset)


def _unreadable(scope: Scope, old: Marks, new: Marks) -> bool:
    if new.sunset is None or day(new.sunset) is not None:
        return False
    scope.emit("sunset-unreadable", old.at, new.at, before=old.sunset, after=new.sunset)
    return True


def _stability(scope: Scope, old: Marks, new: Marks) -> None:
    if old.stability == new.stability:
        return
    before, after = old.rank, new.rank
    if after is None or before is None:
        rule = "stability-unreadable"
    elif after == before:
        return
    else:
        rule = "stability-decreased" if after < before else "stability-increased"
    scope.emit(
        rule,
        old.at,
        new.at,
        before=old.stability or "stable",
        after=new.stability or "stable",
    )


def removal(marks: Marks, today: date, ordinary: str) -> str:
    """The rule that a removal meets: the ordinary one, or one that an announcement calls for."""
    if not marks.deprecated:
        return ordinary
    if marks.sunset is None:
        return "deprecated-removed"
    until = day(marks.sunset)
    if until is None:
        return "removed-sunset-unreadable"
    return "deprecated-removed" if until <= today else "removed-before-sunset"


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
