"""What is wrong with the rest of a document, as a number: cheap enough for every build.

Validating all of Cloudflare's API takes seconds; counting its known defects and bad
references takes a fraction of one. ``flaregen validate`` shows every one in full.
"""

from __future__ import annotations

from flaregen.diagnostic import Diagnostic
from flaregen.document import Document
from flaregen.problems import Problem
from flaregen.selecting.reference_check import bad_references
from flaregen.validating.repair import repair


def survey(
    document: Document, selection: Document, *, remote_too: bool = True
) -> Diagnostic | None:
    """Count the defects outside of a selection; None where there are none.

    Without ``remote_too``, references into other documents are none: where they are
    permitted, only those that the selection needs are followed.
    """
    count = _defects(document, remote_too) - _defects(selection, remote_too)
    if count <= 0:
        return None
    several = "s" if count > 1 else ""
    message = f"The rest of the document has {count} defect{several}, which the client is spared."
    problem = Problem("defects-elsewhere", message, f"flaregen validate {document.source.name}")
    return problem.at(document.source, severity="warning")


def _defects(document: Document, remote_too: bool) -> int:  # noqa: FBT001  private
    _, warnings = repair(document)
    found = (bad.finding for bad in bad_references(document))
    return len(warnings) + sum(
        finding is not None and (remote_too or finding.code != "remote-reference")
        for finding in found
    )
