"""Everything that can be wrong with the references of a document, before others rely on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from flaregen.diagnostic import Diagnostic, DiagnosticError, Problem
from flaregen.document import JSON, Document, as_list
from flaregen.openapi.anatomy import SECTIONS, Kind, Part, parts_at, walk, whole
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References, follow, reference_of
from flaregen.pointer import Pointer
from flaregen.printable import with_article

_MOST_STEPS = 500_000
"""Schemas with members that are looked at in search of circles, each circle anew."""


class BadReference(NamedTuple):
    """A part that is a reference, and what is wrong with it. A circle is reported once."""

    part: Part
    finding: Diagnostic | None


def bad_references(document: Document, whole_of: Document | None = None) -> Iterator[BadReference]:
    """Find references that lead nowhere, out of the document, in circles, or to a wrong kind.

    ``whole_of`` is the document that a selection was made from: it has more to suggest.
    """
    within = whole_of or document
    ways = (References(within, strict=True), References(document, strict=True))
    good: set[tuple[str, Kind]] = set()
    for part in walk(whole(document.root)):
        reference = reference_of(part.node)
        if reference is None or (reference, part.kind) in good:
            continue
        try:
            end = _followed(*ways, part.pointer)
        except DiagnosticError as error:
            yield BadReference(part, _own(part, error.diagnostics[0]))
            continue
        problem = wrong_kind(within, part, end.pointer, end.value)
        if problem is not None:
            pointer = part.pointer.child("$ref")
            yield BadReference(part, problem.at(document.source, pointer=pointer))
        else:
            good.add((reference, part.kind))


def _followed(within: References, document: References, pointer: Pointer) -> Cursor:
    try:
        return within.at(pointer)
    except KeyError:  # a repair has put it where the whole document has nothing
        return document.at(pointer)


def _own(part: Part, finding: Diagnostic) -> Diagnostic | None:
    """Keep what is wrong with this very reference; another one on the way is reported by itself."""
    return finding if finding.pointer == part.pointer.child("$ref") else None


def wrong_kind(document: Document, part: Part, place: Pointer, node: JSON) -> Problem | None:
    """What is wrong where a reference from a part leads to a place; None where nothing is."""
    if isinstance(node, bool) and part.kind == "schema":
        return None
    wanted = with_article(part.kind)
    found = _name_of(document, place) if isinstance(node, dict) else "no object"
    if found in ("", wanted):
        return None
    section = SECTIONS.get(part.kind)
    advice = f"refer to one of #/components/{section}" if section else ""
    leads = f"leads to {found}" if isinstance(node, dict) else "must lead to an object"
    message = f"A reference to {wanted} {leads}: {place.fragment}."
    return Problem("wrong-reference", message, advice)


def _name_of(document: Document, place: Pointer) -> str:
    """The kind of what is at a place; empty where it cannot be known."""
    found = parts_at(document.root, place)
    if not found:
        return ""
    is_group = found[0].tokens != place.tokens
    return f"several {found[0].kind}s" if is_group else with_article(found[0].kind)


def endless_compositions(document: Document) -> Iterator[Diagnostic]:
    """Find schemas that contain themselves through ``allOf``: no value could ever fit them.

    In a document with hundreds of such circles, not all of them are reported.
    """
    graph = {
        part.pointer: [*_members(document, part)]
        for part in walk(whole(document.root))
        if part.kind == "schema" and "allOf" in part.node
    }
    for _ in range(1 + _MOST_STEPS // max(1, len(graph))):
        circle = _circle(graph)
        if circle is None:
            break
        way = " -> ".join(pointer.fragment for pointer in [*circle, circle[0]])
        message = f"The schema contains itself through allOf: {way}."
        problem = Problem("endless-schema", message, "take one of them out of the other's allOf")
        yield problem.at(document.source, pointer=circle[0].child("allOf"))
        graph[circle[0]] = []


def _members(document: Document, part: Part) -> Iterator[Pointer]:
    for index in range(len(as_list(part.node["allOf"]))):
        # A reference that cannot be followed is a finding of its own.
        with suppress(DiagnosticError):
            yield follow(document, part.pointer.child("allOf", index))[0]


def _circle(graph: dict[Pointer, list[Pointer]]) -> list[Pointer] | None:
    """Find one circle, in the direction of the references, from its first in the document."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        backwards: list[Pointer] = error.args[1]
        circle = backwards[:0:-1]
        order = list(graph)
        start = min(range(len(circle)), key=lambda at: order.index(circle[at]))
        return circle[start:] + circle[:start]
    return None
