"""Component schemas that were removed or renamed."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import child, children, pair
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.json_values import json_text, same_json
from flaregen.openapi.references import References


def components(side: References, section: str) -> dict[str, Cursor]:
    return children(child(side.root, "components"), section)


def compare_component_schemas(scope: Scope) -> None:
    """Compare the schemas that nothing refers to, and report those renamed or removed.

    Call it when everything else is compared: a schema that was compared with another one
    is still there, renamed or written out in its place.
    """
    sides = scope.comparison
    schemas = pair(components(sides.old, "schemas"), components(sides.new, "schemas"))
    unused = scope.with_context(scope.context.excuse())
    for old, new in schemas.both.values():
        if not same_json(old.value, new.value) and id(old.value) not in sides.matched:
            sides.visit(unused, (old,), (new,))
    sides.run()
    heirs = {old.tokens[-1]: new.tokens[-1] for old, new in sides.placing.heirs.items()}
    known = set(heirs.values())
    free = {json_text(one.value): name for name, one in schemas.come.items() if name not in known}
    for name, node in schemas.gone.items():
        met = id(node.value) in sides.matched
        heir = heirs.get(name) or (None if met else free.pop(json_text(node.value), None))
        if heir in schemas.come:
            scope.emit("schema-renamed", node, schemas.come[heir], before=name, after=heir)
        elif not met:
            scope.emit("schema-removed", node, None, before=name, name=name)
