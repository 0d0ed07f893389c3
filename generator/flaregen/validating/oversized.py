"""Parts with more in them than any API has, found before anything is done for each of them."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.diagnostic import Diagnostic
from flaregen.document import Document
from flaregen.openapi.anatomy import Kind, walk, whole
from flaregen.problems import Problem

_MOST: dict[Kind, dict[str, int]] = {
    "schema": {"properties": 5_000, "allOf": 500, "anyOf": 500, "oneOf": 500},
    "operation": {"parameters": 200},
    "path item": {"parameters": 200},
}
"""The widest in Cloudflare's document are 26 parameters and 55 alternatives."""


def oversized_parts(document: Document) -> Iterator[Diagnostic]:
    """Find each keyword with too many members. Linear in the size of the document."""
    for part in walk(whole(document.root)):
        for keyword, most in _MOST.get(part.kind, {}).items():
            members = part.node.get(keyword)
            if isinstance(members, dict | list) and len(members) > most:
                message = (
                    f"There are {len(members):,} {keyword}; flaregen accepts at most {most:,}."
                )
                problem = Problem("too-wide", message, "split it into smaller parts")
                pointer = part.pointer.child(keyword)
                yield problem.at(document.source, pointer=pointer)
