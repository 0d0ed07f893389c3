"""Which change of the contract explains a difference of two clients.

A difference has one cause. A change of the contract covers it already, or it follows from a
name (a title, a component, a tag) that means little to the contract and much to the client,
or nothing in the contract explains it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from flaregen.client_drift.differences import Difference
from flaregen.drift.change import Change
from flaregen.drift.rules import RULES
from flaregen.drift.rules.rule import Owner
from flaregen.names.surface import Surface
from flaregen.pointer import Pointer

Pair: TypeAlias = tuple[Pointer | None, Pointer | None]
Sides: TypeAlias = tuple[tuple[Pointer, ...], tuple[Pointer, ...]]
"""Places in the old document and in the new one."""

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

    def of(self, difference: Difference) -> Cause:
        """The cause of a difference; None where nothing in the contract explains it."""
        replaced = self.replaced(difference)
        if replaced is not None:
            return ExplainedBy(replaced)
        rule = RULES[difference.rule]
        name = None if rule.owner == "field" else self._name(difference)
        if name is not None:
            return RenamedBy(name)
        if rule.renames or difference.symbol.kind in ("method", "model"):
            return None
        return self._inside(difference.sides)

    def _name(self, difference: Difference) -> Change | None:
        """The change of a name that a difference follows from: its own or its task's."""
        for places in (difference.sides, _around(difference)):
            for change in self.changes:
                if any(_covers(pair, places) for pair in owners(change)):
                    return change
        return None

    def replaced(self, difference: Difference) -> Change | None:
        """The change that removed, added or replaced everything a symbol was made from."""
        around = _around(difference)
        return next(
            (
                change
                for change in self._facts()
                if any(_replaces(change, pair, around) for pair in change.pairs)
            ),
            None,
        )

    def _facts(self) -> Iterator[Change]:
        for change in self.changes:
            rule = RULES[change.id]
            if rule.owner is None and not rule.wording:
                yield change

    def _inside(self, sides: Sides) -> Cause:
        """A change at or inside a place of the symbol, in either document."""
        found = (c for c in self._facts() if any(_touches(pair, sides) for pair in c.pairs))
        return next(map(ExplainedBy, found), None)

    def heirs(self, old: Surface, new: Surface) -> dict[str, str]:
        """Classes that are gone, with the new ones at their places.

        Their fields may differ, too; the contract covers that. Where it says that the schema
        itself was added or removed, it has no heir.
        """
        come = {
            place: cls
            for name, cls in new.of("class").items()
            if name not in old.symbols
            and self.replaced(Difference("client-class-added", None, cls)) is None
            for place in cls.pointers
        }
        found: dict[str, str] = {}
        for name, cls in old.of("class").items() if come else ():
            removed = Difference("client-class-removed", cls, None)
            if name in new.symbols or self.replaced(removed) is not None:
                continue
            at_place = (come.get(self.moved(place)) for place in cls.pointers)
            heir = next((other for other in at_place if other and other.role == cls.role), None)
            if heir is not None and heir.name not in found.values():
                found[name] = heir.name
        return found

    def moved(self, pointer: Pointer) -> Pointer:
        """An old place in the new document, after the renames that lead there."""
        for change in self.changes:
            for old, new in owners(change):
                if old is not None and new is not None and pointer.starts_with(old):
                    return new.child(*pointer.tokens[len(old.tokens) :])
        return pointer


def _around(difference: Difference) -> Sides:
    sides, context = difference.sides, difference.context
    return (*sides[0], *context[0]), (*sides[1], *context[1])


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
