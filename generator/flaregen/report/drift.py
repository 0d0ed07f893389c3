"""What changed from one document to another, judged: the one way for every command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic
from flaregen.document import Document
from flaregen.drift.change import Change, Report
from flaregen.drift.remote_references import unfollowed_references
from flaregen.drift.selection import matching, select_pair
from flaregen.openapi.endpoints import unread
from flaregen.report.judge import judge, unmatched
from flaregen.selecting.gathered import Gathered
from flaregen.steps import Step, silent


@dataclass(frozen=True, slots=True)
class Drift:
    """A judged comparison, and remarks on it."""

    report: Report
    notes: tuple[Diagnostic, ...]


def drift_between(
    pair: tuple[Gathered, Gathered],
    config: Config,
    operations: Sequence[str],
    today: date,
    step: Step = silent,
) -> Drift:
    """Compare two whole documents, and the clients of the configured operations.

    ``operations`` are the patterns that are compared, all of both documents without any. Models
    belong to a client without being selected, which is why the documents have to be whole.
    Raises DiagnosticError for a pattern that matches in neither document.
    """
    old, new = pair[0].document, pair[1].document
    with pair[0].placing(), pair[1].placing():
        compared = select_pair(old, new, operations) if operations else (old, new)
        of_client = _matching(config, compared) if operations else config
        changes, remarks = _changes((old, new), compared, of_client, today, step)
        report = judge(*compared, changes, config.drift, today)
    references = (
        () if config.access.remote_refs else map(unfollowed_references, (old, new), compared)
    )
    left_out = {one.message: one for document in (old, new) for one in unread(document)}
    for remark in remarks:
        left_out.pop(remark.message, None)
    notes = (
        *(one for one in references if one is not None),
        *left_out.values(),
        *(pair[1].place(pair[0].place(one)) for one in remarks),
        *unmatched(changes, config.drift, today),
    )
    return Drift(replace(report, origins=(pair[0].origins, pair[1].origins)), notes)


def _changes(
    whole: tuple[Document, Document],
    compared: tuple[Document, Document],
    config: Config,
    today: date,
    step: Step,
) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...]]:
    """The changes of what is compared and of the clients, and remarks on these."""
    if whole[0].root == whole[1].root:
        return (), ()
    # Imported late: equal documents do without.
    from flaregen.client_drift.client_changes import with_client
    from flaregen.drift.compare import compare

    with step("Comparing"):
        contract = compare(*compared, today)
    with step("Comparing the clients"):
        return with_client(contract, *whole, config)


def _matching(config: Config, compared: tuple[Document, Document]) -> Config:
    """The configuration with the patterns that match something of what is compared."""
    wanted = {text for one in compared for text in matching(one, config.operations)}
    chosen = tuple(text for text in config.operations if text in wanted)
    return replace(config, operations=chosen)
