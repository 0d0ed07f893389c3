"""Putting known defects of published documents right: which, where, and why.

A tolerance has the code of its warning: nothing is put right in silence. What has no tolerance
is an error (``validate``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from flaregen.diagnostic import Diagnostic, Problem
from flaregen.document import Document, JSONObject, OpenAPIVersion
from flaregen.openapi.anatomy import Kind, Part, location_of, walk, whole
from flaregen.overlays.editing import Edit as Editing
from flaregen.validating.defects import (
    Repair,
    array_without_items,
    beside_reference,
    bound_as_flag,
    default_in_other_case,
    foreign_pattern,
    former_anchor,
    null_as_flag,
    quoted_default,
    quoted_enum,
    repeated_required,
    status_class,
    type_beside_union,
    unfit_default,
)

_FROM_31: tuple[OpenAPIVersion, ...] = ("3.1", "3.2")


@dataclass(frozen=True, slots=True)
class Tolerance:
    """A known defect of objects of one kind. ``codes.toml`` says why a client can live with it."""

    code: str
    kind: Kind
    repair: Callable[[JSONObject], Repair | None]
    versions: tuple[OpenAPIVersion, ...] = ("3.0", "3.1", "3.2")


TOLERANCES = (
    Tolerance("beside-reference", "schema", beside_reference, _FROM_31),
    Tolerance("status-class", "operation", status_class),
    Tolerance("quoted-enum", "schema", quoted_enum),
    Tolerance("quoted-default", "schema", quoted_default),
    Tolerance("default-case", "schema", default_in_other_case),
    Tolerance("unfit-default", "schema", unfit_default),
    Tolerance("type-beside-union", "schema", type_beside_union),
    Tolerance("array-without-items", "schema", array_without_items, ("3.0",)),
    Tolerance("bound-as-flag", "schema", bound_as_flag, _FROM_31),
    Tolerance("null-as-flag", "schema", null_as_flag, _FROM_31),
    Tolerance("repeated-required", "schema", repeated_required),
    Tolerance("former-anchor", "schema", former_anchor, _FROM_31),
    Tolerance("foreign-pattern", "schema", foreign_pattern),
)
"""Every tolerance, in the order in which they look at a node."""


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
