"""What is said about a parameter, a body, a response: text and examples."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.openapi.cursor import Cursor

_RULES = {
    "summary": "description-changed",
    "description": "description-changed",
    "example": "example-changed",
    "examples": "example-changed",
}


def compare_text(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Report a description, summary or example that differs."""
    for key, rule in _RULES.items():
        scope.emit_key(rule, old, new, key)
