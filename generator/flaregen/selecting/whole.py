"""A document with all that it refers to in other documents, where that is permitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flaregen.document import Document
from flaregen.reading.access import Access
from flaregen.selecting.gathered import Gathered

if TYPE_CHECKING:
    from flaregen.selecting.gather import Starts


def with_references(
    document: Document, access: Access, starts: Starts | None = None, size: int | None = None
) -> Gathered:
    """A document that was read, with all that it refers to. ``size`` limits their bytes."""
    from flaregen.reading.other_documents import OtherDocuments
    from flaregen.selecting.gather import gather

    if not access.remote_refs:
        return Gathered(document)
    return gather(document, OtherDocuments(document.source, access, size=size), starts)
