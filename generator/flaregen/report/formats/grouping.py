"""Changes in groups, as ``--group-by`` asks: by level, by operation, or by Python symbol."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, TypeAlias, get_args

from flaregen.drift.change import LEVELS, Change, Level, Report
from flaregen.printable import listed
from flaregen.report.formats.wording import HEADS, by_level

Grouping: TypeAlias = Literal["level", "operation", "symbol"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

NOWHERE = {"operation": "Without an operation", "symbol": "Without a Python name"}
"""Titles of what belongs to no group."""


@dataclass(frozen=True, slots=True)
class Group:
    """Changes under a title, the gravest first; ``mixed`` where they may differ in level."""

    title: str
    changes: list[Change]
    mixed: bool

    @property
    def level(self) -> Level:
        return min((change.level for change in self.changes), key=LEVELS.index)


def grouped(report: Report, by: Grouping) -> list[Group]:
    """Every change in one group, the groups with the gravest changes first.

    A change belongs to the operations that it reaches together, and to the class or method of
    the first symbol that it affects.
    """
    if by == "level":
        return [Group(HEADS[level], changes, mixed=False) for level, changes in by_level(report)]
    found: dict[Hashable, Group] = {}
    for change in (change for _, changes in by_level(report) for change in changes):
        key, title = _operations(change) if by == "operation" else _owner(change)
        found.setdefault(key, Group(title or NOWHERE[by], [], mixed=True)).changes.append(change)
    return list(found.values())


def _operations(change: Change) -> tuple[Hashable, str]:
    names = tuple(f"{operation.method} {operation.path}" for operation in change.operations)
    return names, listed(names)


def _owner(change: Change) -> tuple[Hashable, str]:
    """The class that a symbol is in, else the method that takes it."""
    symbol = change.symbols[0] if change.symbols else ""
    parts = symbol.partition("(")[0].split(".")
    modules = len(list(takewhile(lambda part: not part[:1].isupper(), parts)))
    owner = ".".join(parts[: modules + 1])
    return owner, owner
