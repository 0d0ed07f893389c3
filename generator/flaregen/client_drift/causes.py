"""Which change of the contract explains a difference of two clients.

A difference has one cause. A change of the contract covers it already, or it follows from a
name (a title, a component, a tag) that means little to the contract and much to the client,
or nothing in the contract explains it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import TypeAlias

from flaregen.client_drift.difference import Difference, Sides
from flaregen.client_drift.spelled_out import decided_by, referred_to, spelled_out
from flaregen.drift.change import Change
from flaregen.drift.rules import RULES
from flaregen.drift.rules.rule import Owner
from flaregen.names.symbol import Surface
from flaregen.openapi.references import References
from flaregen.openapi.unions import members_of
from flaregen.pointer import Pointer

Pair: TypeAlias = tuple[Pointer | None, Pointer | None]
Index: TypeAlias = tuple[dict[Pointer, int], dict[Pointer, int]]
"""Numbers of changes by a place in the old document, and by one in the new."""

_UNIONS = frozenset({"anyOf", "oneOf"})
_DEPTHS: dict[Owner, int] = {"path": 2, "operation": 3}
"""The depth of the node that has the name, where it is not that of the change."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A change of the contract; where it is ``of_a_name``, the difference means more to callers."""

    change: Change
    of_a_name: bool = False


@dataclass(frozen=True)
class Causes:
    """The changes of the contract as causes of what differs between two clients."""

    changes: tuple[Change, ...]
    documents: tuple[References, References]
    """The old one and the new one: a type may spell out what is elsewhere."""

    def of(self, difference: Difference) -> Cause | None:
        """The cause of a difference; None where nothing in the contract explains it."""
        replaced = self._replaced(difference)
        if replaced is not None:
            return Cause(self.changes[replaced])
        rule = RULES[difference.rule]
        name = None if rule.owner == "field" else self._name(difference)
        if name is not None:
            change = self.changes[name]
            return Cause(change, of_a_name=RULES[change.id].level("none") != "breaking")
        found = None
        is_whole = difference.symbol.kind in ("method", "model")
        if difference.rule == "client-argument-changed" or not (rule.renames or is_whole):
            found = self._inside(difference.sides)
            if found is None:
                found = self._inside(self._spelled_out(difference.sides))
            if found is None:
                found = _first(self._decided, difference.sides)
        if found is None and difference.symbol.kind in ("class", "alias"):
            found = _first((self._used, self._used), difference.sides)
        return None if found is None else Cause(self.changes[found])

    def _name(self, difference: Difference) -> int | None:
        """The change of a name that a difference follows from: its own or its task's."""
        index = self._named[difference.rule == "client-argument-changed"]
        places = (difference.sides, difference.around, difference.operations)
        found = (_first(index, place) for place in places)
        return next((number for number in found if number is not None), None)

    def _replaced(self, difference: Difference) -> int | None:
        """The change that removed, added or replaced everything a symbol was made from.

        What components have comes and goes with all operations that refer to them.
        """
        found = _first(self._whole, difference.around)
        if found is not None or difference.symbol.kind == "field":
            return found
        old, new = difference.operations
        each = [
            *(_first(self._whole, ((pointer,), ())) for pointer in old),
            *(_first(self._whole, ((), (pointer,))) for pointer in new),
        ]
        known = [number for number in each if number is not None]
        return min(known) if known and len(known) == len(each) else None

    def _inside(self, sides: Sides) -> int | None:
        """A change at or inside a place, or of the list that requires it."""
        at_or_inside = (
            found[place]
            for found, places in zip(self._within, sides, strict=True)
            for place in places
            if place in found
        )
        required = _first(self._required, sides)
        return min((*at_or_inside, *(() if required is None else (required,))), default=None)

    def _spelled_out(self, sides: Sides) -> Sides:
        old, new = (
            tuple(spelled_out(document, places))
            for document, places in zip(self.documents, sides, strict=True)
        )
        return old, new

    def _facts(self) -> Iterator[tuple[int, Change, Pair]]:
        for number, change in enumerate(self.changes):
            for one in change.all:
                rule = RULES[one.id]
                if one is not change or (rule.owner is None and not rule.wording):
                    for pair in one.pairs:
                        yield number, one, pair

    @cached_property
    def _named(self) -> Mapping[bool, Index]:
        """The nodes whose names changed: whether they are paths, which arguments are called after.

        Classes and methods are called after the others.
        """
        return {
            are_paths: _index(
                (number, pair)
                for number, change in enumerate(self.changes)
                if (RULES[change.id].owner == "path") is are_paths
                for pair in owners(change)
            )
            for are_paths in (False, True)
        }

    @cached_property
    def _whole(self) -> Index:
        """The nodes that were removed, added or replaced."""
        return _index((n, _whole(change, pair)) for n, change, pair in self._facts())

    @cached_property
    def _used(self) -> dict[Pointer, int]:
        """What is referred to by nodes that came, went, or refer to something else now.

        The name of a class depends on who uses it.
        """
        index: dict[Pointer, int] = {}
        for number, change, pair in self._facts():
            is_of_one = any(map(_has_one_member, self.documents, pair)) or _is_wrapped(pair)
            users = pair if change.consequences or is_of_one else _whole(change, pair)
            for old, new in self._leading_from(users, referred_to):
                for used in filter(None, (old, new)):
                    index.setdefault(used, number)
        return index

    @cached_property
    def _decided(self) -> Index:
        """The properties whose values follow from a discriminator that changed."""
        return _index(
            (number, decided)
            for number, change, pair in self._facts()
            if change.id.startswith("discriminator-")
            for decided in self._leading_from(pair, decided_by)
        )

    def _leading_from(
        self, pair: Pair, to: Callable[[References, Pointer], Iterator[Pointer]]
    ) -> Iterator[Pair]:
        """What the places of a pair lead to, each in its document."""
        sides = zip(self.documents, pair, strict=True)
        yield from zip_longest(*(() if at is None else to(side, at) for side, at in sides))

    @cached_property
    def _within(self) -> Index:
        """The nodes that a change is inside of."""
        return _index(
            (number, around)
            for number, _, pair in self._facts()
            for around in self._leading_from(pair, lambda _, at: at.upwards())
        )

    @cached_property
    def _required(self) -> Index:
        """The objects whose list of what is required changed."""
        return _index((n, (_listed(old), _listed(new))) for n, _, (old, new) in self._facts())

    def heirs(self, old: Surface, new: Surface) -> dict[str, str]:
        """Classes that are gone, with the new ones at their places.

        Their fields may differ, too; the contract covers that. Where it says that the schema
        itself was added or removed, it has no heir.
        """
        come = {
            place: cls
            for name, cls in new.classes.items()
            if name not in old.symbols
            and self._replaced(Difference("client-class-added", None, cls)) is None
            for place in cls.pointers
        }
        found: dict[str, str] = {}
        for name, cls in old.classes.items() if come else ():
            removed = Difference("client-class-removed", cls, None)
            if name in new.symbols or self._replaced(removed) is not None:
                continue
            at_place = (come.get(self._moved(place)) for place in cls.pointers)
            heir = next((other for other in at_place if other and other.role == cls.role), None)
            if heir is not None and heir.name not in found.values():
                found[name] = heir.name
        return found

    def _moved(self, pointer: Pointer) -> Pointer:
        """An old place in the new document, after the renames that lead there."""
        for old in pointer.upwards():
            new = self._moves.get(old)
            if new is not None:
                return new.child(*pointer.tokens[len(old.tokens) :])
        return pointer

    @cached_property
    def _moves(self) -> Mapping[Pointer, Pointer]:
        pairs = (pair for change in self.changes for pair in owners(change))
        return {old: new for old, new in pairs if old is not None and new is not None}


