"""How large a document may be before a stage that takes it apart would be at risk.

Every number is far beyond what an API document has, and low enough that hostile input
costs seconds and some hundred megabytes at most.
"""

from __future__ import annotations

from flaregen.document import JSON, Source, Syntax

MOST_BYTES = 64 * 1024 * 1024
"""A document may have this many bytes, on the wire and decompressed: 15 times Cloudflare's."""

DEEPEST = 200
"""Objects and arrays inside each other. Cloudflare's document has 29 levels."""

MOST_DIGITS = 4_000
"""Digits of a number; Python itself refuses to convert more than 4,300."""

MOST_NODES = 3_000_000
"""Values in a document. Cloudflare's has 180,000 in 4.2 MB."""

MOST_NODES_OF_YAML = 1_500_000
"""The same for YAML, which takes more memory to read."""

MOST_NODES_OF_REST = 600_000
"""Values up to which a build validates the rest of a document, which it does not need."""

MOST_COUNTED = 5_000
"""Errors in that rest after which nobody wants to know how many more there are."""


def is_too_deep(root: JSON, deepest: int = DEEPEST) -> bool:
    level: list[JSON] = [root]
    for _ in range(deepest):
        below: list[JSON] = []
        for node in level:
            if isinstance(node, dict):
                below += node.values()
            elif isinstance(node, list):
                below += node
        level = below
    return any(isinstance(node, (dict, list)) for node in level)


def value_estimate(content: bytes, syntax: Syntax) -> int:
    """Values of a document, estimated from above by the marks before them."""
    return sum(map(content.count, _MARKS[syntax]))


_MARKS: dict[Syntax, tuple[bytes, ...]] = {
    "json": (b",", b"[", b"{"),
    "yaml": (b",", b"[", b"{", b"\n-", b": "),
}


def node_estimate(content: bytes, syntax: Syntax) -> int:
    """An upper bound of the nodes in a text. Nodes of YAML count twice, as in memory."""
    return value_estimate(content, syntax) * (2 if syntax == "yaml" else 1)


def is_counted(source: Source) -> bool:
    """Whether a build validates the rest of a document, and counts what it finds."""
    return node_estimate(source.content, source.syntax) <= MOST_NODES_OF_REST
