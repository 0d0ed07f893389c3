"""Putting right what the tolerances know, with a warning for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from flaregen.diagnostic import Diagnostic
from flaregen.document import Document, JSONObject
from flaregen.openapi.anatomy import Kind, Part, location_of, walk, whole
from flaregen.overlays.editing import Edit as Editing
from flaregen.problems import Problem
from flaregen.validating.defects import Repair
from flaregen.validating.tolerances import TOLERANCES, Tolerance


def repair(document: Document) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Apply every tolerance, and say what was done where.

    The pointers of the warnings are those of the document before.
    """
    by_kind: dict[Kind, list[Tolerance]] = defaultdict(list)
    for tolerance in TOLERANCES:
        if document.version in tolerance.versions:
            by_kind[tolerance.kind].append(tolerance)
    warnings: list[Diagnostic] = []
    repaired: list[tuple[Part, list[Repair]]] = []
    for part in walk(whole(document.root)):
        found = [*_repairs(part, by_kind.get(part.kind, []))]
        if found:
            repaired.append((part, [repair for _, repair in found]))
            warnings += [_warning(document, part, *pair) for pair in found]
    if not repaired:
        return document, ()
    return replace(document, root=_edited(document.root, repaired)), tuple(warnings)


def _repairs(part: Part, tolerances: list[Tolerance]) -> Iterator[tuple[Tolerance, Repair]]:
    """Let each tolerance look at what those before it made of the node."""
    node = part.node
    for tolerance in tolerances:
        found = tolerance.repair(node)
        if found is not None:
            node = found.edit(node)
            yield tolerance, found


def _warning(document: Document, part: Part, tolerance: Tolerance, found: Repair) -> Diagnostic:
    problem = Problem(tolerance.code, found.message, found.help)
    place = part.pointer.child(found.key)
    return problem.at(document.source, pointer=place, severity="warning")


def _edited(root: JSONObject, repaired: list[tuple[Part, list[Repair]]]) -> JSONObject:
    """Edit from the inside out: a node may be renamed after what is in it has changed."""
    editing = Editing(root)
    for part, repairs in reversed(repaired):
        location, node = location_of(editing.root, part.tokens)
        for found in repairs:
            node = found.edit(node)
        editing.replace(location, node)
    return editing.root
