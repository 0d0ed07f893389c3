"""The state of one comparison: both sides, what is still to be compared, what was found."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeAlias

from flaregen.document import JSON, Document
from flaregen.drift.graph import Finding, Unit
from flaregen.drift.mode import Mode
from flaregen.drift.nodes import canonical, value
from flaregen.drift.unrest import Unrest
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References as Side

Cursors: TypeAlias = tuple[Cursor, ...]
"""One node, or several that hold at once (the members of an ``allOf``)."""


_Nodes: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a pair is compared: findings go to its unit."""

    comparison: Comparison
    unit: Unit
    mode: Mode

    def with_mode(self, mode: Mode) -> Scope:
        return self if mode is self.mode else Scope(self.comparison, self.unit, mode)

    def emit(
        self,
        rule: str,
        old: Cursor | None,
        new: Cursor | None,
        *,
        before: JSON = None,
        after: JSON = None,
        excused: bool = False,
        **details: str,
    ) -> None:
        """Report a change. ``excused`` makes it information whatever the rule says."""
        mode = self.mode.excuse() if excused else self.mode
        self.unit.findings.append(
            Finding(rule, mode.level(rule), mode, old, new, before, after, tuple(details.items()))
        )

    def emit_key(
        self, rule: str, old: Cursor, new: Cursor, key: str, *, name: str = "", detail: str = ""
    ) -> None:
        """Report a key whose values differ, at the key or at the node that does not have it."""
        before, after = value(old, key), value(new, key)
        if before != after:
            here, there = old.get(key) or old, new.get(key) or new
            self.emit(rule, here, there, before=before, after=after, name=name, detail=detail)

    def shared(self, old: Cursor, new: Cursor, mode: Mode | None = None) -> Scope | None:
        """A unit of its own for a pair that several places may lead to.

        None where that has been compared in this mode.
        """
        unit, fresh = self.comparison.share(self, old, new)
        return Scope(self.comparison, unit, mode or self.mode) if fresh else None

    def leading(self, status: str | None = None, media_type: str | None = None) -> Scope:
        """A unit of its own below this one, which knows its status or media type."""
        unit = Unit(status=status, media_type=media_type, callers={self.unit: None})
        self.comparison.units.append(unit)
        return Scope(self.comparison, unit, self.mode)

    def visit(self, old: Cursors, new: Cursors) -> None:
        """Have two schemas compared, later."""
        self.comparison.visit(self, old, new)


Visitor: TypeAlias = Callable[[Scope, Cursors, Cursors], None]


