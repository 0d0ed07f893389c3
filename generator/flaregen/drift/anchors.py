"""References by name, ``#node``, to what an ``$anchor`` or ``$dynamicAnchor`` marks.

JSON Schema 2020-12, core, section 8.2. A dynamic reference leads to the first anchor of its name:
which one holds for a value depends on the way to it, and only the schemas can be compared.
"""

from __future__ import annotations

from dataclasses import replace

from flaregen.document import JSON, Document
from flaregen.openapi.anatomy import walk, whole

_REFERENCES = ("$dynamicRef", "$ref")
_ANCHORS = ("$anchor", "$dynamicAnchor")


def with_pointers(document: Document) -> Document:
    """The document with references by name written as pointers; itself where it has no anchors."""
    if not any(key.encode() in document.source.content for key in _ANCHORS):
        return document
    anchors: dict[str, str] = {}
    for part in walk(whole(document.root)):
        for key in _ANCHORS:
            name = part.node.get(key)
            if isinstance(name, str):
                anchors.setdefault(f"#{name}", part.pointer.fragment)
    root = _rewritten(document.root, anchors)
    return replace(document, root=root) if isinstance(root, dict) else document


def _rewritten(node: JSON, anchors: dict[str, str]) -> JSON:
    if isinstance(node, list):
        return [_rewritten(item, anchors) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _rewritten(value, anchors) for key, value in node.items()}
    for key in _REFERENCES:
        name = node.get(key)
        if isinstance(name, str) and name in anchors:
            del found[key]
            found["$ref"] = anchors[name]
    return found
