"""Documents of two versions of OpenAPI, side by side."""

from __future__ import annotations

from dataclasses import replace

from msgspec import to_builtins

from flaregen.document import Document
from flaregen.openapi.anatomy import walk, whole
from flaregen.openapi.references import reference_of
from flaregen.openapi.versions import facts_of


def as_read(document: Document) -> Document:
    """The document without what its version does not read in schemas.

    What is left of a text that two versions read in different ways is not equal.
    """
    facts = facts_of(document)
    root = to_builtins(document.root)
    for part in walk(whole(root)):
        if part.kind == "schema" and facts.names_null:
            part.node.pop("nullable", None)
        if part.kind == "schema" and not facts.siblings_count and reference_of(part.node):
            for key in part.node.keys() - {"$ref"}:
                del part.node[key]
    return replace(document, root=root)
