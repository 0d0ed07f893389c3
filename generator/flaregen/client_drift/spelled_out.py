"""What a type in Python spells out: a schema with all that it refers to, up to the next object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References, reference_of, references
from flaregen.pointer import Pointer

_INSIDE = ("schema", "items", "additionalProperties")
_LISTS = ("allOf", "anyOf", "oneOf")


def spelled_out(side: References, places: Iterable[Pointer]) -> Iterator[Pointer]:
    """The places that one at or around some parameters or schemas leads to, each once.

    An object is a class, which has its own places.
    """
    pending = list(filter(None, map(side.find, places)))
    seen: set[Pointer] = set()
    while pending:
        node = pending.pop()
        if node.pointer in seen or node.get("properties"):
            continue
        seen.add(node.pointer)
        yield node.pointer
        pending += _inside(side, node)


def referred_to(side: References, place: Pointer) -> Iterator[Pointer]:
    """All that a node refers to, and what that refers to in turn."""
    pending = list(filter(None, [side.find(place)]))
    seen: set[str] = set()
    while pending:
        new = references(pending.pop().value) - seen
        seen |= new
        for target in filter(None, map(side.target, sorted(new))):
            yield target.pointer
            pending.append(target)


def decided_by(side: References, place: Pointer) -> Iterator[Pointer]:
    """The properties whose values the discriminator around a place decides."""
    around = filter(None, map(side.find, place.upwards()))
    union = next((cursor for cursor in around if cursor.get("discriminator")), None)
    found = None if union is None else union.get("discriminator")
    name = None if found is None else found.text("propertyName")
    for member in _listed(union, ("anyOf", "oneOf")) if union and name else ():
        yield side.resolve(member).pointer.child("properties", str(name))


def _inside(side: References, node: Cursor) -> Iterator[Cursor]:
    reference = reference_of(node.value)
    target = None if reference is None else side.target(reference)
    if target is not None:
        yield target
    yield from filter(None, map(node.get, _INSIDE))
    yield from _listed(node, _LISTS)


def _listed(node: Cursor, keywords: Iterable[str]) -> Iterator[Cursor]:
    for keyword in keywords:
        if (found := node.get(keyword)) is not None:
            yield from found.elements()
