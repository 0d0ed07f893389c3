"""Advice where a block that accepts a change accepts nothing: what there is that is near."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from itertools import takewhile
from operator import eq

from flaregen.config_file import AcceptTable
from flaregen.diagnostic import Diagnostic
from flaregen.drift.change import Change

_COMPARED = 50
"""How many pointers are compared with one that matches nothing, at a millisecond each."""


def unused(entry: AcceptTable, changes: Iterable[Change]) -> Diagnostic:
    """A warning with the other name, the other rule or the other place that may be meant."""
    places = [place for change in changes for place in (change, *change.elsewhere)]
    near = list(_near(entry, places))
    wanted = f"{entry.id} of {entry.name}" if entry.name else entry.id
    if near:
        message = f"no change {wanted} is at {entry.pointer}; {'; '.join(near)}"
        advice = "take the block from the report, or remove it"
    else:
        message = f"the accepted change {wanted} at {entry.pointer} no longer occurs"
        advice = "remove its [[drift.accept]] block"
    return Diagnostic("drift-accept-unused", message, advice, severity="warning")


def _near(entry: AcceptTable, places: list[Change]) -> Iterator[str]:
    alike = [one for one in places if one.id == entry.id]
    names = {one.name for one in alike if entry.pointer in _met_at(one)} - {""}
    if names:
        likely = difflib.get_close_matches(entry.name, sorted(names), cutoff=0.0)
        yield f"there, it is {entry.id} of {' or '.join(likely)}"
        return
    rules = {one.id for one in places if entry.pointer in map(str, one.pointers)}
    if rules:
        yield f"there is {' and '.join(sorted(rules))}"
    same = [one for one in alike if entry.name and one.name == entry.name]
    if pointers := [str(at) for one in same or alike for at in one.pointers]:
        yield f"the nearest {entry.id} is at {_nearest(entry.pointer, pointers)}"


def _met_at(place: Change) -> list[str]:
    """The pointers of a change, and those of the operations that it is met in."""
    return [*map(str, place.pointers), *(str(one.pointer) for one in place.operations)]


def _nearest(pointer: str, others: Iterable[str]) -> str:
    """The pointer that is most like a given one, among those with the longest common start."""

    def unlike(one: str) -> int:
        return -sum(1 for _ in takewhile(bool, map(eq, one, pointer)))

    alike = sorted(others, key=unlike)
    return difflib.get_close_matches(pointer, alike[:_COMPARED], n=1, cutoff=0.0)[0]
