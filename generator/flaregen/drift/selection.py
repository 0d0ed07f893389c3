"""What is compared: whole documents, or chosen operations of each."""

from __future__ import annotations

from collections.abc import Sequence

from flaregen.document import Document
from flaregen.openapi.endpoints import endpoints, with_path_items
from flaregen.openapi.patterns import Patterns
from flaregen.pointer import Pointer
from flaregen.selecting.select import select


def select_pair(old: Document, new: Document, patterns: Sequence[str]) -> tuple[Document, Document]:
    """Both documents with the operations that match in either.

    Raises DiagnosticError for a pattern that matches in neither.
    """
    here = matching(old, patterns), matching(new, patterns)
    unknown = [text for text in patterns if text not in here[0] and text not in here[1]]
    if unknown:
        select(new, unknown)
    places = (at for document in (old, new) for at in chosen_places(document, patterns))
    both = (*patterns, *dict.fromkeys(map(as_pattern, places)))
    chosen = [
        select(document, found) if (found := matching(document, both)) else _nothing(document)
        for document in (old, new)
    ]
    return chosen[0], chosen[1]


def matching(document: Document, patterns: Sequence[str]) -> list[str]:
    """The patterns that choose anything with those that exclude; none where nothing is left."""
    known = tuple(endpoints(with_path_items(document)))
    parsed = Patterns.parse(patterns)
    return parsed.matching(known) if parsed.choose(known) else []


def chosen_places(document: Document, patterns: Sequence[str]) -> list[Pointer]:
    """The pointers of the operations that the patterns choose."""
    known = endpoints(with_path_items(document))
    return [endpoint.pointer for endpoint in Patterns.parse(patterns).choose(known)]


def as_pattern(operation: Pointer) -> str:
    """The pattern that chooses one operation alone."""
    _, path, method = operation.tokens
    return f"{method.upper()} {path}"


def _nothing(document: Document) -> Document:
    root = {
        key: value for key, value in document.root.items() if key not in ("paths", "components")
    }
    return Document(document.source, {**root, "paths": {}}, document.version, ())
