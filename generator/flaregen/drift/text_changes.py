"""What is said about a parameter, a body, a response: text and examples."""

from __future__ import annotations

from collections.abc import Container

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import Followed, children, pair, referred
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References, reference_of

_SAID = ("summary", "description")


def compare_said(scope: Scope, was: Followed, now: Followed) -> None:
    """Report a description or summary that differs where one is next to a reference.

    There it goes before that of what is referred to (OpenAPI 3.1.1, section 4.8.23).
    """
    sides = scope.comparison
    for key in _SAID:
        old = was.node if _says(sides.old, was, key) else was.target
        new = now.node if _says(sides.new, now, key) else now.target
        if (old, new) != (was.target, now.target):
            scope.emit_key("description-changed", old, new, key)


def _says(side: References, one: Followed, key: str) -> bool:
    return one.node is not one.target and side.siblings_count and one.node.get(key) is not None


def compare_text(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Report a description, summary or example that differs."""
    for key in _SAID:
        scope.emit_key("description-changed", old, new, key)
    scope.emit_key("example-changed", old, new, "example")
    sides = scope.comparison
    found = pair(children(old, "examples"), children(new, "examples"))
    # Of the same reference, what it leads to is what changes.
    kept = {
        name: (was, now)
        for name, (was, now) in found.both.items()
        if reference_of(was.value) == reference_of(now.value) is not None
    }
    examples = _examples(sides.old, old, kept), _examples(sides.new, new, kept)
    scope.emit_key("example-changed", old, new, "examples", values=examples)
    for was, now in kept.values():
        here, there = referred(sides.old, was), referred(sides.new, now)
        if inner := scope.shared(here, there):
            inner.emit("example-changed", here.target, there.target)


def _examples(side: References, node: Cursor, without: Container[str]) -> JSON:
    """The examples by name, each of which may be a reference; None where there are none."""
    named = children(node, "examples").items()
    return {name: side.behind(one).value for name, one in named if name not in without} or None
