"""Which objects of a graph say the same, wherever they are and however they are described."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from hashlib import sha256

from flaregen.names.graph import Node
from flaregen.names.labels import kind
from flaregen.names.types import (
    ClassType,
    ListType,
    LiteralType,
    MapType,
    OctetsType,
    Type,
    UnionType,
    references,
    renamed,
)
from flaregen.schemas.schema import Array, Map, Schema, Union

_DEPTH = 4
"""How far into an object its digest looks."""


def shapes(nodes: Sequence[Node], *, documented: bool = False) -> list[int]:
    """A number for each node, the same for those that say the same, recursion included.

    Those that are ``documented`` say it in the same words, too.

    Nodes start out by what they say themselves, and are divided by the numbers of what they
    refer to until nothing is divided any more.
    """
    own = [(_own(node), _words(node) if documented else ()) for node in nodes]
    referring = [[type_ for _, type_ in node.sorted() if any(references(type_))] for node in nodes]
    numbers = _numbered(own)
    while True:
        pairs = zip(own, referring, strict=True)
        found = _numbered([(said, *_referring(types, numbers)) for said, types in pairs])
        if len(set(found)) == len(set(numbers)):
            return found
        numbers = found


def _numbered(keys: Sequence[Hashable]) -> list[int]:
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _own(node: Node) -> Hashable:
    said = (
        (f.wire, f.required, _plain(renamed(type_, lambda _: "")), _said(f.schema))
        for f, type_ in node.sorted()
    )
    return (node.schema.exclusions, node.schema.readings, _rest(node), tuple(said))


def _words(node: Node) -> tuple[str, ...]:
    """The descriptions of an object and of its fields."""
    own = node.schema.own_description or node.schema.description
    fields = (field.schema for field, _ in node.sorted())
    return (own, *(f"{one.title}\n{one.description}" for one in fields))


def _rest(node: Node) -> str:
    """What an object says of members without a field."""
    return _plain(node.rest) if node.rest else kind(node.schema.rest) if node.schema.rest else ""


def _referring(types: Sequence[Type], numbers: Sequence[int]) -> Iterator[str]:
    """Types that refer to other nodes, with the numbers of those."""
    for type_ in types:
        yield _plain(renamed(type_, lambda one: str(numbers[int(one)])))


def _plain(type_: Type) -> str:
    """A type as a text, the same in whatever order its members and values are listed."""
    match type_:
        case UnionType(members):
            return f"({'|'.join(sorted(map(_plain, members)))})"
        case ListType(inner) | MapType(inner) | OctetsType(inner):
            return f"{type(type_).__name__}[{_plain(inner)}]"
        case LiteralType(values):
            return f"({'|'.join(sorted(map(repr, values)))})"
        case ClassType(name):
            return name
        case _:
            return repr(type_)


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
            inside = ",".join(sorted(filter(None, map(_said, members))))
            return f"{own}({inside})" if inside else own
        case _:
            return own


def digest(nodes: Sequence[Node], number: int, depth: int = _DEPTH) -> str:
    """The same for objects that say the same, in every document."""
    node = nodes[number]
    inside = {one: digest(nodes, one, depth - 1) if depth else "" for one in node.references}
    said = [
        (f.wire, f.required, _plain(renamed(type_, lambda one: inside[int(one)])), _said(f.schema))
        for f, type_ in node.sorted()
    ]
    rest = filter(None, [_rest(node)])
    return sha256(repr((node.schema.exclusions, said, *rest)).encode()).hexdigest()[:8]
