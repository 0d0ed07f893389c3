"""The Python names of the emitted client that a change touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from flaregen.drift.change import Change
from flaregen.drift.rules import RULES
from flaregen.names.symbol import Surface
from flaregen.pointer import Pointer


def attach(changes: Iterable[Change], old: Surface, new: Surface) -> tuple[Change, ...]:
    """The changes with the names that each touches, those of the new client first."""
    return tuple(_attached(change, old, new) for change in changes)


def _attached(change: Change, old: Surface, new: Surface) -> Change:
    names: dict[str, None] = {}
    renamed = RULES[change.id].renames
    # What follows from another reference is at schemas that stay as they were.
    for before, after in change.pairs:
        if after is not None and not _is_gone(before, after):
            names.update(dict.fromkeys(_met(change, new, after)))
        if before is not None and (after is None or renamed or _is_gone(before, after)):
            names.update(dict.fromkeys(_met(change, old, before)))
    return replace(change, symbols=tuple(names))


def _met(change: Change, surface: Surface, place: Pointer) -> Iterator[str]:
    """The names of a place; those of a path's parameter only where the operation is changed."""
    operations = {operation.pointer for operation in change.operations}
    for name in surface.at(place):
        method = surface.symbols.get(surface.symbols[name].owner)
        is_shared = method is not None and place.tokens[2:3] == ("parameters",)
        if not (is_shared and method and operations.isdisjoint(method.pointers)):
            yield name


def _is_gone(before: Pointer | None, after: Pointer) -> bool:
    """Whether the new pointer is only the place where the old node is missing."""
    return before is not None and len(before.tokens) > len(after.tokens)
