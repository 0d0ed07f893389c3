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
            inner.emit(f"{_kind(status)}-removed", cursor, None, before=status)
    for status, cursor in after.items():
        if status not in before:
            scope.leading(status=status).emit(f"{_kind(status)}-added", None, cursor, after=status)


def _responses(operation: Cursor) -> list[tuple[str, Cursor]]:
    found = operation.get("responses")
    if found is None:
        return []
    return [(status, node) for status, node in found.items() if not status.startswith("x-")]


def _kind(status: str) -> str:
    return "response" if status.startswith("2") else "failure"


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
            prefix = "required-" if cursor.flag("required") else ""
            scope.emit(f"{prefix}header-removed", cursor, None, before=name)
    for name, cursor in wanted.items():
        if name not in known:
            prefix = "required-" if cursor.flag("required") else ""
            scope.emit(f"{prefix}header-added", None, cursor, after=name)


def _header(scope: Scope, old: Cursor, new: Cursor) -> None:
    unit, fresh = scope.comparison.share(scope, old, new)
    if not fresh:
        return
    inner = Scope(scope.comparison, unit, scope.mode)
    if old.flag("required") != new.flag("required"):
        end = "required" if new.flag("required") else "optional"
        inner.emit(f"header-became-{end}", old, new)
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
            scope.emit(f"link-{'added' if was is None else 'removed'}", was, now, name=name)
        elif scope.comparison.old.resolve(was).value != scope.comparison.new.resolve(now).value:
            scope.emit("link-changed", was, now, name=name)
