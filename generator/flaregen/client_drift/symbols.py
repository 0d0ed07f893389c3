"""The Python names of the emitted client that a change touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from flaregen.drift.change import Change
from flaregen.drift.rules import RULES
from flaregen.names.symbols import SymbolIndex
from flaregen.pointer import Pointer

NOTHING = SymbolIndex({})
"""The index of a document without a client."""


def attach(changes: Iterable[Change], old: SymbolIndex, new: SymbolIndex) -> tuple[Change, ...]:
    """The changes with the names that each touches, those of the new client first."""
    return tuple(_attached(change, old, new) for change in changes)


def _attached(change: Change, old: SymbolIndex, new: SymbolIndex) -> Change:
    renamed = RULES[change.id].renames
    names: dict[str, None] = {}
    for before, after in change.pairs:
        if after is not None and not _is_gone(before, after):
            names.update(dict.fromkeys(new.at(after)))
        if before is not None and (after is None or renamed or _is_gone(before, after)):
            names.update(dict.fromkeys(old.at(before)))
    return replace(change, symbols=tuple(names))


def _is_gone(before: Pointer | None, after: Pointer) -> bool:
    """Whether the new pointer is only the place where the old node is missing."""
    return before is not None and len(before.tokens) > len(after.tokens)


def inverted(symbols: SymbolIndex) -> Mapping[str, tuple[Pointer, ...]]:
    """The places of each symbol."""
    found: dict[str, tuple[Pointer, ...]] = {}
    for pointer, names in symbols.symbols.items():
        for name in names:
            found[name] = (*found.get(name, ()), pointer)
    return found
