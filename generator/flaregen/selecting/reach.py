"""Which parts of a document some operations need: themselves, and what references lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import unquote

from flaregen.document import JSON, Document, JSONObject, as_object, node_at, step
from flaregen.openapi.anatomy import Part, parts_at, walk
from flaregen.openapi.inheritance import heirs
from flaregen.openapi.references import reference_of
from flaregen.openapi.versions import METHODS
from flaregen.pointer import Pointer

FILE = re.compile(r"\.(json|ya?ml)(\.gz)?$", re.IGNORECASE)
"""How the name of a document ends."""
_PRUNED = ("paths", "webhooks", "components")
"""Keys of the root of which only what is reached is kept; the others are kept whole."""


@dataclass(slots=True)
class Kept:
    """A tree of keys to keep. A node that is ``entire`` is kept with all that is below."""

    entire: bool = False
    below: dict[str, Kept] = field(default_factory=dict)

    def add(self, tokens: Iterable[str]) -> bool:
        """Keep the node at a place. False when it was kept already."""
        node = self
        for token in tokens:
            if node.entire:
                return False
            node = node.below.setdefault(token, Kept())
        added = not node.entire
        node.entire = True
        return added


def reach(document: Document, operations: Iterable[Pointer]) -> Kept:
    """Mark operations, what holds for all of their path, and what they refer to.

    References that lead nowhere are left for validation to report.
    """
    kept = Kept()
    kept.add(("components", "securitySchemes"))
    pending = [Pointer(tokens) for tokens in _starts(document, operations)]
    while pending:
        pointer = pending.pop()
        if kept.add(pointer.tokens):
            pending.extend(_targets(document, pointer))
    for key in document.root.keys() - set(_PRUNED):
        kept.add((key,))
    return kept


def _starts(document: Document, operations: Iterable[Pointer]) -> Iterator[tuple[str, ...]]:
    for pointer in operations:
        yield pointer.tokens
        for key in as_object(document.at(pointer.parent)):
            if key not in METHODS:
                yield (*pointer.parent.tokens, key)


def _targets(document: Document, pointer: Pointer) -> Iterator[Pointer]:
    """The targets of the references in and below a node, as far as the document has them.

    A place inside of an array means the whole array: its items are not renumbered.
    """
    for part in parts_of(document.root, pointer):
        for below in walk(part):
            for reference in (
                *(text for _, text in outgoing(below, document.root)),
                *_heirs(below, document.root),
            ):
                target = existing(document.root, reference)
                if target is not None:
                    yield _entire(target)


def _entire(pointer: Pointer) -> Pointer:
    """The component around a place: but for schemas, a part of one is not valid alone."""
    is_schema = pointer.tokens[:2] == ("components", "schemas")
    of_component = pointer.tokens[:1] == ("components",) and not is_schema
    return Pointer(pointer.tokens[:3]) if of_component else pointer


def parts_of(root: JSONObject, pointer: Pointer) -> tuple[Part, ...]:
    """The parts at a place. What is in one of no known kind is taken for a schema: mostly it is."""
    if found := parts_at(root, pointer):
        return tuple(found)
    with suppress(KeyError):
        node = node_at(root, pointer)
        if isinstance(node, dict):
            return (Part(pointer.tokens, "schema", node),)
    return ()


def outgoing(part: Part, root: JSON) -> Iterator[tuple[tuple[str, ...], str]]:
    """The references of a part, and where in it they are.

    They are ``$ref`` and what a discriminator maps to, where a bare name means a schema of
    the document, whose root is given.
    """
    reference = reference_of(part.node)
    if reference is not None:
        yield ("$ref",), reference
    for key, text in _mapping(part).items():
        local = Pointer(("components", "schemas", text)).fragment
        if isinstance(root, dict) and existing(root, local) is not None:
            yield ("discriminator", "mapping", key), local
        elif "#" in text or "/" in text or FILE.search(text):
            yield ("discriminator", "mapping", key), text


def _heirs(part: Part, root: JSON) -> list[str]:
    """The components that a value may be as well, where the schema has a discriminator."""
    has_one = part.kind == "schema" and "discriminator" in part.node
    return heirs(root, Pointer(part.tokens)) if has_one else []


def _mapping(part: Part) -> dict[str, str]:
    """What the discriminator of a schema maps values to: references, and names of components."""
    discriminator = as_object(part.node.get("discriminator") if part.kind == "schema" else None)
    mapping = as_object(discriminator.get("mapping"))
    return {value: target for value, target in mapping.items() if isinstance(target, str)}


def existing(root: JSONObject, reference: str) -> Pointer | None:
    """The target of a local reference, as far as it can be kept; None if it is dangling."""
    if not reference.startswith("#/"):
        return None
    for text in (unquote(reference[1:]), reference[1:]):
        found = _walked(root, Pointer.parse(text))
        if found is not None:
            return found
    return None


def _walked(root: JSONObject, pointer: Pointer) -> Pointer | None:
    """Cut a pointer off at the first array or reference on its way. None when it is dangling."""
    node: JSON = root
    for count, token in enumerate(pointer.tokens):
        passed = Pointer(pointer.tokens[:count])
        if isinstance(node, list):
            return passed
        try:
            node = step(node, token)
        except KeyError:
            return passed if reference_of(node) is not None else None
    return pointer


def prune(node: JSONObject, kept: Kept) -> JSONObject:
    """Build an object with the kept keys only, in the order they had."""
    pruned: JSONObject = {}
    for key, child in node.items():
        mark = kept.below.get(key)
        if mark is not None:
            pruned[key] = (
                child if mark.entire or not isinstance(child, dict) else prune(child, mark)
            )
    return pruned
