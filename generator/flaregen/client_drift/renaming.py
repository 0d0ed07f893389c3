"""Differences of two clients without those that only follow from others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flaregen.client_drift.causes import Causes
from flaregen.client_drift.surface_changes import SurfaceChange
from flaregen.drift.rules import RULES

_TYPES = frozenset({"client-type-narrowed", "client-type-widened", "client-type-changed"})
_WORD = re.compile(r"[A-Za-z_]\w*")


def independent(differences: Iterable[SurfaceChange]) -> tuple[SurfaceChange, ...]:
    """Leave out types that differ for naming a class that came, went or has a new name."""
    found = tuple(differences)
    classes = {
        name for one in found if RULES[one.rule].owner == "class" for name in (one.old, one.new)
    }
    return tuple(
        one
        for one in found
        if one.rule not in _TYPES or classes.isdisjoint(_WORD.findall(f"{one.old} {one.new}"))
    )


def paired(differences: tuple[SurfaceChange, ...], causes: Causes) -> Iterator[SurfaceChange]:
    """A class that went and one that came at its place are one class under another name.

    Their fields may differ too; of that the contract tells. Where it tells that the
    schema itself went or came, the two have nothing to do with each other.
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