class Comparison:
    """Work that is queued rather than recursed into, so that depth does not matter.

    ``visitor`` compares one pair of schemas. A pair that is reached through a
    reference is a unit of its own and compared once for each mode, however many
    places lead to it; a pair that is equal, and refers to nothing that changed,
    is not looked into at all.
    """

    def __init__(self, old: Document, new: Document, visitor: Visitor) -> None:
        self.old = Side(old)
        self.new = Side(new)
        self.unrest = Unrest(self.old, self.new)
        self.units: list[Unit] = []
        self._visitor = visitor
        self._shared: dict[tuple[int | str, int | str, Mode], Unit] = {}
        self._queue: deque[tuple[Scope, Cursors, Cursors]] = deque()
        self._seen: set[tuple[_Nodes, _Nodes, Unit, Mode]] = set()
        self.met: dict[int, set[int]] = {}
        """Which new nodes an old one was compared with by way of references, by identity."""

    def visit(self, scope: Scope, old: Cursors, new: Cursors) -> None:
        if len(old) == 1 and len(new) == 1:
            self._visit_one(scope, old[0], new[0])
        else:
            self._enqueue(scope, old, new)

    def _enqueue(self, scope: Scope, old: Cursors, new: Cursors) -> None:
        """Once for each unit: a recursive schema that is read through comes by again and again."""
        pair = (_nodes(old), _nodes(new), scope.unit, scope.mode)
        if pair not in self._seen:
            self._seen.add(pair)
            self._queue.append((scope, old, new))

    def _visit_one(self, scope: Scope, old: Cursor, new: Cursor) -> None:
        if self._annotated(old, self.old) or self._annotated(new, self.new):
            if old.value != new.value or self.unrest.touches(old.value):
                self._enqueue(scope, (old,), (new,))
            return
        old_target, new_target = self.old.resolve(old), self.new.resolve(new)
        if old_target is not old or new_target is not new:
            self.link(scope, old_target, new_target)
        elif old.value != new.value:
            self._enqueue(scope, (old,), (new,))
        else:
            self._pass_over(scope, old.value)

    def _annotated(self, cursor: Cursor, side: Side) -> bool:
        """A reference with something beside it that counts (from 3.1 on)."""
        value = cursor.value
        return (
            side.siblings_count and isinstance(value, dict) and "$ref" in value and len(value) > 1
        )

    def link(self, scope: Scope, old: Cursor, new: Cursor) -> None:
        """Have a shared pair compared, once, and note who leads to it."""
        inner = scope.shared(old, new)
        if inner is None:
            return
        if old.value != new.value:
            self._enqueue(inner, (old,), (new,))
        else:
            self._pass_over(inner, old.value)

    def share(self, scope: Scope, old: Cursor, new: Cursor) -> tuple[Unit, bool]:
        """The unit of a pair, and whether it is new."""
        self.met.setdefault(id(old.value), set()).add(id(new.value))
        key = (*_identity(old, new), scope.mode)
        unit = self._shared.get(key)
        fresh = unit is None
        if unit is None:
            unit = self._shared[key] = Unit(places=[(old, new)])
            self.units.append(unit)
        elif _is_elsewhere(old, unit.places[0][0]):
            unit.places.append((old, new))
        unit.callers[scope.unit] = None
        return unit, fresh

    def visit_alike(self, scope: Scope, old: Cursor, new: Cursor) -> None:
        """Have two schemas compared that may well be written out in other places too."""
        if "$ref" in (*_keys(old), *_keys(new)) or old.value == new.value:
            self.visit(scope, (old,), (new,))
        else:
            self.link(scope, old, new)

    def _pass_over(self, scope: Scope, value: JSON) -> None:
        """Two equal subtrees: only what they refer to can differ."""
        if not self.unrest.touches(value):
            return
        for reference, mode in self.unrest.restless(value, scope.mode):
            old, new = self.old.target(reference), self.new.target(reference)
            if old is not None and new is not None:
                self.link(scope.with_mode(mode), self.old.resolve(old), self.new.resolve(new))

    def run(self) -> None:
        """Compare until nothing is left."""
        while self._queue:
            scope, old, new = self._queue.popleft()
            self._visitor(scope, old, new)


def _is_elsewhere(cursor: Cursor, other: Cursor) -> bool:
    """Whether two cursors stand at different places; pointers are compared where need be."""
    if cursor is other:
        return False
    return cursor.value is not other.value or cursor.pointer != other.pointer


def _nodes(cursors: Cursors) -> _Nodes:
    """Which nodes these are, by their place: a YAML alias is one value at several."""
    return tuple(cursor.pointer.tokens for cursor in cursors)


def _identity(old: Cursor, new: Cursor) -> tuple[int | str, int | str]:
    """What makes two pairs the same one.

    A component is itself. What is written out below an operation is the same as
    an equal text below another one: a change made to both alike is one cause.
    """
    if old.value == new.value or not (_below_paths(old) and _below_paths(new)):
        return id(old.value), id(new.value)
    return canonical(old.value), canonical(new.value)


def _below_paths(cursor: Cursor) -> bool:
    node = cursor
    while node.parent is not None and node.parent.parent is not None:
        node = node.parent
    return node.token == "paths"  # noqa: S105  a token of a pointer


def _keys(cursor: Cursor) -> Collection[str]:
    return cursor.value.keys() if isinstance(cursor.value, dict) else ()
