"""Which change of the contract explains a difference of two clients.

A difference has one cause. A change of the contract covers it already, or it follows from a
name (a title, a component, a tag) that means little to the contract and much to the client,
or nothing in the contract explains it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from flaregen.client_drift.name_origins import NameOrigins
from flaregen.client_drift.surface_changes import SurfaceChange
from flaregen.drift.change import Change
from flaregen.drift.rules import RULES
from flaregen.drift.rules.rule import Owner
from flaregen.pointer import Pointer

Pair: TypeAlias = tuple[Pointer | None, Pointer | None]
Sides: TypeAlias = tuple[tuple[Pointer, ...], tuple[Pointer, ...]]
"""NameOrigins in the old document and in the new one."""

_DEPTHS: dict[Owner, int] = {"path": 2, "operation": 3}
"""The depth of the node that has the name, where it is not that of the change."""


@dataclass(frozen=True, slots=True)
class ExplainedBy:
    """A change of the contract covers the difference."""

    change: Change


@dataclass(frozen=True, slots=True)
class RenamedBy:
    """The difference follows from a name that changed, and means more to callers."""

    change: Change


Cause: TypeAlias = ExplainedBy | RenamedBy | None


@dataclass(frozen=True, slots=True)
class Causes:
    """The changes of the contract as causes of what differs between two clients."""

    changes: tuple[Change, ...]
    old: NameOrigins
    new: NameOrigins

    def of(self, difference: SurfaceChange) -> Cause:
        """The cause of a difference; None where nothing in the contract explains it."""
        replaced = self.replaced(difference)
        if replaced is not None:
            return ExplainedBy(replaced)
        rule = RULES[difference.rule]
        if rule.owner != "field":
            name = self._name(difference)
            if name is not None:
                return RenamedBy(name)
        own = not (self.old.is_derived_method(difference) or self.new.is_derived_method(difference))
        if own and (rule.renames or rule.owner in ("method", "model")):
            return None
        return self._inside(self.sides(difference))

    def _name(self, difference: SurfaceChange) -> Change | None:
        """The change of a name that a difference follows from: its own or its task's."""
        for places in (self.sides(difference), self._around(difference)):
            for change in self.changes:
                if any(_covers(pair, places) for pair in owners(change)):
                    return change
        return None

    def replaced(self, difference: SurfaceChange) -> Change | None:
        """The change that removed, added or replaced everything a symbol was made from."""
        around = self._around(difference)
        return next(
            (
                change
                for change in self._facts()
                if any(_replaces(change, pair, around) for pair in change.pairs)
            ),
            None,
        )

    def sides(self, difference: SurfaceChange) -> Sides:
        """The places of a symbol in both documents."""
        return self.old.of(difference), self.new.of(_as_new(difference))

    def _around(self, difference: SurfaceChange) -> Sides:
        new = _as_new(difference)
        tasks = self.old.task(difference), self.new.task(new)
        stream_flags = self.old.stream_flags(difference), self.new.stream_flags(new)
        return _joined(_joined(self.sides(difference), tasks), stream_flags)

    def _facts(self) -> Iterator[Change]:
        for change in self.changes:
            rule = RULES[change.id]
            if rule.owner is None and not rule.wording:
                yield change

    def _inside(self, sides: Sides) -> Cause:
        """A change at or inside a place of the symbol, in either document."""
        related = _joined(sides, (self.old.other_places(sides[1]), self.new.other_places(sides[0])))
        for change in self._facts():
            if any(_touches(pair, related) for pair in change.pairs):
                return ExplainedBy(change)
        return None

    def moved(self, pointer: Pointer) -> Pointer:
        """An old place in the new document, after the renames that lead there."""
        for change in self.changes:
            for old, new in owners(change):
                if old is not None and new is not None and pointer.starts_with(old):
                    return new.child(*pointer.tokens[len(old.tokens) :])
        return pointer


def _as_new(difference: SurfaceChange) -> SurfaceChange:
    renames = RULES[difference.rule].renames
    return replace(difference, symbol=difference.new) if renames else difference


def owners(change: Change) -> tuple[Pair, ...]:
    """The nodes whose name a change is about; empty where it is not about a name."""
    owner = RULES[change.id].owner
    if owner is None:
        return ()
    old_depth = new_depth = _DEPTHS.get(owner)
    if owner == "title":
        old_depth = None if change.old is None else -1
        new_depth = None if change.new is None else -1
    return tuple((_cut(old, old_depth), _cut(new, new_depth)) for old, new in change.pairs)


def _cut(pointer: Pointer | None, depth: int | None) -> Pointer | None:
    return None if pointer is None else Pointer(pointer.tokens[:depth])


def _joined(sides: Sides, others: Sides) -> Sides:
    return (*sides[0], *others[0]), (*sides[1], *others[1])


def _replaces(change: Change, pair: Pair, places: Sides) -> bool:
    """Whether a change removed, added or replaced everything at any of the places."""
    old, new = pair
    if RULES[change.id].replaces:
        whole = (_schema(old), _schema(new))
        return _covers(whole, places)
    if old is not None and (new is None or len(old.tokens) > len(new.tokens)):
        return _covers((old, None), places)
    if new is not None and (old is None or len(new.tokens) > len(old.tokens)):
        return _covers((None, new), places)
    return False


def _schema(pointer: Pointer | None) -> Pointer | None:
    """The schema that has the keyword that a change points at."""
    if pointer is not None and pointer.tokens[-1:] in (("type",), ("oneOf",), ("anyOf",)):
        return pointer.parent
    return pointer


def _covers(pair: Pair, places: Sides) -> bool:
    return any(
        around is not None and any(place.starts_with(around) for place in there)
        for around, there in zip(pair, places, strict=True)
    )


def _touches(pair: Pair, places: Sides) -> bool:
    """Whether a change is at a place, inside it, or in the list that requires it."""
    return any(
        at is not None and any(_is_at(at, place) for place in there)
        for at, there in zip(pair, places, strict=True)
    )


def _is_at(at: Pointer, place: Pointer) -> bool:
    listed = at.tokens[-1:] == ("required",) and place.starts_with(at.parent)
    return listed or at.starts_with(place)
