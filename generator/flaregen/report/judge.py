"""The judgement on changes: configured levels, accepted changes, verdict, version bump."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile
from operator import eq

from flaregen.config_file import AcceptTable, DriftLevel, DriftTable
from flaregen.diagnostic import Diagnostic, UsageError
from flaregen.document import Document
from flaregen.drift.change import (
    LEVELS,
    Accepted,
    Change,
    Level,
    Python,
    Report,
    Verdict,
    order,
    worst,
)
from flaregen.drift.rules import RULES
from flaregen.report.version import version_change


def judge(
    old: Document, new: Document, changes: tuple[Change, ...], table: DriftTable, today: date
) -> Report:
    """Apply the configuration. Raises UsageError for an unknown rule or an invalid date."""
    _validate(table)
    levelled = [one for change in changes if (one := _levelled(change, table.levels)) is not None]
    entries = [entry for entry in table.accept if not _expired(entry, today)]
    counted, accepted = _divided(levelled, entries)
    remark = version_change(old, new, breaking=_wire(counted) == "breaking")
    remark = None if remark is None else _levelled(remark, table.levels)
    if remark is not None and not any(_concerned(entry, remark) for entry in entries):
        counted.append(remark)
    return Report(
        old=old,
        new=new,
        verdict=_wire(counted),
        python=_python(counted),
        changes=tuple(sorted(counted, key=order)),
        accepted=tuple(accepted),
    )


def recounted(report: Report, changes: Sequence[Change]) -> Report:
    """The report with some of its changes, and their verdicts."""
    kept = tuple(changes)
    return replace(report, changes=kept, verdict=_wire(kept), python=_python(kept))


def only(report: Report, counts: Callable[[Change], bool]) -> Report:
    """The report with the changes that count; the others are left out of the verdicts, too."""
    kept = tuple(filter(counts, report.changes))
    left_out = report.left_out + len(report.changes) - len(kept)
    return replace(recounted(report, kept), left_out=left_out)


def at_least(report: Report, level: Level) -> Report:
    """The report with the changes of a level or a graver one, on the wire or for Python.

    The verdicts stay those of all changes.
    """
    grave = LEVELS[: LEVELS.index(level) + 1]
    shown = only(report, lambda one: one.level in grave or one.python in grave)
    return replace(shown, verdict=report.verdict, python=report.python)


def _levelled(change: Change, levels: Mapping[str, DriftLevel]) -> Change | None:
    """A change at its configured level; None where its rule, or all that follows, is off."""
    level = levels.get(change.id)
    found = (_levelled(one, levels) for one in change.consequences)
    rest = tuple(one for one in found if one is not None)
    if level == "off" or (change.consequences and not rest):
        return None
    gravest = min((one.level for one in rest), key=LEVELS.index, default=change.level)
    return replace(change, level=level or gravest, consequences=rest)


def _wire(changes: Sequence[Change]) -> Verdict:
    return worst(change.level for change in changes if not RULES[change.id].is_of_client)


def _python(changes: Sequence[Change]) -> Python:
    """What the next version of the client has to be: a patch where only its text changes."""
    verdict = worst(change.python for change in changes)
    if verdict == "breaking":
        return Python(verdict, "major")
    if verdict != "none":
        return Python(verdict, "minor")
    return Python(verdict, "patch" if any(change.symbols for change in changes) else "none")


def unmatched(changes: tuple[Change, ...], table: DriftTable, today: date) -> list[Diagnostic]:
    """Warnings for accepted changes that no longer occur, and for those that have expired."""
    found = []
    for entry in table.accept:
        here = [one for change in changes if (one := _concerned(entry, change)) is not None]
        if not here:
            found.append(unused(entry, changes))
        elif _expired(entry, today):
            found.append(
                Diagnostic(
                    code="drift-accept-expired",
                    message=f"accepting {entry.id} at {entry.pointer} ended on {entry.expires}",
                    help="deal with the change, or set a later date",
                    severity="warning",
                )
            )
        elif gone := set(entry.elsewhere) - {str(at) for one in here for at in one.pointers}:
            message = f"the accepted change {entry.id} is no longer at {', '.join(sorted(gone))}"
            advice = "take the pointers out of elsewhere"
            found.append(Diagnostic("drift-accept-unused", message, advice, severity="warning"))
    return found


def _divided(
    changes: Sequence[Change], entries: Sequence[AcceptTable]
) -> tuple[list[Change], list[Accepted]]:
    """What is left of the changes, and what is accepted of them, place by place."""
    left, accepted = list(changes), []
    for entry in entries:
        chosen = [(one, _concerned(entry, one)) for one in left]
        accepted += [Accepted(mine, entry.reason, entry.expires) for _, mine in chosen if mine]
        rest = [_concerned(entry, one, others=True) if mine else one for one, mine in chosen]
        left = [one for one in rest if one is not None]
    return left, accepted


def _concerned(entry: AcceptTable, change: Change, *, others: bool = False) -> Change | None:
    """The change at the places that an entry accepts, or at the others; None where it has none.

    An entry with a name accepts all that callers meet in one operation, wherever it is.
    """
    accepted = {entry.pointer, *entry.elsewhere}
    met = {str(one.pointer) for one in change.operations}
    only = bool(entry.name) and met == {entry.pointer}
    inside = f"{entry.pointer}/" if entry.name and entry.pointer in met else None

    def is_accepted(place: Change) -> bool:
        if entry.id != place.id or entry.name not in ("", place.name):
            return False
        pointers = [str(one) for one in place.pointers]
        return (
            only
            or not accepted.isdisjoint(pointers)
            or (inside is not None and any(one.startswith(inside) for one in pointers))
        )

    return change.only(lambda place: is_accepted(place) is not others)


def _expired(entry: AcceptTable, today: date) -> bool:
    return date.fromisoformat(entry.expires) < today


def _validate(table: DriftTable) -> None:
    for name in (*table.levels, *(entry.id for entry in table.accept)):
        if name not in RULES:
            raise UsageError(
                f"[drift] names a rule that does not exist: {name!r}",
                help="; ".join((*_like(name), "docs/drift-rules.md lists the rules")),
            )
    for entry in table.accept:
        try:
            date.fromisoformat(entry.expires)
        except ValueError as error:
            raise UsageError(
                f"[[drift.accept]] {entry.id}: expires = {entry.expires!r} is not a date",
                help="write it as 2030-12-31",
            ) from error


def _like(name: str) -> Iterable[str]:
    """A hint with the rules that a misspelt one may mean."""
    nearest = difflib.get_close_matches(name, RULES)
    return [f"the nearest are {', '.join(nearest)}"] if nearest else []


_COMPARED = 50
"""How many pointers are compared with one that matches nothing, at a millisecond each."""


def unused(entry: AcceptTable, changes: Iterable[Change]) -> Diagnostic:
    """A warning with the other name, the other rule or the other place that may be meant."""
    places = [place for change in changes for place in (change, *change.elsewhere)]
    near = list(_near(entry, places))
    wanted = f"{entry.id} of {entry.name}" if entry.name else entry.id
    if near:
        message = f"no change {wanted} is at {entry.pointer}; {'; '.join(near)}"
        advice = "take the block from the report, or remove it"
    else:
        message = f"the accepted change {wanted} at {entry.pointer} no longer occurs"
        advice = "remove its [[drift.accept]] block"
    return Diagnostic("drift-accept-unused", message, advice, severity="warning")


def _near(entry: AcceptTable, places: list[Change]) -> Iterator[str]:
    alike = [one for one in places if one.id == entry.id]
    names = {one.name for one in alike if entry.pointer in _met_at(one)} - {""}
    if names:
        likely = difflib.get_close_matches(entry.name, sorted(names), cutoff=0.0)
        yield f"there, it is {entry.id} of {' or '.join(likely)}"
        return
    rules = {one.id for one in places if entry.pointer in map(str, one.pointers)}
    if rules:
        yield f"there is {' and '.join(sorted(rules))}"
    same = [one for one in alike if entry.name and one.name == entry.name]
    if pointers := [str(at) for one in same or alike for at in one.pointers]:
        yield f"the nearest {entry.id} is at {_nearest(entry.pointer, pointers)}"


def _met_at(place: Change) -> list[str]:
    """The pointers of a change, and those of the operations that it is met in."""
    return [*map(str, place.pointers), *(str(one.pointer) for one in place.operations)]


def _nearest(pointer: str, others: Iterable[str]) -> str:
    """The pointer that is most like a given one, among those with the longest common start."""

    def unlike(one: str) -> int:
        return -sum(1 for _ in takewhile(bool, map(eq, one, pointer)))

    alike = sorted(others, key=unlike)
    return difflib.get_close_matches(pointer, alike[:_COMPARED], n=1, cutoff=0.0)[0]
