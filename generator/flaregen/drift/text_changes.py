"""What is said about a parameter, a body, a response: text and examples."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import children
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References

_SAID = ("summary", "description")


def compare_text(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Report a description, summary or example that differs."""
    for key in _SAID:
        scope.emit_key("description-changed", old, new, key)
    scope.emit_key("example-changed", old, new, "example")
    sides = scope.comparison
    examples = _examples(sides.old, old), _examples(sides.new, new)
    scope.emit_key("example-changed", old, new, "examples", values=examples)


def _examples(side: References, node: Cursor) -> JSON:
    """The examples by name, each of which may be a reference; None where there are none."""
    found = {name: side.resolve(one).value for name, one in children(node, "examples").items()}
    return found or None
