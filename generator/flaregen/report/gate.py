"""What fails: from which level on a change is refused, on the wire and for Python."""

from __future__ import annotations

from dataclasses import dataclass

from flaregen.drift.change import LEVELS, Change, Level, Report, Verdict, worst
from flaregen.drift.rules import RULES

LIMITS = ("none", *reversed(LEVELS))
"""The mildest first; ``none`` as a limit is never reached."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The mildest level that fails, on the wire and for Python; ``none`` where none does."""

    wire: str = "none"
    python: str = "none"

    def refused(self, report: Report) -> list[Change]:
        """The changes that reach a limit. A report with any fails."""
        return [change for change in report.changes if self._refuses(change)]

    def grade(self, change: Change) -> Level:
        """How a program is to show a change: as breaking what fails, and nothing else."""
        if self._refuses(change):
            return "breaking"
        return "info" if worst((change.level, change.python)) == "info" else "warning"

    def _refuses(self, change: Change) -> bool:
        on_the_wire = "none" if RULES[change.id].is_of_client else change.level
        return _reached(on_the_wire, self.wire) or _reached(change.python, self.python)


BREAKING = Limits("breaking", "breaking")


def _reached(level: Verdict, limit: str) -> bool:
    return limit != "none" and LIMITS.index(level) >= LIMITS.index(limit)
