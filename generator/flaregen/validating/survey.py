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


def survey(document: Document, selection: Document) -> Diagnostic | None:
    """Count the defects outside of a selection; None where there are none."""
    count = _defects(document) - _defects(selection)
    if count <= 0:
        return None
    several = "s" if count > 1 else ""
    message = f"The rest of the document has {count} defect{several}, which the client is spared."
    problem = Problem("defects-elsewhere", message, f"flaregen validate {document.source.name}")
    return problem.at(document.source, severity="warning")


def _defects(document: Document) -> int:
    _, warnings = repair(document)
    return len(warnings) + sum(bad.finding is not None for bad in bad_references(document))
