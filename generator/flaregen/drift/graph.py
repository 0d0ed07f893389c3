"""What was found where, and which operations lead there.

A unit is a pair of nodes that several places may refer to, compared once. The
units form a graph: an operation leads to its responses, these to their media
types, these to component schemas. What a change reaches is found by walking
the graph backwards from where the change is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from flaregen.document import JSON
from flaregen.drift.change import Level, Reach
from flaregen.drift.mode import Mode
from flaregen.openapi.cursor import Cursor


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation as the root of what it leads to."""

    method: str
    path: str
    operation_id: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A change at one place, in one mode, before its reach is known.

    ``before`` and ``after`` are values to show. ``details`` fill the message.
    """

    rule: str
    level: Level
    mode: Mode
    old: Cursor | None
    new: Cursor | None
    before: JSON
    after: JSON
    details: tuple[tuple[str, str], ...]


@dataclass(eq=False, slots=True)
class Unit:
    """A pair of nodes that is compared once, and who leads to it.

    ``places`` are the pairs that were found equal to it, itself first.
    """

    entry: Entry | None = None
    status: str | None = None
    media_type: str | None = None
    callers: dict[Unit, None] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    places: list[tuple[Cursor, Cursor]] = field(default_factory=list)


def reach(unit: Unit) -> tuple[Reach, ...]:
    """The operations that lead to a unit, in the order of method and path."""
    found: dict[Entry, tuple[set[str], set[str]]] = {}
    start: tuple[Unit, str | None, str | None] = (unit, None, None)
    seen = {start}
    stack = [start]
    while stack:
        node, status, media_type = stack.pop()
        status, media_type = status or node.status, media_type or node.media_type
        if node.entry is not None:
            statuses, media_types = found.setdefault(node.entry, (set(), set()))
            statuses.update([status] if status else [])
            media_types.update([media_type] if media_type else [])
        for caller in node.callers:
            state = (caller, status, media_type)
            if state not in seen:
                seen.add(state)
                stack.append(state)
    return tuple(
        Reach(
            entry.method,
            entry.path,
            entry.operation_id,
            tuple(sorted(media_types)),
            tuple(sorted(statuses)),
        )
        for entry, (statuses, media_types) in sorted(
            found.items(), key=lambda item: (item[0].path, item[0].method)
        )
    )
