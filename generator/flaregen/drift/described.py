"""What is said about an operation, a parameter, a response: text and examples."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.openapi.cursor import Cursor


def value(cursor: Cursor, key: str) -> JSON:
    """The value under a key, None when there is none."""
    return cursor.value.get(key) if isinstance(cursor.value, dict) else None


def compare_description(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Report a description, summary or example that differs."""
    for key in ("summary", "description"):
        if value(old, key) != value(new, key):
            _emit(scope, "description-changed", old, new, key)
    for key in ("example", "examples"):
        if value(old, key) != value(new, key):
            _emit(scope, "example-changed", old, new, key)


def _emit(scope: Scope, rule: str, old: Cursor, new: Cursor, key: str) -> None:
    scope.emit(
        rule,
        old.get(key) or old,
        new.get(key) or new,
        before=value(old, key),
        after=value(new, key),
    )
