"""Which objects of a graph say the same, wherever they stand and however they are described."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from hashlib import sha256

from flaregen.names.graph import Node
from flaregen.names.types import renamed
from flaregen.schemas.schema import Array, Map, Schema, Union

_DEPTH = 4
"""How far into an object its digest looks."""


def shapes(nodes: Sequence[Node]) -> list[int]:
    """A number for each node, the same for those that say the same, recursion included.

    Nodes start out by what they say themselves, and are divided by the numbers of what they
    refer to until nothing is divided any more.
    """
    own = [_own(node) for node in nodes]
    edges = [node.references for node in nodes]
    numbers = _numbered(own)
    while True:
        found = _numbered(
            [(said, *(numbers[e] for e in to)) for said, to in zip(own, edges, strict=True)]
        )
        if len(set(found)) == len(set(numbers)):
            return found
        numbers = found


def _numbered(keys: Sequence[Hashable]) -> list[int]:
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _own(node: Node) -> Hashable:
    return (
        node.schema.exclusions,
        tuple(
            (f.wire, f.required, repr(renamed(type_, lambda _: "")), _said(f.schema))
            for f, type_ in node.sorted()
        ),
    )


def _said(schema: Schema) -> str:
    """What the documentation of a field says of its values, down to the next object."""
    own = (
        f"{schema.constraints!r}{schema.default!r}" if schema.constraints or schema.default else ""
    )
    match schema:
        case Array(items=inner) | Map(values=inner):
            inside = _said(inner)
            return f"{own}[{inside}]" if inside else own
        case Union(members=members):
            inside = ",".join(map(_said, members))
            return f"{own}({inside})" if inside.strip(",") else own
        case _:
            return own


def digest(nodes: Sequence[Node], number: int, depth: int = _DEPTH) -> str:
    """The same for objects that say the same, in every document."""
    node = nodes[number]
    inside = [digest(nodes, one, depth - 1) for one in node.references] if depth else []
    return sha256(repr((_own(node), inside)).encode()).hexdigest()[:8]