def _index(found: Iterable[tuple[int, Pair]]) -> Index:
    """The first change at each place of the old document and of the new one."""
    index: Index = {}, {}
    for number, pair in found:
        for side, pointer in zip(index, pair, strict=True):
            if pointer is not None:
                side.setdefault(pointer, number)
    return index


def _first(index: Index, sides: Sides) -> int | None:
    """The first change at a place or around one."""
    found = (
        numbers[around]
        for numbers, places in zip(index, sides, strict=True)
        for place in places
        for around in place.upwards()
        if around in numbers
    )
    return min(found, default=None)


def _listed(pointer: Pointer | None) -> Pointer | None:
    """The object that a list of what is required belongs to."""
    found = pointer is not None and pointer.tokens[-1:] == ("required",)
    return pointer.parent if pointer is not None and found else None


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


def _whole(change: Change, pair: Pair) -> Pair:
    """The node of which a change leaves nothing, in either document; None where it does."""
    old, new = pair
    if RULES[change.id].replaces:
        return _schema(old), _schema(new)
    if old is not None and (new is None or len(old.tokens) > len(new.tokens)):
        return old, None
    if new is not None and (old is None or len(new.tokens) > len(old.tokens)):
        return None, new
    return None, None


def _has_one_member(side: References, at: Pointer | None) -> bool:
    """Whether a node is the list of a union that has one member, besides null."""
    is_list = at is not None and not _UNIONS.isdisjoint(at.tokens[-1:])
    listed = side.find(at) if at is not None and is_list else None
    return listed is not None and len(members_of(listed, side, keep_titled=False)) == 1


def _is_wrapped(pair: Pair) -> bool:
    """Whether one side is a union and the other its only member."""
    plain = [_UNIONS.isdisjoint(one.tokens[-2:]) for one in pair if one is not None]
    return len(plain) == len(pair) and plain[0] != plain[1]


def _schema(pointer: Pointer | None) -> Pointer | None:
    """The schema that has the keyword that a change points at."""
    if pointer is not None and pointer.tokens[-1:] in (("type",), ("oneOf",), ("anyOf",)):
        return pointer.parent
    return pointer
