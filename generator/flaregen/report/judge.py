"""The judgement on changes: configured levels, accepted changes, verdict, version bump."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from os.path import commonprefix

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
    if remark is not None and (own := _levelled(remark, table.levels)) is not None:
        left, agreed = _divided([own], entries)
        counted += left
        accepted += agreed
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
    found = replace(recounted(report, kept), left_out=left_out)
    return replace(found, python=report.python) if report.python.bump == "none" else found


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
    found = (_levelled(consequence, levels) for consequence in change.consequences)
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
    if verdict != "none":
        return Python(verdict, "major" if verdict == "breaking" else "minor")
    return Python(verdict, "patch" if any(change.symbols for change in changes) else "none")


def unmatched(changes: tuple[Change, ...], table: DriftTable, today: date) -> list[Diagnostic]:
    """Warnings for accepted changes that no longer occur, and for those that have expired."""
    found = []
    for entry in table.accept:
        here = [one for change in changes if (one := _concerned(entry, change)) is not None]
        if not here:
            found.append(_unused(entry, changes))
        elif _expired(entry, today):
            message = f"accepting {entry.id} at {entry.pointer} ended on {entry.expires}"
            advice = "deal with the change, or set a later date"
            found.append(Diagnostic("drift-accept-expired", message, advice, severity="warning"))
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
        chosen = [(change, _concerned(entry, change)) for change in left]
        accepted += [Accepted(mine, entry.reason, entry.expires) for _, mine in chosen if mine]
        rest = [_concerned(entry, one, others=True) if mine else one for one, mine in chosen]
        left = [one for one in rest if one is not None]
    return left, accepted


def _concerned(entry: AcceptTable, change: Change, *, others: bool = False) -> Change | None:
    """The change at the places that an entry accepts, or at the others; None where it has none.

    An entry with a name accepts all that callers meet in one operation, wherever it is.
    """
    accepted = {entry.pointer, *entry.elsewhere}
    met = {str(operation.pointer) for operation in change.operations}
    only = bool(entry.name) and met == {entry.pointer}
    inside = f"{entry.pointer}/" if entry.name and entry.pointer in met else None

    def is_accepted(place: Change) -> bool:
        if entry.id != place.id or entry.name not in ("", place.name):
            return False
        pointers = [str(pointer) for pointer in place.pointers]
        return (
            only
            or not accepted.isdisjoint(pointers)
            or (inside is not None and any(pointer.startswith(inside) for pointer in pointers))
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


def _unused(entry: AcceptTable, changes: Iterable[Change]) -> Diagnostic:
    """A warning with the change of the rule that is most like the one that is accepted."""
    alike = [
        (str(at), one.name)
        for change in changes
        for one in (change, *change.elsewhere)
        for at in one.pointers
        if one.id == entry.id
    ]
    wanted = _called(entry.id, entry.name, entry.pointer)
    if alike:
        named = entry.pointer, entry.name
        nearest = max(
            alike, key=lambda one: [*map(len, map(commonprefix, zip(one, named, strict=False)))]
        )
        message = f"there is no change {wanted}; the nearest is {_called(entry.id, *nearest[::-1])}"
        advice = "take the block from the report, or remove it"
    else:
        message = f"the accepted change {wanted} no longer occurs"
        advice = "remove its [[drift.accept]] block"
    return Diagnostic("drift-accept-unused", message, advice, severity="warning")


def _called(rule: str, name: str, pointer: str) -> str:
    return f"{rule} of {name} at {pointer}" if name else f"{rule} at {pointer}"
