"""Walking through JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def objects_in(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of a tree, itself first."""
    if isinstance(node, dict):
        yield node
    for child in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from objects_in(child)
