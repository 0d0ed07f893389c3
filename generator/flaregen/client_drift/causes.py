"""Which change of the contract brought about a difference of two clients.

A difference has one cause. Either a change of the contract tells of it already, or it
follows from a mere name (a title, a component, a tag), of which the contract says
little and the client much, or nothing in the contract accounts for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from flaregen.client_drift.places import Places
from flaregen.client_drift.surface_changes import SurfaceChange
from flaregen.drift.change import Change
from flaregen.drift.rules import RULES
from flaregen.drift.rules.rule import Owner
from flaregen.pointer import Pointer

Pair: TypeAlias = tuple[Pointer | None, Pointer | None]
Sides: TypeAlias = tuple[tuple[Pointer, ...], tuple[Pointer, ...]]
"""Places in the old document and in the new one."""

_DEPTHS: dict[Owner, int] = {"path": 2, "operation": 3}
"""How deep the nodes are that bear a name, where that is not the depth of the change."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change of the contract tells of the difference."""

    change: Change


@dataclass(frozen=True, slots=True)
class Named:
    """The difference follows from a name, and means more to callers than that change says."""

    change: Change


Cause: TypeAlias = Told | Named | None


@dataclass(frozen=True, slots=True)
class Causes:
    """The changes of the contract as causes of what differs between two clients."""

    changes: tuple[Change, ...]
    old: Places
    new: Places

    def of(self, difference: SurfaceChange) -> Cause:
        """The cause of a difference; None where the contract does not account for it."""
        replaced = self.replaced(difference)
        if replaced is not None:
            return Told(replaced)
        rule = RULES[difference.rule]
        if rule.owner != "field":
            name = self._name(difference)
            if name is not None:
                return Named(name)
        own = not (self.old.accompanies(difference) or self.new.accompanies(difference))
        if own and (rule.renames or rule.owner in ("method", "model")):
            return None
        return self._inside(self.sides(difference))

    def _name(self, difference: SurfaceChange) -> Change | None:
        """The name that a difference follows from: its own one, or else that of its task."""
        for places in (self.sides(difference), self._around(difference)):
            for change in self.changes:
                if any(_covers(pair, places) for pair in owners(change)):
                    return change
        return None

    def replaced(self, difference: SurfaceChange) -> Change | None:
        """The change after which nothing is left of what a name stood for, or all of it is new."""
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
        """The places of a name, of the new name in the new client."""
        return self.old.of(difference), self.new.of(_as_new(difference))

    def _around(self, difference: SurfaceChange) -> Sides:
        new = _as_new(difference)
        tasks = self.old.task(difference), self.new.task(new)
        switches = self.old.switches(difference), self.new.switches(new)
        return _joined(_joined(self.sides(difference), tasks), switches)

    def _facts(self) -> Iterator[Change]:
        for change in self.changes:
            rule = RULES[change.id]
            if rule.owner is None and not rule.wording:
                yield change

    def _inside(self, sides: Sides) -> Cause:
        """A change in what a name stands for, here or where the same name stands too."""
        related = _joined(sides, (self.old.twins(sides[1]), self.new.twins(sides[0])))
        for change in self._facts():
            if any(_touches(pair, related) for pair in change.pairs):
                return Told(change)
        return None

    def moved(self, pointer: Pointer) -> Pointer:
        """An old place in the new document, where a schema of another name stands elsewhere."""
        for change in self.changes:
            for old, new in owners(change):
                if old is not None and new is not None and pointer.starts_with(old):
                    return new.child(*pointer.tokens[len(old.tokens) :])
        return pointer


def _as_new(difference: SurfaceChange) -> SurfaceChange:
    renames = RULES[difference.rule].renames
    return replace(difference, symbol=difference.new) if renames else difference


def owners(change: Change) -> tuple[Pair, ...]:
    """The nodes whose name a change is about; none where it is about something else."""
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
    """Whether everything at any of the places went, came, or is something else now."""
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
    """Whether a change is at a place or inside of it, or beside it in a list of names."""
    return any(
        at is not None and any(_is_at(at, place) for place in there)
        for at, there in zip(pair, places, strict=True)
    )


def _is_at(at: Pointer, place: Pointer) -> bool:
    listed = at.tokens[-1:] == ("required",) and place.starts_with(at.parent)
    return listed or at.starts_with(place)
