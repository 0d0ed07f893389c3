"""What is compared: whole documents, or chosen operations of each."""

from __future__ import annotations

from collections.abc import Sequence

from flaregen.document import Document
from flaregen.drift.change import Report
from flaregen.endpoints import Pattern, endpoints, with_path_items
from flaregen.select import select


def select_pair(old: Document, new: Document, patterns: Sequence[str]) -> tuple[Document, Document]:
    """The operations that match, in both. One that only one side has came or went.

    Raises DiagnosticError for a pattern that matches in neither.
    """
    here = _matching(old, patterns), _matching(new, patterns)
    unknown = [text for text in patterns if text not in here[0] and text not in here[1]]
    if unknown:
        select(new, unknown)
    chosen = [
        select(document, found) if found else _nothing(document)
        for document, found in zip((old, new), here, strict=True)
    ]
    return chosen[0], chosen[1]


def concerns(report: Report, patterns: Sequence[str]) -> bool:
    """Whether any change reaches an operation that matches."""
    wanted = {
        (one.method.upper(), one.path)
        for document in (report.old, report.new)
        for one in endpoints(with_path_items(document))
        if any(Pattern.parse(text).matches(one) for text in patterns)
    }
    return any(
        (one.method, one.path) in wanted for change in report.changes for one in change.operations
    )


def _matching(document: Document, patterns: Sequence[str]) -> list[str]:
    known = tuple(endpoints(with_path_items(document)))
    return [text for text in patterns if any(Pattern.parse(text).matches(one) for one in known)]


def _nothing(document: Document) -> Document:
    root = {
        key: value for key, value in document.root.items() if key not in ("paths", "components")
    }
    return Document(document.source, {**root, "paths": {}}, document.version, ())
