"""References by name or address, written as pointers: to anchors, to ``$id``, and to ``$self``.

JSON Schema 2020-12, core, section 8.2; OpenAPI 3.2.0, section 4.1.2. A dynamic reference leads to
the first anchor of its name: which one holds for a value depends on the way to it, and only the
schemas are known.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urljoin

from flaregen.document import JSON, Document, JSONObject, node_at, text_in
from flaregen.openapi.anatomy import Part, walk, whole
from flaregen.pointer import Pointer

_REFERENCES = ("$dynamicRef", "$ref")
_ANCHORS = ("$anchor", "$dynamicAnchor")
_NAME = re.compile(rb"\$(?:anchor|dynamicAnchor|dynamicRef|id|self)")


def with_pointers(document: Document) -> Document:
    """The document with references by name written as pointers; itself where it names nothing."""
    if not _NAME.search(document.source.content):
        return document
    names = _Names(document.root)
    root = names.rewritten(document.root, Pointer(()), "")
    return replace(document, root=root) if isinstance(root, dict) else document


@dataclass(slots=True)
class _Names:
    """The places of schemas by address. ``bases`` are the addresses of those that have one."""

    root: JSONObject
    places: dict[str, Pointer] = field(default_factory=dict)
    bases: dict[Pointer, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.bases[Pointer(())] = text_in(self.root, "$self")
        self.places[self.bases[Pointer(())]] = Pointer(())
        for part in walk(whole(self.root)):
            if part.kind == "schema":
                self._learn(part)

    def _learn(self, part: Part) -> None:
        base = next(self.bases[one] for one in part.pointer.upwards() if one in self.bases)
        name = part.node.get("$id")
        if isinstance(name, str) and not name.startswith("#"):
            base = self.bases[part.pointer] = _joined(base, name).partition("#")[0]
            self.places.setdefault(base, part.pointer)
        for key in _ANCHORS:
            anchor = part.node.get(key)
            if isinstance(anchor, str):
                self.places.setdefault(f"{base}#{anchor}", part.pointer)

    def rewritten(self, node: JSON, pointer: Pointer, base: str) -> JSON:
        if isinstance(node, list):
            items = enumerate(node)
            return [self.rewritten(item, pointer.child(n), base) for n, item in items]
        if not isinstance(node, dict):
            return node
        base = self.bases.get(pointer, base)
        found = {key: self.rewritten(one, pointer.child(key), base) for key, one in node.items()}
        for key in _REFERENCES:
            reference = node.get(key)
            place = self._target(reference, base) if isinstance(reference, str) else None
            if place is not None and (key == "$dynamicRef" or not _leads(reference, place)):
                del found[key]
                found["$ref"] = place.fragment
        return found

    def _target(self, reference: str, base: str) -> Pointer | None:
        """The place that a reference means; None where it is not in the document.

        A pointer that a schema with an ``$id`` does not have is one of the document: documents
        that are put together from several keep such references.
        """
        own = self.bases[Pointer(())]
        for start in (base, own) if reference.startswith("#") else (base,):
            address = _joined(start, reference)
            place = self.places.get(address) or self._below(address)
            if place is not None:
                return place
        return None

    def _below(self, reference: str) -> Pointer | None:
        """The place at a pointer from a schema that has an address."""
        address, _, fragment = reference.partition("#")
        with suppress(KeyError, ValueError):
            way = Pointer.parse(unquote(fragment))
            place = Pointer((*self.places[address].tokens, *way.tokens))
            node_at(self.root, place)
            return place
        return None


def _joined(base: str, reference: str) -> str:
    """An address from another one; what cannot be one is left as it is."""
    try:
        return urljoin(base, reference) if base else reference
    except ValueError:
        return reference


def _leads(reference: JSON, place: Pointer) -> bool:
    """Whether a reference is the pointer to a place already, from the root of the document."""
    text = reference if isinstance(reference, str) else ""
    return text.startswith("#/") and Pointer.parse_fragment(text) == place
