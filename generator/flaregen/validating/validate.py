"""Whether a document is valid OpenAPI, with every problem at once and in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from flaregen.diagnostic import Diagnostic, DiagnosticError, Problem
from flaregen.document import Document
from flaregen.openapi.anatomy import Kind, walk, whole
from flaregen.openapi.references import References
from flaregen.openapi.versions import METHODS
from flaregen.pointer import Pointer
from flaregen.reading.positions import locate
from flaregen.selecting.reference_check import BadReference, bad_references, endless_compositions


def validate(document: Document, whole_of: Document | None = None) -> tuple[Diagnostic, ...]:
    """List the problems of a document or selection, in the order of the text.

    ``whole_of`` is the document that a selection was made from: it has more names to
    suggest. In a selection, only the chosen operations are looked at and what they
    refer to. Empty for a document without problems.
    """

    def place(found: Diagnostic) -> tuple[int, int]:
        position = locate(document.source, found.pointer or Pointer())
        return position.line, position.column

    return tuple(sorted(problems(document, whole_of), key=place))


def problems(
    document: Document, whole_of: Document | None = None, *, enough: int | None = None
) -> tuple[Diagnostic, ...]:
    """List the same in no order, which needs no look at the text.

    Where there are so many that it is ``enough``, the search may end.
    """
    wide = tuple(oversized_parts(document))
    if wide:
        # The rules look at each member in turn, some of them at every two.
        return wide
    bad = tuple(bad_references(document, whole_of))
    findings = [reference.finding for reference in bad if reference.finding is not None]
    findings += endless_compositions(document)
    # Imported late: of the documents that are compared, few are validated.
    from flaregen.validating.openapi_check import check

    for tokens, problem, severity in check(document):
        if _is_chosen(document, tokens) and not _follows(tokens, problem, bad):
            pointer = _settled(document, tokens)
            findings.append(problem.at(document.source, pointer=pointer, severity=severity))
        if enough is not None and len(findings) >= enough:
            break
    return _unique(findings)


def _follows(tokens: tuple[str, ...], problem: Problem, bad: Sequence[BadReference]) -> bool:
    """Whether a problem is of a bad reference, or a parameter that such a one would declare."""
    return any(
        tokens[: len(part.tokens)] == part.tokens
        or (problem.code == "path-parameter" and tokens[:2] == part.tokens[:2])
        for part, _ in bad
    )


def _is_chosen(document: Document, tokens: tuple[str, ...]) -> bool:
    """Tell whether a place in the paths of a selection is one of the chosen operations."""
    if document.operations is None or tokens[:1] != ("paths",) or tokens[2:3] == ():
        return True
    return tokens[2] not in METHODS or Pointer(tokens[:3]) in document.operations


def _settled(document: Document, tokens: tuple[str, ...]) -> Pointer:
    """Take the references out of the way to a place; the place itself may not exist."""
    references = References(document, strict=True, suggest=False)
    with suppress(DiagnosticError, KeyError):
        return references.node(Pointer(tokens)).pointer
    with suppress(DiagnosticError, KeyError):
        return references.at(Pointer(tokens[:-1])).pointer.child(*tokens[-1:])
    return Pointer(tokens)


def _unique(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Drop what two rules say of the same value."""
    unique: dict[tuple[Pointer | None, str], Diagnostic] = {}
    for finding in findings:
        # Two schemas judge the form of each value; the first has said it all.
        what = "wrong" if finding.code.startswith("wrong-") else finding.message
        unique.setdefault((finding.pointer, what), finding)
    return tuple(unique.values())


_MOST: dict[Kind, dict[str, int]] = {
    "schema": {"properties": 5_000, "allOf": 500, "anyOf": 500, "oneOf": 500},
    "operation": {"parameters": 200},
    "path item": {"parameters": 200},
}
"""The widest in Cloudflare's document are 26 parameters and 55 alternatives."""


def oversized_parts(document: Document) -> Iterator[Diagnostic]:
    """Find each keyword with too many members. Linear in the size of the document."""
    for part in walk(whole(document.root)):
        for keyword, most in _MOST.get(part.kind, {}).items():
            members = part.node.get(keyword)
            if isinstance(members, dict | list) and len(members) > most:
                message = (
                    f"There are {len(members):,} {keyword}; flaregen accepts at most {most:,}."
                )
                problem = Problem("too-wide", message, "split it into smaller parts")
                pointer = part.pointer.child(keyword)
                yield problem.at(document.source, pointer=pointer)
