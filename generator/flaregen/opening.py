"""A configured document as it is read: loaded, corrected, and with what it refers to."""

from __future__ import annotations

from flaregen.config import Config
from flaregen.document import Document
from flaregen.openapi.anchors import with_pointers
from flaregen.pointer import Pointer
from flaregen.reading.load import load
from flaregen.selecting.gathered import Gathered
from flaregen.selecting.whole import with_references
from flaregen.steps import Step, silent


def gather(config: Config, step: Step = silent) -> Gathered:
    """Load and correct a document, with what it refers to in others where that is permitted."""
    with step(f"Reading {config.spec}"):
        document = correct(load(config.spec, config.access), config)
    if not config.access.remote_refs:
        return Gathered(document)

    def chosen(whole: Document) -> tuple[Pointer, ...]:
        # Imported late: few documents refer to others.
        from flaregen.selecting.select import select

        return select(whole, config.operations).operations or ()

    with step("Following references"):
        return with_references(document, config.access, chosen)


def correct(document: Document, config: Config) -> Document:
    """Lay the configured overlays over a document, and write its references as pointers.

    Raises DiagnosticError, UsageError.
    """
    # Imported late: comparisons that need no client do without JSONPath.
    from flaregen.overlays.overlay import apply

    return with_pointers(
        apply(document, config.overlays, known_as=(config.spec, config.pull.source))
    )
