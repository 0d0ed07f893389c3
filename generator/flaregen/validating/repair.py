"""Putting known defects of published documents right: which, where, and why.

A tolerance has a name, which is the code of its warning: nothing is put right in silence.
What has no tolerance is an error (``validate``).
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


@dataclass(frozen=True, slots=True)
class Tolerance:
    """A known defect of objects of one kind, and why a client can live with it."""

    code: str
    kind: Kind
    reason: str
    repair: Callable[[JSONObject], Repair | None]
    versions: tuple[OpenAPIVersion, ...] = ("3.0", "3.1", "3.2")


TOLERANCES = (
    Tolerance(
        "beside-reference",
        "schema",
        "OpenAPI 3.0 ignores keywords next to a reference; in 3.1 they are further conditions.",
        beside_reference,
        versions=("3.1", "3.2"),
    ),
    Tolerance(
        "status-class",
        "operation",
        "Cloudflare wrote 4xx for years; the standard has 4XX, and the meaning is plain.",
        status_class,
    ),
    Tolerance(
        "quoted-enum",
        "schema",
        "1 in the enum of a text can only mean the text, as no other value could be of both.",
        quoted_enum,
    ),
    Tolerance(
        "quoted-default",
        "schema",
        'A default of "true" where a boolean belongs loses nothing when it is read as true.',
        quoted_default,
    ),
    Tolerance(
        "default-case",
        "schema",
        "A default that differs from a member of the enum in case alone can only mean that one.",
        default_in_other_case,
    ),
    Tolerance(
        "unfit-default",
        "schema",
        "Defaults are documentation: the server applies them, the client never sends them.",
        unfit_default,
    ),
    Tolerance(
        "type-beside-union",
        "schema",
        "A type that rules out a member of the union next to it was never meant to.",
        type_beside_union,
    ),
    Tolerance(
        "array-without-items",
        "schema",
        "OpenAPI 3.0 requires items; an array without them is an array of anything.",
        array_without_items,
        versions=("3.0",),
    ),
    Tolerance(
        "bound-as-flag",
        "schema",
        "OpenAPI 3.0 has a flag where JSON Schema has the bound itself since 2016.",
        bound_as_flag,
        versions=("3.1", "3.2"),
    ),
    Tolerance(
        "null-as-flag",
        "schema",
        "From OpenAPI 3.1 on null is a type; validators and servers do not know the flag.",
        null_as_flag,
        versions=("3.1", "3.2"),
    ),
    Tolerance(
        "repeated-required",
        "schema",
        "What is required twice is required.",
        repeated_required,
    ),
    Tolerance(
        "former-anchor",
        "schema",
        "$recursiveAnchor says something to validators of 2019-09, and nothing to a client.",
        former_anchor,
        versions=("3.1", "3.2"),
    ),
    Tolerance(
        "foreign-pattern",
        "schema",
        "Patterns are JavaScript's by the standard, and the tools at hand read Python's.",
        foreign_pattern,
    ),
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
