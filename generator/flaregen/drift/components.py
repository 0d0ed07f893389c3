"""Component schemas that went, or go by another name now."""

from __future__ import annotations

import json
from collections import defaultdict

from flaregen.drift.comparison import Scope
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References as Side


def named(side: Side, section: str) -> dict[str, Cursor]:
    components = side.root.get("components")
    found = None if components is None else components.get(section)
    return {} if found is None else dict(found.items())


def compare_component_schemas(scope: Scope) -> None:
    """Report schemas that were renamed or removed.

    To be asked when all else is compared: a schema that was met with something is
    still there, under another name or written out in its place, and says no more.
    """
    comparison = scope.comparison
    old, new = named(comparison.old, "schemas"), named(comparison.new, "schemas")
    fresh = {name: node for name, node in new.items() if name not in old}
    heirs = _Heirs(fresh)
    for name, node in old.items():
        if name in new:
            continue
        met = comparison.met.get(id(node.value), set())
        heir = heirs.take(node, met)
        if heir is not None:
            scope.emit("schema-renamed", node, fresh[heir], before=name, after=heir)
        elif not met:
            scope.emit("schema-removed", node, None, before=name, name=name)


class _Heirs:
    """New names, each of which can go on with one old schema."""

    def __init__(self, fresh: dict[str, Cursor]) -> None:
        self._by_node = {id(node.value): name for name, node in fresh.items()}
        self._by_content: dict[str, list[str]] = defaultdict(list)
        for name, node in fresh.items():
            self._by_content[_content(node)].append(name)
        self._free = set(fresh)

    def take(self, node: Cursor, met: set[int]) -> str | None:
        """One that took its place where it was used, or else one that says the same."""
        by_use: list[str] = sorted(self._by_node[one] for one in met if one in self._by_node)
        name: str
        for name in (*by_use, *self._by_content.get(_content(node), ())):
            if name in self._free:
                self._free.remove(name)
                return name
        return None


def _content(node: Cursor) -> str:
    return json.dumps(node.value, sort_keys=True)


def compare_unused_schemas(scope: Scope) -> None:
    """Have the schemas compared that nothing led to: what changes in them is information."""
    comparison = scope.comparison
    unused = scope.with_mode(scope.mode.excuse())
    new = named(comparison.new, "schemas")
    for name, node in named(comparison.old, "schemas").items():
        if name in new and node.value != new[name].value and id(node.value) not in comparison.met:
            comparison.visit(unused, (node,), (new[name],))
