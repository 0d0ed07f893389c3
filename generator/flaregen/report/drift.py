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
from flaregen.drift.selection import as_pattern, chosen_places, select_pair
from flaregen.openapi.endpoints import unread
from flaregen.openapi.json_values import same_json
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
        of_client = _narrowed(config, (old, new), compared) if operations else config
        changes, remarks = _changes((old, new), compared, of_client, today, step)
        report = judge(*compared, changes, config.drift, today)
    references = (
        () if config.access.remote_refs else map(unfollowed_references, (old, new), compared)
    )
    left_out = {
        diagnostic.message: diagnostic for document in (old, new) for diagnostic in unread(document)
    }
    for remark in remarks:
        left_out.pop(remark.message, None)
    # What is said of the version is there only once the changes are judged.
    judged = (*report.changes, *(one.change for one in report.accepted))
    notes = (
        *(reference for reference in references if reference is not None),
        *left_out.values(),
        *(pair[1].place(pair[0].place(diagnostic)) for diagnostic in remarks),
        *unmatched((*changes, *judged), config.drift, today),
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
    if same_json(whole[0].root, whole[1].root) and not config.former:
        return (), ()
    # Imported late: equal documents do without.
    from flaregen.client_drift.client_changes import with_client
    from flaregen.drift.compare import compare

    with step("Comparing"):
        contract = compare(*compared, today)
    with step("Comparing the clients"):
        return with_client(contract, *whole, config)


def _narrowed(
    config: Config, whole: tuple[Document, Document], compared: tuple[Document, Document]
) -> Config:
    """The configuration with those of its operations that are compared, each by itself."""
    found, present = (
        {
            as_pattern(place): None
            for document, selected in zip(whole, compared, strict=True)
            for place in chosen_places(document, patterns)
            if place in (selected.operations or ())
        }
        for patterns in (config.operations, config.present)
    )
    former = tuple(one for one in found if one not in present)
    return replace(config, operations=tuple(found), former=former)
