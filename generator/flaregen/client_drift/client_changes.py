"""What the changes of a document mean for the emitted client.

A change of the contract names the symbols that it touches. What no change of the contract
covers, such as a class whose name follows a changed title, is a change of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from flaregen.client_drift.causes import Causes
from flaregen.client_drift.changed_nodes import Pair, owners
from flaregen.client_drift.clients import Client, clients, differ
from flaregen.client_drift.difference import Difference
from flaregen.client_drift.differences import compare, kept_as_alias
from flaregen.client_drift.symbols import attach
from flaregen.config import Config
from flaregen.config_file import DriftLevel
from flaregen.diagnostic import Diagnostic
from flaregen.document import Document
from flaregen.drift.change import LEVELS, Change, Reach, Verdict, order, worst
from flaregen.drift.rules import RULES
from flaregen.openapi.references import References
from flaregen.pointer import Pointer


def with_client(
    changes: tuple[Change, ...], old: Document, new: Document, config: Config
) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...]]:
    """The changes of the contract with symbols, those of the client, and remarks on both.

    ``old`` and ``new`` are the whole documents, ``config`` has the operations that are
    wanted. Where they, what they reach and their models are the same, nothing is read.
    """
    if not differ(old, new, config):
        return changes, ()
    pair = clients(old, new, config)
    found = attach(changes, pair.old.surface, pair.new.surface)
    if pair.notes:
        # Of a client that cannot be built nothing is known: the contract has to do.
        found = tuple(
            replace(change, python=change.level if change.symbols else "none") for change in found
        )
    else:
        sides = References(old), References(new)
        report = _Report(found, pair.old, pair.new, sides, config.drift.levels)
        found = tuple(sorted(report.changed(), key=order))
    return found, (*pair.notes, *pair.remarks)


@dataclass(frozen=True)
class _Report:
    """The changes of the contract, and what is needed to add those of the client."""

    changes: tuple[Change, ...]
    old: Client
    new: Client
    documents: tuple[References, References]
    levels: Mapping[str, DriftLevel]

    def changed(self) -> Iterator[Change]:
        titles = tuple(self._silent_titles())
        causes = Causes((*self.changes, *titles), self.documents)
        explained: dict[int, list[Difference]] = defaultdict(list)
        named: dict[tuple[Pair, ...], tuple[Change, list[Difference]]] = {}
        alone: dict[Hashable, list[Difference]] = defaultdict(list)
        surfaces = self.old.surface, self.new.surface
        for difference in compare(*surfaces, causes.heirs(*surfaces)):
            found = causes.of(difference)
            if found is None:
                alone[_edit(difference)].append(difference)
            elif found.of_a_name:
                _, group = named.setdefault(owners(found.change), (found.change, []))
                group.append(difference)
            else:
                explained[id(found.change)].append(difference)
        yield from map(self._own, alone.values())
        for change in (*self.changes, *titles):
            cause, following = named.get(owners(change), (None, []))
            if cause is None and change not in titles:
                yield self._naming(change, change.symbols, explained[id(change)])
            elif cause is change:
                yield self._in_place_of(change, following)

    @cached_property
    def _kept(self) -> Mapping[str, str]:
        return kept_as_alias(self.old.surface, self.new.surface)

    def _naming(
        self, change: Change, symbols: Iterable[str], differences: Sequence[Difference]
    ) -> Change:
        """The change with the symbols that it touches, and what it means for callers of them."""
        named = (name for difference in differences for name in _symbols(difference))
        names = tuple(dict.fromkeys((*symbols, *named)))
        levels = [self._level(difference) for difference in differences]
        # A name that is met at what stays has another cause, such as a class that is renamed.
        taken = change.new_pointer is None or "breaking" in levels
        gone = tuple(filter(self._is_gone, names)) if taken else ()
        if gone:
            levels.append("breaking")
        elif change.old_pointer is None and not self.old.surface.symbols.keys() >= {*names}:
            levels.append("info")
        return replace(change, symbols=names, gone=gone, python=worst(levels))

    def _level(self, difference: Difference) -> Verdict:
        rule = RULES[difference.rule]
        level = self.levels.get(rule.id, rule.level(difference.role))
        return "none" if level == "off" else level

    def _is_gone(self, name: str) -> bool:
        """An alias does what a class of its name did where it means a class alone."""
        old, new = (client.surface.symbols.get(name) for client in (self.old, self.new))
        if old is None or new is None:
            return old is not None
        return old.kind == "class" != new.kind and name not in self._kept

    def _silent_titles(self) -> Iterator[Change]:
        """Titles of tasks that changed without a change of the contract: those of mere groups."""
        said = {pointer for change in self.changes for pair in owners(change) for pointer in pair}
        before, after = self.old.tasks, self.new.tasks
        for place in sorted((before & after) - said, key=str):
            nodes = (side.find(place) for side in self.documents)
            old, new = (None if node is None else node.text("title") for node in nodes)
            if old != new and old is not None and new is not None:
                at = place.child("title")
                reach = self._reach((place,))
                yield Change("title-changed", "info", "none", "", at, at, reach, old, new)

    def _own(self, differences: Sequence[Difference]) -> Change:
        """One change for differences that nothing in the contract explains."""
        main = differences[0]
        (old, new), (before, after) = main.sides, main.operations
        pointers = _first(self.documents[0], old), _first(self.documents[1], new)
        found = _change(main, pointers, self._reach((*new, *after) or (*old, *before)))
        return self._naming(_with_others(found, differences, main), (), differences)

    def _in_place_of(self, cause: Change, differences: Sequence[Difference]) -> Change:
        """One change for a name and all that follows from it, at the place of the name."""
        main = min(differences, key=_importance)
        found = _change(main, (cause.old_pointer, cause.new_pointer), cause.operations)
        found = _with_others(found, differences, main)
        places = ((change.old_pointer, change.new_pointer) for change in cause.elsewhere)
        again = tuple(replace(found, old_pointer=old, new_pointer=new) for old, new in places)
        return self._naming(replace(found, elsewhere=again), (), differences)

    def _reach(self, places: tuple[Pointer, ...]) -> tuple[Reach, ...]:
        """The operations that hold the places; all of them for places in components alone."""
        both = (*self.old.operations, *self.new.operations)
        found = {operation.operation.pointer: operation.operation for operation in both}
        around = {place.tokens[:3] for place in places}
        inside = [one for at, one in found.items() if at.tokens in around] or found.values()
        return tuple(Reach(o.method, o.path, o.operation_id or None) for o in inside)


def _edit(difference: Difference) -> Hashable:
    """What classes have in common that are called after another component than before."""
    old, new = difference.sides
    is_renamed = difference.rule == "client-class-renamed"
    return (old[:1], new[:1]) if is_renamed and old != new else difference


def _with_others(change: Change, differences: Sequence[Difference], main: Difference) -> Change:
    more = len({difference.symbol.name for difference in differences} - {main.symbol.name})
    message = f"{change.message}, and {more} more with it" if more else change.message
    return replace(change, message=message)


def _first(side: References, places: tuple[Pointer, ...]) -> Pointer | None:
    """A place in the document itself, or the nearest node around one that an overlay added."""
    if not places:
        return None
    found = next((place for place in places if side.find(place)), places[0])
    return next(place for place in found.upwards() if side.find(place))


def _importance(difference: Difference) -> tuple[bool, int]:
    rule = RULES[difference.rule]
    return not rule.renames, LEVELS.index(rule.level(difference.role))


def _change(
    difference: Difference,
    pointers: tuple[Pointer | None, Pointer | None],
    operations: tuple[Reach, ...],
) -> Change:
    rule, old, new = RULES[difference.rule], difference.before, difference.after
    words = {"subject": difference.symbol.name, "old": old, "new": new}
    return Change(
        id=rule.id,
        level=rule.level(difference.role),
        direction=difference.role,
        message=rule.message.format_map(words),
        old_pointer=pointers[0],
        new_pointer=pointers[1],
        operations=operations,
        old=old or None,
        new=new or None,
        name=difference.symbol.name,
    )


def _symbols(difference: Difference) -> tuple[str, ...]:
    """The new name of what is renamed first, a model under the alias that lists it."""
    renames = RULES[difference.rule].renames
    return (*((difference.after,) if renames else ()), difference.symbol.name)
