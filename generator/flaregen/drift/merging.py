"""From what was found at single places to changes: one for each cause, with all that it reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from flaregen.drift.change import LEVELS, Change
from flaregen.drift.comparison import Comparison
from flaregen.drift.edits import Edit, edit_of
from flaregen.drift.graph import ComparedPair, RawChange, reach
from flaregen.drift.messages import message
from flaregen.pointer import Pointer

_Places: TypeAlias = list[tuple[Pointer, Pointer]]
"""Where equal pairs are, the one that was compared first."""
_Found: TypeAlias = list[tuple[RawChange, ComparedPair]]
_Cause: TypeAlias = tuple[str, Pointer | None, Pointer | None, tuple[tuple[str, str], ...]]


def merge(comparison: Comparison) -> tuple[Change, ...]:
    """What one rule found at one pair of places is one change, at its gravest level.

    So is the same edit of several operations.
    """
    causes: dict[_Cause, _Found] = defaultdict(list)
    for pair in comparison.pairs:
        for raw in pair.changes:
            causes[_cause(raw)].append((raw, pair))
    repeated = [_places(pair) for pair in comparison.pairs if len(pair.places) > 1]
    edits: dict[Edit, list[tuple[_Cause, _Found]]] = defaultdict(list)
    for cause, found in causes.items():
        edits[edit_of(_gravest(found))].append((cause, found))
    changes = [_together([_change(*one, repeated) for one in alike]) for alike in edits.values()]
    return tuple(sorted(changes, key=order))


def _together(alike: list[Change]) -> Change:
    """One change for the same edit in several operations, at the place that comes first."""
    first, *others = sorted(alike, key=order)
    if not others:
        return first
    places = dict.fromkeys((*first.elsewhere, *(pair for one in others for pair in one.pairs)))
    operations = {one for change in alike for one in change.operations}
    return replace(
        first,
        operations=tuple(sorted(operations, key=lambda one: (one.path, one.method))),
        elsewhere=tuple(places),
    )


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


def _change(cause: _Cause, found: _Found, repeated: list[_Places]) -> Change:
    rule, old, new, _ = cause
    raw = _gravest(found)
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


def _gravest(found: _Found) -> RawChange:
    raws = (raw for raw, _ in found)
    return min(raws, key=lambda raw: (LEVELS.index(raw.level), raw.context.direction))


def order(change: Change) -> tuple[tuple[str, ...], str, str]:
    """By place, then rule."""
    pointer = change.new_pointer or change.old_pointer or Pointer()
    return pointer.tokens, change.id, change.message
