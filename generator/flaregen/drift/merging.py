"""From what was found at single places to changes: one for each cause, with all that it reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from flaregen.drift.change import LEVELS, Change
from flaregen.drift.comparison import Comparison
from flaregen.drift.graph import ComparedPair, RawChange, reach
from flaregen.drift.messages import message
from flaregen.pointer import Pointer

_Places: TypeAlias = list[tuple[Pointer, Pointer]]
"""Where equal pairs are, the one that was compared first."""
_Cause: TypeAlias = tuple[str, Pointer | None, Pointer | None, tuple[tuple[str, str], ...]]


def merge(comparison: Comparison) -> tuple[Change, ...]:
    """What one rule found at one pair of places is one change, at its gravest level."""
    causes: dict[_Cause, list[tuple[RawChange, ComparedPair]]] = defaultdict(list)
    for pair in comparison.pairs:
        for raw in pair.changes:
            causes[_cause(raw)].append((raw, pair))
    repeated = [_places(pair) for pair in comparison.pairs if len(pair.places) > 1]
    changes = [_change(cause, found, repeated) for cause, found in causes.items()]
    return tuple(sorted(changes, key=order))


def _cause(raw: RawChange) -> _Cause:
    old = None if raw.old is None else raw.old.pointer
    new = None if raw.new is None else raw.new.pointer
    return raw.rule, old, new, raw.details


def _places(pair: ComparedPair) -> _Places:
    return [(old.pointer, new.pointer) for old, new in pair.places]


def _elsewhere(
    old: Pointer | None, new: Pointer | None, repeated: list[_Places]
) -> Iterator[tuple[Pointer | None, Pointer | None]]:
    """Where else the pointers lead to the same thing."""
    for (old_base, new_base), *others in repeated:
        inside = (old is None or old.starts_with(old_base)) and (
            new is None or new.starts_with(new_base)
        )
        for old_place, new_place in others if inside else ():
            yield _moved(old, old_base, old_place), _moved(new, new_base, new_place)


def _moved(pointer: Pointer | None, base: Pointer, to: Pointer) -> Pointer | None:
    return None if pointer is None else to.child(*pointer.tokens[len(base.tokens) :])


def _change(
    cause: _Cause, found: list[tuple[RawChange, ComparedPair]], repeated: list[_Places]
) -> Change:
    rule, old, new, _ = cause
    raw = min((one for one, _ in found), key=_gravity)
    return Change(
        id=rule,
        level=raw.level,
        direction=raw.context.direction,
        message=message(raw),
        old_pointer=old,
        new_pointer=new,
        operations=reach(pair for _, pair in found),
        old=raw.before,
        new=raw.after,
        elsewhere=tuple(_elsewhere(old, new, repeated)),
    )


def _gravity(raw: RawChange) -> tuple[int, str]:
    return LEVELS.index(raw.level), raw.context.direction


def order(change: Change) -> tuple[tuple[str, ...], str, str]:
    """By place, then rule."""
    pointer = change.new_pointer or change.old_pointer or Pointer()
    return pointer.tokens, change.id, change.message
