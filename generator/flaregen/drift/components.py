"""Component schemas that went, or go by another name now."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.cursor import Cursor, Side


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
    for name, node in old.items():
        if name in new:
            continue
        heir = _heir(scope, node, fresh)
        if heir is not None:
            cursor = fresh.pop(heir)
            scope.emit("schema-renamed", node, cursor, before=name, after=heir)
        elif id(node.value) not in comparison.met:
            scope.emit("schema-removed", node, None, before=name, name=name)


def compare_unused_schemas(scope: Scope) -> None:
    """Have the schemas compared that nothing led to: what changes in them is information."""
    comparison = scope.comparison
    unused = scope.with_mode(scope.mode.excuse())
    new = named(comparison.new, "schemas")
    for name, node in named(comparison.old, "schemas").items():
        if name in new and node.value != new[name].value and id(node.value) not in comparison.met:
            comparison.visit(unused, (node,), (new[name],))


def _heir(scope: Scope, node: Cursor, fresh: dict[str, Cursor]) -> str | None:
    met = scope.comparison.met.get(id(node.value), set())
    by_use = [name for name, cursor in fresh.items() if id(cursor.value) in met]
    by_content = [name for name, cursor in fresh.items() if cursor.value == node.value]
    return next(iter((*by_use, *by_content)), None)
