"""What is compared: whole documents, or chosen operations of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flaregen.document import Document
from flaregen.openapi.endpoints import Endpoint, Pattern, endpoints, with_path_items
from flaregen.pointer import Pointer
from flaregen.selecting.select import select


def select_pair(old: Document, new: Document, patterns: Sequence[str]) -> tuple[Document, Document]:
    """Both documents with the operations that match. One that a side lacks was added or removed.

    Raises DiagnosticError for a pattern that matches in neither.
    """
    here = matching(old, patterns), matching(new, patterns)
    unknown = [text for text in patterns if text not in here[0] and text not in here[1]]
    if unknown:
        select(new, unknown)
    chosen = [
        select(document, found) if found else _nothing(document)
        for document, found in zip((old, new), here, strict=True)
    ]
    return chosen[0], chosen[1]


def operations_of(document: Document, patterns: Sequence[str]) -> Iterator[Endpoint]:
    """The operations that any pattern matches."""
    wanted = [Pattern.parse(text) for text in patterns]
    for one in endpoints(with_path_items(document)):
        if any(pattern.matches(one) for pattern in wanted):
            yield one


def matching(document: Document, patterns: Sequence[str]) -> list[str]:
    """The patterns that match anything."""
    known = tuple(endpoints(with_path_items(document)))
    return [text for text in patterns if any(Pattern.parse(text).matches(one) for one in known)]


def chosen_places(document: Document, patterns: Sequence[str]) -> list[Pointer]:
    """The pointers of the operations that any pattern matches."""
    return [one.pointer for one in operations_of(document, patterns)]


def _nothing(document: Document) -> Document:
    root = {
        key: value for key, value in document.root.items() if key not in ("paths", "components")
    }
    return Document(document.source, {**root, "paths": {}}, document.version, ())
