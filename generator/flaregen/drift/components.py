"""Component schemas that were removed or renamed."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import canonical, child, children, pair
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References


def components(side: References, section: str) -> dict[str, Cursor]:
    return children(child(side.root, "components"), section)


def compare_component_schemas(scope: Scope) -> None:
    """Report schemas that were renamed or removed.

    Call it when everything else is compared: a schema that was compared with another one
    is still there, renamed or written out in its place.
    """
    sides = scope.comparison
    schemas = pair(components(sides.old, "schemas"), components(sides.new, "schemas"))
    free = {name: canonical(node.value) for name, node in schemas.come.items()}
    for name, node in schemas.gone.items():
        met = sides.matched.get(id(node.value), set())
        in_use = sorted(one for one in free if id(schemas.come[one].value) in met)
        content = canonical(node.value)
        heirs = in_use or [one for one, other in free.items() if other == content]
        if heirs:
            del free[heirs[0]]
            scope.emit("schema-renamed", node, schemas.come[heirs[0]], before=name, after=heirs[0])
        elif not met:
            scope.emit("schema-removed", node, None, before=name, name=name)


def compare_unused_schemas(scope: Scope) -> None:
    """Compare the schemas that nothing refers to: their changes are information."""
    sides = scope.comparison
    unused = scope.with_context(scope.context.excuse())
    schemas = pair(components(sides.old, "schemas"), components(sides.new, "schemas"))
    for old, new in schemas.both.values():
        if old.value != new.value and id(old.value) not in sides.matched:
            sides.visit(unused, (old,), (new,))
