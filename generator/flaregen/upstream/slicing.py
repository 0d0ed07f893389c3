"""Cutting a document down to what a project uses of it, in its own words and order."""

from __future__ import annotations

import json
from collections.abc import Sequence

from flaregen.document import Document, JSONObject
from flaregen.openapi.endpoints import Endpoint, endpoints, with_path_items
from flaregen.pointer import Pointer
from flaregen.selecting.reach import prune, reach
from flaregen.selecting.refinements import catalogue
from flaregen.selecting.select import require_path_items, select


def wanted(
    document: Document, patterns: Sequence[str], earlier: Sequence[Endpoint] = ()
) -> tuple[Pointer, ...]:
    """The chosen operations, and the models listed with them.

    ``earlier`` are the operations of the pin. Raises DiagnosticError for a pattern that matches
    nothing, and for what it cannot look into.
    """
    require_path_items(document, patterns)
    chosen = tuple(endpoints(select(document, patterns, whole=True, earlier=earlier)))
    models = (
        entry.pointer
        for endpoint in chosen
        for entry in catalogue(document, endpoint.path, endpoint.method)
    )
    return (*(endpoint.pointer for endpoint in chosen), *models)


def cut(document: Document, patterns: Sequence[str], earlier: Sequence[Endpoint] = ()) -> bytes:
    """What is wanted of a document and what that reaches, as JSON.

    Raises DiagnosticError for a pattern that matches nothing.
    """
    document = with_path_items(document)
    kept = reach(document, wanted(document, patterns, earlier))
    return written(prune(document.root, kept))


def written(root: JSONObject) -> bytes:
    """A pin as it is on disk."""
    return (json.dumps(root, indent=2, ensure_ascii=False) + "\n").encode()
