"""The second stage: from a document to the operations that are wanted, and what they reach.

A selection prunes keys and never renumbers, so a pointer into it is a pointer into what
was loaded. What other operations are referred to for is kept too, without the rest of
them, so that ``Document.operations`` alone says what was chosen.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.document import Document
from flaregen.openapi.endpoints import Endpoint, Pattern, endpoints, with_path_items
from flaregen.pointer import Pointer
from flaregen.problems import Problem
from flaregen.selecting.reach import prune, reach

_NEAREST = 3
_FIRST = 10
_HOW_TO_CHOOSE = "choose with --operation, or by operations in flaregen.toml, from"


def select(document: Document, patterns: Sequence[str]) -> Document:
    """Keep the operations that match any pattern (see ``Pattern``), and what they reach.

    Raises DiagnosticError for each pattern that matches nothing, and for an operationId
    that two operations have; UsageError when there is no pattern at all.
    """
    if not patterns:
        raise UsageError("no operations are configured", help='add operations = ["..."]')
    document = with_path_items(document)
    known = tuple(endpoints(document))
    chosen, findings = _choose(document, known, [Pattern.parse(text) for text in patterns])
    if findings:
        raise DiagnosticError(findings)
    pointers = tuple(endpoint.pointer for endpoint in chosen)
    kept = reach(document, pointers)
    return replace(document, root=prune(document.root, kept), operations=pointers)


def _choose(
    document: Document, known: Sequence[Endpoint], patterns: Iterable[Pattern]
) -> tuple[list[Endpoint], list[Diagnostic]]:
    """Match every pattern; the chosen come in the document's order."""
    wanted: set[Endpoint] = set()
    findings: list[Diagnostic] = []
    for pattern in patterns:
        matching = [endpoint for endpoint in known if pattern.matches(endpoint)]
        if not matching:
            problem = _missing(pattern, known)
            findings.append(problem.at(document.source, pointer=Pointer(("paths",))))
        elif pattern.method is None and len(matching) > 1:
            place = matching[1].pointer.child("operationId")
            findings.append(_ambiguous(pattern, matching).at(document.source, pointer=place))
        wanted.update(matching)
    return [endpoint for endpoint in known if endpoint in wanted], findings


def _ambiguous(pattern: Pattern, matching: Sequence[Endpoint]) -> Problem:
    places = " and ".join(str(endpoint) for endpoint in matching)
    message = f'The operationId "{pattern.text}" belongs to {places}.'
    advice = f'choose one by its path: "{matching[0]}"'
    return Problem("duplicate-operation-id", message, advice)


def _missing(pattern: Pattern, known: Sequence[Endpoint]) -> Problem:
    message = f'The document has no operation "{pattern.text}".'
    if pattern.text.startswith("/"):
        return Problem(
            "missing-operation", message, f'put the method before it: "GET {pattern.text}"'
        )
    nearest = tuple(_nearest(pattern, known))
    if nearest:
        advice = ["the nearest are", *map(_line, nearest)]
    elif known:
        more = [f"... and {len(known) - _FIRST} more"] if len(known) > _FIRST else []
        advice = [_HOW_TO_CHOOSE, *map(_line, known[:_FIRST]), *more]
    else:
        advice = ["the document has no operations; use another document"]
    return Problem("missing-operation", message, "\n".join(advice))


def _line(endpoint: Endpoint) -> str:
    return f"{endpoint.operation_id or '(no operationId)'}: {endpoint}"


def _nearest(pattern: Pattern, known: Sequence[Endpoint]) -> Iterator[Endpoint]:
    """Compare as the pattern is written: identifiers with identifiers, paths with paths."""
    by_name: dict[str, Endpoint] = {}
    for endpoint in known:
        name = endpoint.operation_id if pattern.method is None else str(endpoint)
        by_name.setdefault(name or str(endpoint), endpoint)
    for name in difflib.get_close_matches(pattern.text, by_name, n=_NEAREST):
        yield by_name[name]
