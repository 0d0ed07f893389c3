"""The nodes a change of the contract is about: those it names, and those nothing is left of."""

from __future__ import annotations

from typing import TypeAlias

from flaregen.drift.change import Change
from flaregen.drift.rules import RULES
from flaregen.drift.rules.rule import Owner
from flaregen.openapi.references import References
from flaregen.openapi.unions import members_of
from flaregen.pointer import Pointer

Pair: TypeAlias = tuple[Pointer | None, Pointer | None]

_DEPTHS: dict[Owner, int] = {"path": 2, "operation": 3}
"""The depth of the node that has the name, where it is not that of the change."""
_UNIONS = frozenset({"anyOf", "oneOf"})


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


def whole(change: Change, pair: Pair) -> Pair:
    """The node of which a change leaves nothing, in either document; None where it does."""
    old, new = pair
    if RULES[change.id].replaces:
        return _schema(old), _schema(new)
    if old is not None and (new is None or len(old.tokens) > len(new.tokens)):
        return old, None
    if new is not None and (old is None or len(new.tokens) > len(old.tokens)):
        return None, new
    return None, None


def has_one_member(side: References, at: Pointer | None) -> bool:
    """Whether a node is the list of a union that has one member, besides null."""
    is_list = at is not None and not _UNIONS.isdisjoint(at.tokens[-1:])
    listed = side.find(at) if at is not None and is_list else None
    return listed is not None and len(members_of(listed, side, keep_titled=False)) == 1


def is_wrapped(pair: Pair) -> bool:
    """Whether one side is a union and the other its only member."""
    plain = [_UNIONS.isdisjoint(one.tokens[-2:]) for one in pair if one is not None]
    return len(plain) == len(pair) and plain[0] != plain[1]


def _schema(pointer: Pointer | None) -> Pointer | None:
    """The schema that has the keyword that a change points at."""
    if pointer is not None and pointer.tokens[-1:] in (("type",), ("oneOf",), ("anyOf",)):
        return pointer.parent
    return pointer
