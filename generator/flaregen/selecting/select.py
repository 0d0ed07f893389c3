"""The second stage: from a document to the operations that are wanted, and what they reach.

A selection prunes keys and never renumbers, so a pointer into it is a pointer into what
was loaded. What other operations are referred to for is kept too, without the rest of
them, so that ``Document.operations`` alone says what was chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.document import Document
from flaregen.openapi.endpoints import Endpoint, endpoints, with_path_items
from flaregen.openapi.patterns import Pattern, Patterns
from flaregen.pointer import Pointer
from flaregen.problems import Problem
from flaregen.selecting.near import missing
from flaregen.selecting.reach import prune, reach


def select(document: Document, patterns: Sequence[str], *, whole: bool = False) -> Document:
    """Keep the operations that the patterns choose (see ``Pattern``), and what they reach.

    Raises DiagnosticError for each pattern that matches nothing, for an operationId that two
    operations have, and where everything is excluded; UsageError when nothing is to be chosen.
    Exclusions have to match where the document is ``whole``: a pin has no longer what they mean.
    """
    parsed = Patterns.parse(patterns)
    if not parsed.choosing:
        advice = 'add operations = ["..."]' if not patterns else 'add "*" to choose all others'
        raise UsageError("no operations are configured", help=advice)
    document = with_path_items(document)
    known = tuple(endpoints(document))
    chosen = parsed.choose(known)
    findings = [*_findings(document, known, parsed.all if whole else parsed.choosing)]
    if not findings and not chosen:
        findings = [_nothing_left(parsed).at(document.source, pointer=Pointer(("paths",)))]
    if findings:
        raise DiagnosticError(findings)
    pointers = tuple(endpoint.pointer for endpoint in chosen)
    kept = reach(document, pointers)
    return replace(document, root=prune(document.root, kept), operations=pointers)


def _findings(
    document: Document, known: Sequence[Endpoint], patterns: Sequence[Pattern]
) -> Iterator[Diagnostic]:
    for pattern in patterns:
        matching = [endpoint for endpoint in known if pattern.matches(endpoint)]
        if not matching:
            yield missing(pattern, known).at(document.source, pointer=Pointer(("paths",)))
        elif pattern.names_one and len(matching) > 1:
            place = matching[1].pointer.child("operationId")
            yield _ambiguous(pattern, matching).at(document.source, pointer=place)


def _nothing_left(patterns: Patterns) -> Problem:
    excluding = " and ".join(f'"{pattern.text}"' for pattern in patterns.excluding)
    message = f"{excluding} leave out every operation that is chosen."
    return Problem("missing-operation", message, "exclude fewer operations, or choose more")


def _ambiguous(pattern: Pattern, matching: Sequence[Endpoint]) -> Problem:
    places = " and ".join(str(endpoint) for endpoint in matching)
    message = f'The operationId "{pattern.operation_id}" belongs to {places}.'
    advice = f'choose one by its path: "{matching[0]}"'
    return Problem("duplicate-operation-id", message, advice)
