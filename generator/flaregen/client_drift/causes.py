"""Which change of the contract explains a difference of two clients.

A difference has one cause. A change of the contract covers it already, or it follows from a
name (a title, a component, a tag) that means little to the contract and much to the client,
or nothing in the contract explains it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from flaregen.client_drift.changed_nodes import (
    Pair,
    has_one_member,
    is_wrapped,
    owners,
    whole,
)
from flaregen.client_drift.difference import Difference, Sides
from flaregen.client_drift.spelled_out import decided_by, referred_to, spelled_out
from flaregen.drift.change import Change
from flaregen.drift.rules import RULES
from flaregen.drift.rules.rule import Rule
from flaregen.names.symbol import Surface
from flaregen.openapi.references import References
from flaregen.pointer import Pointer

Index: TypeAlias = tuple[dict[Pointer, int], dict[Pointer, int]]
"""Numbers of changes by a place in the old document, and by one in the new."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A change of the contract; where it is ``of_a_name``, the difference means more to callers."""

    change: Change
    of_a_name: bool = False


class _Likely(NamedTuple):
    """The number of a change with the id of its rule, and how far inside of a node it is."""

    number: int
    id: str
    depth: int


@dataclass(frozen=True)
class Causes:
    """The changes of the contract as causes of what differs between two clients."""

    changes: tuple[Change, ...]
    documents: tuple[References, References]
    """The old one and the new one: a type may spell out what is elsewhere."""

    def of(self, difference: Difference) -> Cause | None:
        """The cause of a difference; None where nothing in the contract explains it."""
        rule = RULES[difference.rule]
        likely = self._inside(difference.sides, rule)
        if likely is not None and likely.id in rule.causes:
            return Cause(self.changes[likely.number])
        replaced = self._replaced(difference)
        if replaced is not None:
            return Cause(self.changes[replaced])
        name = None if rule.owner == "field" else self._name(difference)
        if name is not None:
            change = self.changes[name]
            return Cause(change, of_a_name=RULES[change.id].level("none") != "breaking")
        found = None
        is_whole = difference.symbol.kind in ("method", "model")
        if difference.rule == "client-argument-changed" or not (rule.renames or is_whole):
            likely = likely or self._inside(self._spelled_out(difference.sides), rule)
            found = None if likely is None else likely.number
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

    def _inside(self, sides: Sides, rule: Rule) -> _Likely | None:
        """The change at or inside a place that shows itself so, or of the list that requires it."""
        at_or_inside = (
            one
            for found, places in zip(self._within, sides, strict=True)
            for place in places
            for one in found.get(place, ())
        )
        required = _first(self._required, sides)
        listed = () if required is None else (_Likely(required, self.changes[required].id, 0),)
        return min((*at_or_inside, *listed), key=partial(_unlikely, rule), default=None)

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
        return _index((n, whole(change, pair)) for n, change, pair in self._facts())

    @cached_property
    def _used(self) -> dict[Pointer, int]:
        """What is referred to by nodes that came, went, or refer to something else now.

        The name of a class depends on who uses it.
        """
        index: dict[Pointer, int] = {}
        for number, change, pair in self._facts():
            is_of_one = any(map(has_one_member, self.documents, pair)) or is_wrapped(pair)
            users = pair if change.consequences or is_of_one else whole(change, pair)
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
    def _within(self) -> tuple[dict[Pointer, list[_Likely]], dict[Pointer, list[_Likely]]]:
        """The changes at or inside of each node of the old document, and of the new one."""
        index: tuple[dict[Pointer, list[_Likely]], dict[Pointer, list[_Likely]]] = {}, {}
        for number, change, pair in self._facts():
            for side, at in zip(index, pair, strict=True):
                for depth, around in enumerate(() if at is None else at.upwards()):
                    side.setdefault(around, []).append(_Likely(number, change.id, depth))
        return index

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


def _unlikely(rule: Rule, one: _Likely) -> tuple[int, int, int]:
    """The more, the less a change looks like the cause of a difference that has a rule."""
    causes = rule.causes
    if one.id in causes:
        return causes.index(one.id) - len(causes), one.depth, one.number
    return int(not RULES[one.id].typed), 0, one.number


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
