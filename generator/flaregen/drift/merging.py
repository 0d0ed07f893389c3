"""From what was found at single places to changes: one for each cause, with all that it reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from flaregen.drift.change import LEVELS, Change, Direction, Reach, order
from flaregen.drift.comparison import Comparison
from flaregen.drift.edits import edit_of
from flaregen.drift.graph import ComparedPair, RawChange, Site, reach
from flaregen.drift.messages import message, named, subject, subject_of
from flaregen.drift.placing import named_site, sites, spelled
from flaregen.pointer import Pointer

_Places: TypeAlias = list[tuple[Pointer, Pointer, str]]
"""Where equal pairs are, in either document and in words; the one that was compared first."""
_Cause: TypeAlias = tuple[str, Pointer | None, Pointer | None, tuple[tuple[str, str], ...]]

_OTHER_HALF: dict[Direction, str] = {"request": "responses", "response": "requestBody"}
REPLACED = "reference-changed"
"""The rule of a node that refers to another schema than before."""


_Met: TypeAlias = list[tuple[RawChange, ComparedPair]]
"""What one rule found at one pair of places, in several contexts, and who leads there."""
_Causes: TypeAlias = dict[_Cause, _Met]


def merge(comparison: Comparison) -> tuple[Change, ...]:
    """What one rule found at one pair of places is one change, at its gravest level.

    So is all that follows from one reference to another schema, and the same edit that was made
    at several places.
    """
    causes, replacements = _sorted(comparison)
    repeated = [
        [(old.pointer, new.pointer, subject(new)) for old, new in pair.places]
        for pair in comparison.pairs
        if len(pair.places) > 1
    ]
    edits: dict[Hashable, list[Change]] = defaultdict(list)
    for met in causes.values():
        gravest = _gravest(met)
        edits[edit_of(gravest)].append(_change(gravest, reach(met)))
    for site, following in replacements:
        change, edit = _replaced(site, following)
        edits[edit].append(change)
    return tuple(sorted((_together(alike, repeated) for alike in edits.values()), key=order))


def _gravest(met: _Met) -> RawChange:
    raws = (raw for raw, _ in met)
    return min(raws, key=lambda raw: (LEVELS.index(raw.level), raw.context.direction))


def _sorted(comparison: Comparison) -> tuple[_Causes, Iterable[tuple[Site, _Causes]]]:
    """What can be reported at its own place, and what at a node that led to it.

    The latter follows from a node that refers to another schema.
    """
    causes: _Causes = defaultdict(list)
    replacements: dict[_Cause, tuple[Site, _Causes]] = {}
    for pair in comparison.pairs:
        for raw in pair.changes:
            if comparison.placing.is_at_home(raw, pair):
                causes[_cause(raw)].append((raw, pair))
                continue
            for caller, place in sites(raw, pair):
                site = named_site(place)
                before, after = spelled(site)
                if before == after:
                    raw_there = _met_at(raw, site)
                    causes[_cause(raw_there)].append((raw_there, caller))
                    continue
                key = _cause(replace(raw, rule=REPLACED, old=site[0], new=site[1], details=()))
                _, following = replacements.setdefault(key, (site, defaultdict(list)))
                following[_cause(raw)].append((raw, caller))
    return causes, replacements.values()


def _met_at(raw: RawChange, site: Site) -> RawChange:
    """A change at a node that refers to what changed; what is in that node keeps its place."""
    nodes = raw.old, raw.new
    inside = [
        node is not None and node.pointer.starts_with(place.pointer)
        for node, place in zip(nodes, site, strict=True)
    ]
    old, new = (
        node if is_inside or (node is None and any(inside)) else place
        for node, is_inside, place in zip(nodes, inside, site, strict=True)
    )
    there = replace(raw, old=old, new=new)
    inner, outer = subject_of(raw), subject_of(there)
    told = {} if inner == outer else {"subject": f"{inner} in {outer}"}
    return replace(there, details=tuple({**told, **dict(raw.details)}.items()))


def _cause(raw: RawChange) -> _Cause:
    old = None if raw.old is None else raw.old.pointer
    new = None if raw.new is None else raw.new.pointer
    return raw.rule, old, new, raw.details


def _change(raw: RawChange, operations: tuple[Reach, ...]) -> Change:
    rule, old, new, _ = _cause(raw)
    return Change(
        id=rule,
        level=raw.level,
        direction=raw.context.direction,
        message=message(raw) + _elsewhere_met(raw, old or new, operations),
        old_pointer=old,
        new_pointer=new,
        operations=operations,
        old=raw.before,
        new=raw.after,
        name=named(raw),
    )


def _elsewhere_met(raw: RawChange, at: Pointer | None, operations: tuple[Reach, ...]) -> str:
    """Who meets a change of a response in a request that refers to it, or the other way round."""
    half = _OTHER_HALF.get(raw.context.direction)
    if at is None or not operations or at.tokens[:1] != ("paths",) or half not in at.tokens[3:4]:
        return ""
    return f", for the {raw.context.direction} of {operations[0].method} {operations[0].path}"


def _replaced(site: Site, causes: _Causes) -> tuple[Change, Hashable]:
    """The change of a node that refers to another schema, and what is equal for the same edit."""
    consequences = sorted(
        (_change(_gravest(met), ()) for met in causes.values()),
        key=lambda change: (LEVELS.index(change.level), order(change)),
    )
    first = consequences[0]
    detail = first.message.removeprefix(subject(site[1])).lstrip(": ")
    more = f", and {len(consequences) - 1} more" if consequences[1:] else ""
    before, after = spelled(site)
    raw = replace(
        _gravest(next(iter(causes.values()))),
        rule=REPLACED,
        level=first.level,
        old=site[0],
        new=site[1],
        before=before,
        after=after,
        details=(("detail", detail + more),),
    )
    operations = reach(each for met in causes.values() for each in met)
    change = replace(
        _change(raw, operations), direction=first.direction, consequences=tuple(consequences)
    )
    return change, edit_of(
        replace(raw, details=tuple((consequence.id, "") for consequence in consequences))
    )


def _together(alike: list[Change], repeated: list[_Places]) -> Change:
    """One change for the same edit at several places, at the one that comes first."""
    first, *others = sorted(alike, key=order)
    places = [
        *others,
        *(again for change in (first, *others) for again in _elsewhere(change, repeated)),
    ]
    found = {
        (change.old_pointer, change.new_pointer): change for change in reversed((first, *places))
    }
    del found[first.old_pointer, first.new_pointer]
    operations = first.operations
    if others:
        met = dict.fromkeys(operation for change in alike for operation in change.operations)
        operations = tuple(sorted(met, key=lambda one: (one.milder, one.place)))
    return replace(first, operations=operations, elsewhere=tuple(reversed(found.values())))


def _elsewhere(change: Change, repeated: list[_Places]) -> Iterator[Change]:
    """The change where its pointers lead to the same thing elsewhere."""
    old, new = change.old_pointer, change.new_pointer
    for (old_base, new_base, named_base), *others in repeated:
        inside = (old is None or old.starts_with(old_base)) and (
            new is None or new.starts_with(new_base)
        )
        for old_place, new_place, named_place in others if inside else ():
            yield replace(
                change,
                message=change.message.replace(named_base, named_place, 1),
                old_pointer=_moved(old, old_base, old_place),
                new_pointer=_moved(new, new_base, new_place),
            )


def _moved(pointer: Pointer | None, base: Pointer, to: Pointer) -> Pointer | None:
    return None if pointer is None else to.child(*pointer.tokens[len(base.tokens) :])
