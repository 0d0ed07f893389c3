"""What each commit changed in a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.drift.change import Python, Report
from flaregen.drift.selection import matching, select_pair
from flaregen.drift.sides import load_side
from flaregen.reading.revisions import Commit, Steps
from flaregen.report.drift import drift_between
from flaregen.report.judge import recounted
from flaregen.selecting.gathered import Gathered


@dataclass(frozen=True, slots=True)
class Step:
    """What one commit changed."""

    commit: Commit
    report: Report


@dataclass(frozen=True, slots=True)
class History:
    """The steps of a document, the latest first; ``total`` has the changes of all of them."""

    path: str
    steps: tuple[Step, ...]
    total: Report

    def each(self, made: Callable[[Report], Report]) -> History:
        """The history with other reports, made from its own."""
        steps = tuple(replace(step, report=made(step.report)) for step in self.steps)
        return replace(self, steps=steps, total=made(self.total))


def compare_steps(
    wanted: Steps,
    config: Config,
    operations: Sequence[str],
    today: date,
    advance: Callable[[], None] = lambda: None,
) -> tuple[History, tuple[Diagnostic, ...]]:
    """What each of the commits changed, and remarks on the last step and on what is left out.

    A version that cannot be read is left out; what it changed counts for the next one. The
    documents' text is kept, their values are not. Raises DiagnosticError where no version can be
    read, and for a pattern of an operation that none of them has.
    """
    notes: list[Diagnostic] = []
    steps: list[Step] = []
    patterns = (*operations, *config.operations) if operations else ()
    unseen = list(operations)
    remarks: tuple[Diagnostic, ...] = ()
    old = _version(wanted, wanted.base, config, patterns, notes)
    for commit in reversed(wanted.commits):
        new = _version(wanted, commit.revision, config, patterns, notes)
        if new is not None and old is not None:
            report, remarks = _compared((old, new), config, operations, today)
            steps.insert(0, Step(commit, report))
            unseen = [one for one in unseen if one not in _found((old, new), unseen)]
        old = new or old
        advance()
    if old is None:
        raise DiagnosticError(notes)
    if unseen:
        select_pair(old.document, old.document, unseen)
    warnings = [replace(note, severity="warning") for note in notes]
    warnings += [_renamed(wanted)] if wanted.was else []
    return History(wanted.path, tuple(steps), _total(steps, old)), (*warnings, *remarks)


def _renamed(wanted: Steps) -> Diagnostic:
    revision, _, path = wanted.was.partition(":")
    return Diagnostic(
        "drift-renamed-document",
        f"the history begins at {wanted.base}, which renamed {path} to {wanted.path}",
        f"for the time before, run: flaregen drift --history 99 git:{revision}:{path}",
        severity="warning",
    )


def _version(
    wanted: Steps, revision: str, config: Config, patterns: Sequence[str], notes: list[Diagnostic]
) -> Gathered | None:
    try:
        return load_side(f"git:{revision}:{wanted.path}", config.access, patterns)[0]
    except DiagnosticError as error:
        notes += error.diagnostics
        return None


def _found(pair: tuple[Gathered, Gathered], operations: Sequence[str]) -> list[str]:
    """The patterns that match in either document."""
    if not operations:
        return []
    here = {text for gathered in pair for text in matching(gathered.document, operations)}
    return [text for text in operations if text in here]


def _compared(
    pair: tuple[Gathered, Gathered], config: Config, operations: Sequence[str], today: date
) -> tuple[Report, tuple[Diagnostic, ...]]:
    chosen = _found(pair, operations)
    if operations and not chosen:
        return _unchanged(pair[0]), ()
    found = drift_between(pair, config, chosen, today)
    # An accepted change occurs in one of the steps, and in no other.
    notes = tuple(note for note in found.notes if not note.code.startswith("drift-accept-"))
    return _without_values(found.report), notes


def _total(steps: Sequence[Step], newest: Gathered) -> Report:
    if not steps:
        return _unchanged(newest)
    last, first = steps[0].report, steps[-1].report
    accepted = tuple(one for step in steps for one in step.report.accepted)
    report = replace(last, old=first.old, accepted=accepted)
    return recounted(report, [change for step in steps for change in step.report.changes])


def _unchanged(version: Gathered) -> Report:
    return _without_values(Report(version.document, version.document, "none", Python(), ()))


def _without_values(report: Report) -> Report:
    """The report without what was read from its texts: a history may have many of them."""
    return replace(report, old=replace(report.old, root={}), new=replace(report.new, root={}))
