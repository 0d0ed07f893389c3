"""From findings to changes: one for each cause, with all that it reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from flaregen.drift.change import LEVELS, Change, Reach
from flaregen.drift.comparison import Comparison
from flaregen.drift.graph import Finding, Unit, reach
from flaregen.drift.messages import message
from flaregen.pointer import Pointer

_Pair: TypeAlias = tuple[Pointer, Pointer]
_Cause: TypeAlias = tuple[str, Pointer | None, Pointer | None, tuple[tuple[str, str], ...]]


def merge(comparison: Comparison) -> tuple[Change, ...]:
    """Findings of one rule at one pair of places are one change, at its gravest level."""
    causes: dict[_Cause, list[tuple[Finding, Unit]]] = defaultdict(list)
    for unit in comparison.units:
        for finding in unit.findings:
            causes[_cause(finding)].append((finding, unit))
    twins = [_twins(unit) for unit in comparison.units if len(unit.places) > 1]
    changes = [_change(cause, found, twins) for cause, found in causes.items()]
    return tuple(sorted(changes, key=order))


def _cause(finding: Finding) -> _Cause:
    old = None if finding.old is None else finding.old.pointer
    new = None if finding.new is None else finding.new.pointer
    return finding.rule, old, new, finding.details


def _twins(unit: Unit) -> list[_Pair]:
    return [(old.pointer, new.pointer) for old, new in unit.places]


def _elsewhere(
    old: Pointer | None, new: Pointer | None, twins: list[list[_Pair]]
) -> Iterator[tuple[Pointer | None, Pointer | None]]:
    """Where else the pointers lead to the same thing."""
    for (old_base, new_base), *others in twins:
        inside = (old is None or old.starts_with(old_base)) and (
            new is None or new.starts_with(new_base)
        )
        for old_twin, new_twin in others if inside else ():
            yield _moved(old, old_base, old_twin), _moved(new, new_base, new_twin)


def _moved(pointer: Pointer | None, base: Pointer, to: Pointer) -> Pointer | None:
    return None if pointer is None else to.child(*pointer.tokens[len(base.tokens) :])


def _change(cause: _Cause, found: list[tuple[Finding, Unit]], twins: list[list[_Pair]]) -> Change:
    rule, old, new, _ = cause
    finding = min((one for one, _ in found), key=_gravity)
    return Change(
        id=rule,
        level=finding.level,
        direction=finding.mode.direction,
        message=message(finding),
        old_pointer=old,
        new_pointer=new,
        operations=_together(reach(unit) for _, unit in found),
        old=finding.before,
        new=finding.after,
        elsewhere=tuple(_elsewhere(old, new, twins)),
    )


def _gravity(finding: Finding) -> tuple[int, str]:
    return LEVELS.index(finding.level), finding.mode.direction


def _together(reaches: Iterable[tuple[Reach, ...]]) -> tuple[Reach, ...]:
    found: dict[tuple[str, str, str | None], tuple[set[str], set[str]]] = {}
    for one in (one for group in reaches for one in group):
        key = (one.path, one.method, one.operation_id)
        media_types, statuses = found.setdefault(key, (set(), set()))
        media_types.update(one.media_types)
        statuses.update(one.statuses)
    return tuple(
        Reach(method, path, name, tuple(sorted(media_types)), tuple(sorted(statuses)))
        for (path, method, name), (media_types, statuses) in sorted(
            found.items(), key=lambda item: (item[0][0], item[0][1])
        )
    )


def order(change: Change) -> tuple[tuple[str, ...], str, str]:
    """By place, then rule."""
    pointer = change.new_pointer or change.old_pointer or Pointer()
    return pointer.tokens, change.id, change.message
