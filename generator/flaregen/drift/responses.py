"""Responses and their headers."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.contents import compare_contents
from flaregen.drift.described import compare_description
from flaregen.drift.lifecycle import Marks, compare_marks
from flaregen.drift.parameters import compare_serialization, compare_value
from flaregen.openapi.cursor import Cursor


def compare_responses(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare the responses of an operation by status; ``4xx`` and ``4XX`` are the same."""
    sides = scope.comparison
    before = {status.upper(): sides.old.resolve(node) for status, node in _responses(old)}
    after = {status.upper(): sides.new.resolve(node) for status, node in _responses(new)}
    for status, cursor in before.items():
        inner = scope.leading(status=status)
        if status in after:
            _compare(inner, cursor, after[status])
        else:
            rule = "response-removed" if _succeeds(status) else "failure-removed"
            inner.emit(rule, cursor, None, before=status)
    for status, cursor in after.items():
        if status not in before:
            rule = "response-added" if _succeeds(status) else "failure-added"
            scope.leading(status=status).emit(rule, None, cursor, after=status)


def _responses(operation: Cursor) -> list[tuple[str, Cursor]]:
    found = operation.get("responses")
    if found is None:
        return []
    return [(status, node) for status, node in found.items() if not status.startswith("x-")]


def _succeeds(status: str) -> bool:
    return status.startswith("2")


def _compare(scope: Scope, old: Cursor, new: Cursor) -> None:
    unit, fresh = scope.comparison.share(scope, old, new)
    if not fresh:
        return
    inner = Scope(scope.comparison, unit, scope.mode)
    compare_description(inner, old, new)
    _headers(inner, old, new)
    compare_contents(inner, old, new)
    _links(inner, old, new)


def _headers(scope: Scope, old: Cursor, new: Cursor) -> None:
    before, after = old.get("headers"), new.get("headers")
    sides = scope.comparison
    known = (
        {}
        if before is None
        else {name.lower(): sides.old.resolve(node) for name, node in before.items()}
    )
    wanted = (
        {}
        if after is None
        else {name.lower(): sides.new.resolve(node) for name, node in after.items()}
    )
    for name, cursor in known.items():
        if name in wanted:
            _header(scope, cursor, wanted[name])
        else:
            required = cursor.flag("required")
            rule = "required-header-removed" if required else "header-removed"
            scope.emit(rule, cursor, None, before=name)
    for name, cursor in wanted.items():
        if name not in known:
            rule = "required-header-added" if cursor.flag("required") else "header-added"
            scope.emit(rule, None, cursor, after=name)


def _header(scope: Scope, old: Cursor, new: Cursor) -> None:
    unit, fresh = scope.comparison.share(scope, old, new)
    if not fresh:
        return
    inner = Scope(scope.comparison, unit, scope.mode)
    if old.flag("required") != new.flag("required"):
        rule = "header-became-required" if new.flag("required") else "header-became-optional"
        inner.emit(rule, old, new)
    compare_serialization(inner, old, new)
    compare_description(inner, old, new)
    compare_marks(inner, Marks.at_node(old), Marks.at_node(new))
    compare_value(inner, old, new)


def _links(scope: Scope, old: Cursor, new: Cursor) -> None:
    before, after = old.get("links"), new.get("links")
    known = {} if before is None else dict(before.items())
    wanted = {} if after is None else dict(after.items())
    for name in sorted(known.keys() | wanted.keys()):
        was, now = known.get(name), wanted.get(name)
        if was is None or now is None:
            rule = "link-added" if was is None else "link-removed"
            scope.emit(rule, was, now, name=name)
        elif scope.comparison.old.resolve(was).value != scope.comparison.new.resolve(now).value:
            scope.emit("link-changed", was, now, name=name)
