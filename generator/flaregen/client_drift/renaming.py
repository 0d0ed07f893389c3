"""Differences of two clients, without those that follow from others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flaregen.client_drift.causes import Causes
from flaregen.client_drift.surface_changes import SurfaceChange
from flaregen.drift.rules import RULES

_TYPES = frozenset({"client-type-narrowed", "client-type-widened", "client-type-changed"})
_WORD = re.compile(r"[A-Za-z_]\w*")


def without_consequences(differences: Iterable[SurfaceChange]) -> tuple[SurfaceChange, ...]:
    """Leave out types that differ only in a class that was added, removed or renamed."""
    found = tuple(differences)
    classes = {
        name for one in found if RULES[one.rule].owner == "class" for name in (one.old, one.new)
    }
    return tuple(
        one
        for one in found
        if one.rule not in _TYPES or classes.isdisjoint(_WORD.findall(f"{one.old} {one.new}"))
    )


def pair_renamed_classes(
    differences: tuple[SurfaceChange, ...], causes: Causes
) -> Iterator[SurfaceChange]:
    """Pair a class that was removed with one that was added at its place.

    Their fields may differ, too; the contract covers that. Where the contract says that
    the schema itself was added or removed, the two classes are not paired.
    """
    come = {
        place: one
        for one in differences
        if one.rule == "client-class-added" and causes.replaced(one) is None
        for place in causes.sides(one)[1]
    }
    heirs: dict[str, SurfaceChange] = {}
    for one in differences:
        if one.rule == "client-class-removed" and causes.replaced(one) is None:
            found = (come.get(causes.moved(place)) for place in causes.sides(one)[0])
            heir = next((other for other in found if other and other.role == one.role), None)
            if heir is not None and heir not in heirs.values():
                heirs[one.symbol] = heir
    for one in differences:
        heir = heirs.get(one.symbol) if one.rule == "client-class-removed" else None
        if heir is not None:
            yield replace(one, rule="client-class-renamed", old=one.symbol, new=heir.symbol)
        elif one not in heirs.values():
            yield one
