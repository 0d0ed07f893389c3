"""``--fail-on``: from which level on a verdict makes the exit status 1."""

from __future__ import annotations

from dataclasses import dataclass

import click
from click.shell_completion import CompletionItem

from flaregen.drift.change import LEVELS, Change, Report, Verdict

_LIMITS = ("none", *reversed(LEVELS))
"""The mildest first; ``none`` as a limit is never reached."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The mildest level that fails, on the wire and for Python; ``none`` where none does."""

    wire: str = "none"
    python: str = "none"

    def reached_by(self, report: Report) -> bool:
        return _reached(report.verdict, self.wire) or _reached(report.python.verdict, self.python)

    def refused(self, report: Report) -> list[Change]:
        """The changes that reach a limit by themselves."""
        return [
            one
            for one in report.changes
            if _reached(one.level, self.wire) or _reached(one.python, self.python)
        ]


def _reached(verdict: Verdict, limit: str) -> bool:
    return limit != "none" and _LIMITS.index(verdict) >= _LIMITS.index(limit)


def limits(context: click.Context | None, parameter: click.Parameter | None, text: str) -> Limits:
    """One level for both, or ``wire:LEVEL,python:LEVEL``, of which either may be left out.

    Raises click.BadParameter.
    """
    if text in _LIMITS:
        return Limits(text, text)
    parts = [part.strip().partition(":") for part in text.split(",")]
    found = {side: level for side, _, level in parts}
    if len(found) < len(parts) or not (
        found.keys() <= {"wire", "python"} and set(found.values()) <= {*_LIMITS}
    ):
        message = f"{text!r} is not a level, nor like wire:breaking,python:none"
        raise click.BadParameter(message, context, parameter)
    return Limits(**found)


def complete(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What ``--fail-on`` may begin with, for the shell."""
    del context, parameter
    choices = (*reversed(_LIMITS), "wire:", "python:")
    return [CompletionItem(one) for one in choices if one.startswith(incomplete)]
