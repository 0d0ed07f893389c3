"""What is wrong with the rest of a document, as numbers.

It cannot change the client, so that a build only says how much there is. It is what
``flaregen validate`` shows of the whole document, without what concerns the client.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from flaregen.diagnostic import Diagnostic, Problem
from flaregen.document import Document
from flaregen.printable import counted
from flaregen.reading.limits import MOST_COUNTED, is_counted
from flaregen.validating.repair import repair
from flaregen.validating.validate import problems


def count_rest(
    document: Document,
    selection: Document,
    said: Collection[Diagnostic],
    *,
    remote_too: bool = True,
) -> Diagnostic | None:
    """Count errors and warnings outside of a selection; None where there are none.

    ``said`` is what was found in the selection, which is valid. Without ``remote_too``,
    references into other documents are not errors: where they are permitted, only those
    that the selection needs are followed. Raises nothing, whatever the rest is like.
    """
    if selection.root == document.root:
        return None
    if not is_counted(document.source):
        return _remark(document, "is too large to be validated by every build")
    try:
        found = [*_found(document, remote_too=remote_too)]
    except Exception as crash:  # noqa: BLE001  what does not concern the client stops no build
        return _remark(document, f"could not be validated ({type(crash).__name__})")
    known = {_identity(diagnostic) for diagnostic in said}
    rest = [diagnostic for diagnostic in found if _identity(diagnostic) not in known]
    least = "at least " if len(found) >= MOST_COUNTED else ""
    return _remark(document, f"has {least}{tally(rest)}") if rest else None


def tally(findings: Collection[Diagnostic]) -> str:
    """How many errors and warnings there are; a kind that does not occur is left out."""
    counts = [
        (sum(finding.severity == severity for finding in findings), severity)
        for severity in ("error", "warning")
    ]
    said = [counted(count, severity) for count, severity in counts if count]
    return " and ".join(said)


def _found(document: Document, *, remote_too: bool) -> Iterator[Diagnostic]:
    repaired, remarks = repair(document)
    yield from remarks
    for finding in problems(repaired, enough=MOST_COUNTED):
        if remote_too or finding.code != "remote-reference":
            yield finding


def _identity(finding: Diagnostic) -> tuple[object, ...]:
    return finding.pointer, finding.code, finding.message


def _remark(document: Document, what: str) -> Diagnostic:
    message = f"The rest of the document, which this client does not use, {what}."
    advice = f"flaregen validate {document.source.name} shows all of them"
    problem = Problem("rest-of-document", message, advice)
    return problem.at(document.source, severity="warning")
