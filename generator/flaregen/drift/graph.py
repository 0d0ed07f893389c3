"""What was found where, and which operations lead there.

Pairs of nodes form a graph: an operation leads to its responses, these to their media
types, these to component schemas. What a change reaches is found by walking the graph
backwards from where the change is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from flaregen.document import JSON
from flaregen.drift.change import LEVELS, Level, Reach
from flaregen.drift.context import Context
from flaregen.openapi.cursor import Cursor
from flaregen.pointer import Pointer

Site: TypeAlias = tuple[Cursor, Cursor]
"""A node of the old document, and the one of the new document that takes its place."""


@dataclass(frozen=True, slots=True)
class RawChange:
    """A change at one place, in one context, before its reach is known.

    ``before`` and ``after`` are the values that the report shows. ``details`` fill the message.
    ``site`` is the nearest pair of nodes around that are at one place, and differ.
    """

    rule: str
    level: Level
    context: Context
    old: Cursor | None
    new: Cursor | None
    before: JSON
    after: JSON
    details: tuple[tuple[str, str], ...]
    site: Site | None = None


@dataclass(eq=False, slots=True)
class ComparedPair:
    """A pair of nodes that is compared once, and the pairs that lead to it.

    ``entry`` is the operation that begins here. ``places`` are the places where an equal pair was
    found, its own first. ``uses`` are the nodes that referred to one schema and refer to another
    now, each with the pair that it was met in; None where these nodes are not at one place either.
    """

    entry: Reach | None = None
    status: str | None = None
    media_type: str | None = None
    callers: dict[ComparedPair, None] = field(default_factory=dict)
    changes: list[RawChange] = field(default_factory=list)
    places: list[Site] = field(default_factory=list)
    uses: list[tuple[ComparedPair, Site | None]] = field(default_factory=list)


def reach(met: Iterable[tuple[RawChange, ComparedPair]]) -> tuple[Reach, ...]:
    """The operations that lead to changes, by path and method, the milder ones last.

    Each is there once, with the places where it meets the gravest of the levels.
    """
    pairs: dict[Level, list[ComparedPair]] = {}
    for raw, pair in met:
        pairs.setdefault(raw.level, []).append(pair)
    known: dict[Pointer, Reach] = {}
    for level in sorted(pairs, key=LEVELS.index):
        is_milder = bool(known)
        for one in _leading_to(pairs[level]):
            known.setdefault(one.pointer, replace(one, milder=is_milder))
    return tuple(known.values())


def _leading_to(pairs: Iterable[ComparedPair]) -> tuple[Reach, ...]:
    found: dict[Reach, tuple[set[str], set[str]]] = {}
    stack: list[tuple[ComparedPair, str, str]] = [(pair, "", "") for pair in pairs]
    seen = set(stack)
    while stack:
        node, status, media_type = stack.pop()
        status, media_type = status or node.status or "", media_type or node.media_type or ""
        if node.entry is not None:
            statuses, media_types = found.setdefault(node.entry, (set(), set()))
            statuses.add(status)
            media_types.add(media_type)
        ways = {(caller, status, media_type) for caller in node.callers}
        stack.extend(ways - seen)
        seen |= ways
    return tuple(
        replace(
            entry,
            media_types=tuple(sorted(filter(None, media_types))),
            statuses=tuple(sorted(filter(None, statuses))),
        )
        for entry, (statuses, media_types) in sorted(found.items(), key=lambda item: item[0].place)
    )
