"""Which objects of a graph have the same shape, wherever they are and whatever describes them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
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
)
from flaregen.schemas.schema import Array, Map, Schema, Union

_DEPTH = 4
"""How far into an object its digest looks."""


def shapes(nodes: Sequence[Node]) -> list[int]:
    """A number for each node, equal for nodes of one shape, recursion included."""
    return _divided(_numbered([_own(node) for node in nodes]), nodes)


def documented(nodes: Sequence[Node], shapes: Sequence[int]) -> list[int]:
    """A number for each node, equal for nodes of one shape with the same descriptions."""
    pairs = zip(shapes, nodes, strict=True)
    return _divided(_numbered([(shape, *_words(node)) for shape, node in pairs]), nodes)


def _divided(numbers: list[int], nodes: Sequence[Node]) -> list[int]:
    """Split nodes of one number by the numbers of what they refer to, until no number splits."""
    referring = [[type_ for _, type_ in node.sorted() if any(references(type_))] for node in nodes]
    while True:
        texts = [_texts(types, numbers) for types in referring]
        found = _numbered([*zip(numbers, texts, strict=True)])
        if len(set(found)) == len(set(numbers)):
            return found
        numbers = found


def _texts(types: Sequence[Type], numbers: Sequence[int]) -> tuple[str, ...]:
    """The texts of types, with the numbers of the nodes that they refer to."""
    return tuple(_text(type_, lambda node: str(numbers[int(node)])) for type_ in types)


def _numbered(keys: Sequence[Hashable]) -> list[int]:
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _own(node: Node) -> Hashable:
    said = (
        (f.wire, f.required, _text(type_, lambda _: ""), _said(f.schema))
        for f, type_ in node.sorted()
    )
    return (node.schema.exclusions, node.schema.readings, _rest(node), tuple(said))


def _words(node: Node) -> tuple[str, ...]:
    """The descriptions of an object and of its fields."""
    own = node.schema.own_description or node.schema.description
    fields = (field.schema for field, _ in node.sorted())
    return (own, *(f"{schema.title}\n{schema.description}" for schema in fields))


def _rest(node: Node) -> str:
    """The type of members without a field, as a text."""
    if node.rest:
        return _text(node.rest, str)
    return kind(node.schema.rest) if node.schema.rest else ""


def _text(type_: Type, name: Callable[[str], str]) -> str:
    """A type as a text, the same in whatever order its members and values are listed.

    ``name`` gives the names of the classes in it.
    """
    match type_:
        case UnionType(members):
            texts = sorted({_text(member, name) for member in members})
            return f"({'|'.join(texts)})" if len(texts) > 1 else texts[0]
        case ListType(inner) | MapType(inner) | OctetsType(inner):
            return f"{type(type_).__name__}[{_text(inner, name)}]"
        case LiteralType(values):
            return f"({'|'.join(sorted(map(repr, values)))})"
        case ClassType(number):
            return name(number)
        case _:
            return repr(type_)


def _said(schema: Schema) -> str:
    """The constraints and defaults in the documentation of a field, down to the next object."""
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
    """A digest of a shape, the same in every document."""
    node = nodes[number]
    inside = {
        reference: digest(nodes, reference, depth - 1) if depth else ""
        for reference in node.references
    }
    said = [
        (f.wire, f.required, _text(type_, lambda one: inside[int(one)]), _said(f.schema))
        for f, type_ in node.sorted()
    ]
    rest = filter(None, [_rest(node)])
    return sha256(repr((node.schema.exclusions, said, *rest)).encode()).hexdigest()[:8]
