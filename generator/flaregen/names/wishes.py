"""Who gets which name: each thing wishes for several, from the plainest to the most exact.

If two wish for one name, the one of the lower rank gets it and the other takes its next wish. If
their ranks are equal, both take their next wish, so that no name depends on the order.
Names that differ in capitals alone are one name, because modules are called by them, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Name = TypeVar("Name", bound=str)
Rank = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wish(Generic[Key, Name]):
    """What a thing may be called. ``names`` that are empty or reserved are passed over."""

    key: Key
    names: tuple[Name, ...]
    rank: Rank = ()


def granted(
    wishes: Sequence[Wish[Key, Name]],
    reserved: Container[str] = (),
    *,
    distinguish: Callable[[Sequence[Key], Name], Iterable[Sequence[Name]]] | None = None,
) -> tuple[dict[Key, Name], list[Key]]:
    """A name for each key, and the keys that got none.

    ``distinguish`` may give names to those that wished in vain, from the name they all want:
    the first of several choices counts that gives each of them one that is free.
    """
    left = {w.key: [n for n in dict.fromkeys(w.names) if n and n not in reserved] for w in wishes}
    ranks = {wish.key: wish.rank for wish in wishes}
    while moving := _moving(left, ranks):
        for key in moving:
            del left[key][0]
    if distinguish:
        _distinguished(left, ranks, distinguish)
    unnamed = [key for _, keys in _clashes(left) for key in keys]
    unnamed += [key for key, names in left.items() if not names]
    return {key: names[0] for key, names in left.items() if names}, unnamed


def _moving(left: dict[Key, list[Name]], ranks: dict[Key, Rank]) -> list[Key]:
    found: list[Key] = []
    for _, keys in _clashes(left):
        found += [key for key in _giving_way(keys, ranks) if len(left[key]) > 1]
    return found


def _giving_way(keys: Sequence[Key], ranks: Mapping[Key, Rank]) -> list[Key]:
    """Those that do not get the name: all but the one of the lowest rank, if it is one."""
    lowest = min(ranks[key] for key in keys)
    first = [key for key in keys if ranks[key] == lowest]
    return [key for key in keys if len(first) > 1 or key != first[0]]


def _distinguished(
    left: dict[Key, list[Name]],
    ranks: dict[Key, Rank],
    distinguish: Callable[[Sequence[Key], Name], Iterable[Sequence[Name]]],
) -> None:
    for name, keys in _clashes(left):
        vain = _giving_way(keys, ranks)
        taken = {"", *(names[0].lower() for names in left.values() if names)}
        for found in distinguish(vain, name):
            if len({one.lower() for one in found} - taken) == len(vain):
                left |= {key: [one] for key, one in zip(vain, found, strict=True)}
                break


def _clashes(left: dict[Key, list[Name]]) -> Iterable[tuple[Name, list[Key]]]:
    by_name: defaultdict[str, list[Key]] = defaultdict(list)
    for key, names in left.items():
        if names:
            by_name[names[0].lower()].append(key)
    return [(left[keys[0]][0], keys) for keys in by_name.values() if len(keys) > 1]
