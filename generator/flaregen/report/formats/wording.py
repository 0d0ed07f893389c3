"""Phrases that several formats share."""

from __future__ import annotations

from flaregen.drift.change import LEVELS, Bump, Change, Level, Reach, Report, Verdict
from flaregen.printable import counted, listed
from flaregen.report.history import History

_BUMPS: dict[Bump, str] = {
    "major": "the next version of the client is a major one",
    "minor": "the next version of the client is a minor one",
    "patch": "the next version of the client is a patch",
    "none": "the client stays as it is",
}
HEADS: dict[Level, str] = {"breaking": "Breaking", "warning": "Warnings", "info": "Information"}
_MOST_CONSEQUENCES = 5


def by_level(report: Report) -> list[tuple[Level, list[Change]]]:
    """The changes by level, gravest first, levels without changes left out."""
    grouped = [
        (level, [change for change in report.changes if change.level == level]) for level in LEVELS
    ]
    return [(level, changes) for level, changes in grouped if changes]


def counts(report: Report) -> tuple[int, ...]:
    """How many changes of each level there are, worst first."""
    return tuple(sum(change.level == level for change in report.changes) for level in LEVELS)


def consequences(change: Change) -> list[str]:
    """The consequences of a change that its message does not have, the gravest first."""
    messages = [consequence.message for consequence in change.consequences[1:]]
    left = len(messages) - _MOST_CONSEQUENCES
    return messages if left <= 0 else [*messages[:_MOST_CONSEQUENCES], f"{left} more"]


def elsewhere(change: Change) -> str:
    """The other places of a change as a phrase."""
    return listed([pointed(one) for one in change.elsewhere])


def said(change: Change) -> str:
    """The message, with the number of places where there are several."""
    return f"{change.message} ({change.count} places)" if change.count > 1 else change.message


def summary(report: Report) -> str:
    """How many changes there are, and what they come to."""
    rest = [f"{len(report.accepted)} accepted"] if report.accepted else []
    rest += [f"{report.left_out:,} left out"] if report.left_out else []
    if not report.changes:
        nothing = "no changes to show" if report.left_out else "no changes"
        return ", ".join([nothing, *rest])
    found = [
        counted(len(changes), "warning") if level == "warning" else f"{len(changes):,} {level}"
        for level, changes in by_level(report)
    ]
    return f"{', '.join([*found, *rest])}: {_BUMPS[report.python.bump]}"


def verdicts(report: Report) -> str:
    """Both verdicts as a phrase."""
    return verdicts_of(report.verdict, report.python.verdict)


def verdicts_of(wire: Verdict, python: Verdict) -> str:
    if wire != python:
        return f"{wire} on the wire, {python} for Python"
    return wire if wire == "none" else f"{wire} on the wire and for Python"


def python_names(change: Change) -> list[tuple[str, str]]:
    """The symbols of a change, those that are gone with a remark."""
    return [(name, " (gone)" if name in change.gone else "") for name in change.symbols]


def pointed(change: Change) -> str:
    """The pointer of a change, as ``[[drift.accept]]`` takes it; empty for the whole document."""
    pointer = change.old_pointer if change.new_pointer is None else change.new_pointer
    return "" if pointer is None else str(pointer)


def reached(change: Change) -> str:
    """The operations of a change as a phrase, empty where there are none."""
    grave, milder = (
        listed([_met(operation) for operation in change.operations if operation.milder is mild])
        for mild in (False, True)
    )
    return f"{grave}; milder in {milder}" if milder else grave


def _met(reach: Reach) -> str:
    inside = ", ".join([*reach.statuses, *reach.media_types])
    return f"{reach.method} {reach.path}{f' ({inside})' if inside else ''}"


def steps_of(history: History) -> str:
    """How many steps of what file there are."""
    return f"{counted(len(history.steps), 'step')} of {history.path}"
