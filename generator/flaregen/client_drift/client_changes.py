"""What the changes of a document mean for the emitted client.

A change of the contract names the symbols that it touches. What no change of the contract
covers, such as a class whose name follows a changed title, is a change of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from flaregen.client_drift.causes import Causes, ExplainedBy, Pair, RenamedBy, owners
from flaregen.client_drift.clients import Clients, clients, differ, surfaces
from flaregen.client_drift.name_origins import NameOrigins
from flaregen.client_drift.renaming import pair_renamed_classes, without_consequences
from flaregen.client_drift.surface_changes import SurfaceChange
from flaregen.client_drift.surface_changes import compare as compare_surfaces
from flaregen.client_drift.symbols import NOTHING, attach
from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import JSON, Document
from flaregen.drift.change import LEVELS, Change, Reach
from flaregen.drift.merging import order
from flaregen.drift.rules import RULES
from flaregen.pointer import Pointer


def with_client(
    changes: tuple[Change, ...], old: Document, new: Document, config: Config
) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...]]:
    """The changes of the contract with symbols, those of the client, and notes.

    ``old`` and ``new`` are the whole documents, ``config`` has the operations that are
    wanted. Where they, what they reach and their models are the same, nothing is read.
    """
    if not differ(old, new, config.operations):
        return changes, ()
    return with_clients(changes, (old, new), clients(old, new, config))


def with_clients(
    changes: tuple[Change, ...], documents: tuple[Document, Document], pair: Clients
) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...]]:
    """The same, of clients that were read."""
    found = attach(
        changes,
        pair.old.symbols if pair.old else NOTHING,
        pair.new.symbols if pair.new else NOTHING,
    )
    if pair.old is None or pair.new is None:
        return found, pair.notes
    try:
        differences = compare_surfaces(*surfaces(pair.old, pair.new))
    except (DiagnosticError, SyntaxError) as error:
        return found, (*pair.notes, _unreadable(documents[1], error))
    level = ClientReport(found, NameOrigins(pair.old), NameOrigins(pair.new), documents)
    return tuple(sorted(level.changed(differences), key=order)), pair.notes


def _unreadable(document: Document, error: Exception) -> Diagnostic:
    return Diagnostic(
        code="drift-client",
        message=f"the clients cannot be compared: {error}",
        help="flaregen build on either document says more",
        severity="note",
        source=document.source,
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """Differences that follow from one name."""

    cause: Change
    differences: list[SurfaceChange] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ClientReport:
    """The changes of the contract, and what is needed to add those of the client."""

    changes: tuple[Change, ...]
    old: NameOrigins
    new: NameOrigins
    documents: tuple[Document, Document]

    def changed(self, differences: Iterable[SurfaceChange]) -> Iterator[Change]:
        titles = tuple(self._silent_titles())
        causes = Causes((*self.changes, *titles), self.old, self.new)
        explained: dict[int, list[SurfaceChange]] = defaultdict(list)
        named: dict[tuple[Pair, ...], _Group] = {}
        for difference in pair_renamed_classes(without_consequences(differences), causes):
            match causes.of(difference):
                case ExplainedBy(change):
                    explained[id(change)].append(difference)
                case RenamedBy(change):
                    group = named.setdefault(owners(change), _Group(change))
                    group.differences.append(difference)
                case None:
                    yield self._own(difference, causes)
        for change in (*self.changes, *titles):
            group_of = named.get(owners(change))
            if group_of is None and change not in titles:
                yield self._with_arguments(_with_symbols(change, explained[id(change)]))
            elif group_of is not None and group_of.cause is change:
                yield _in_place_of(group_of)

    def _with_arguments(self, change: Change) -> Change:
        """Add keyword arguments that are gone: a surface has only the required ones."""
        arguments = {name for name in change.symbols if name.endswith("=)")}
        gone = (arguments & self.old.symbols.keys()) - self.new.symbols.keys()
        return replace(change, gone=(*change.gone, *sorted(gone)))

    def _silent_titles(self) -> Iterator[Change]:
        """Titles of tasks that changed without a change of the contract: those of mere groups."""
        said = {pointer for one in self.changes for pair in owners(one) for pointer in pair}
        before = {place for places in self.old.tasks.values() for place in places}
        after = {place for places in self.new.tasks.values() for place in places}
        for place in sorted((before & after) - said, key=str):
            old, new = (_title(document, place) for document in self.documents)
            if old != new and old is not None and new is not None:
                at = place.child("title")
                reach = self._reach((place,))
                yield Change("title-changed", "info", "none", "", at, at, reach, old, new)

    def _own(self, difference: SurfaceChange, causes: Causes) -> Change:
        old, new = causes.sides(difference)
        return _change(
            difference,
            (_first(self.documents[0], old), _first(self.documents[1], new)),
            self._reach((*old, *new)),
        )

    def _reach(self, places: tuple[Pointer, ...]) -> tuple[Reach, ...]:
        """The operations that hold the places; all of them for places in components."""
        found = [one.operation for one in self.new.client.operations]
        inside = [one for one in found if any(at.starts_with(one.pointer) for at in places)]
        return tuple(Reach(o.method, o.path, o.operation_id or None) for o in inside or found)


def _first(document: Document, places: tuple[Pointer, ...]) -> Pointer | None:
    """A place in the document itself, or the nearest node around one that an overlay added."""
    if not places:
        return None
    found = next((place for place in places if _has(document, place)), places[0])
    while not _has(document, found):
        found = found.parent
    return found


def _title(document: Document, place: Pointer) -> JSON:
    node = document.at(place) if _has(document, place) else None
    return node.get("title") if isinstance(node, dict) else None


def _has(document: Document, pointer: Pointer) -> bool:
    try:
        document.at(pointer)
    except KeyError:
        return False
    return True


def _in_place_of(group: _Group) -> Change:
    """One change for a name and all that follows from it, at the place of the name."""
    main = min(group.differences, key=_importance)
    cause = group.cause
    found = _change(main, (cause.old_pointer, cause.new_pointer), cause.operations)
    symbols = tuple(dict.fromkeys(name for one in group.differences for name in _symbols(one)))
    more = len({one.symbol for one in group.differences} - {main.symbol})
    message = f"{found.message}, and {more} more with it" if more else found.message
    return replace(
        found,
        message=message,
        symbols=symbols,
        gone=_gone(symbols, group.differences),
        elsewhere=cause.elsewhere,
    )


def _importance(difference: SurfaceChange) -> tuple[bool, int]:
    rule = RULES[difference.rule]
    return not rule.renames, LEVELS.index(rule.level(difference.role))


def _change(
    difference: SurfaceChange,
    pointers: tuple[Pointer | None, Pointer | None],
    operations: tuple[Reach, ...],
) -> Change:
    rule = RULES[difference.rule]
    words = {"subject": difference.symbol, "old": difference.old, "new": difference.new}
    return Change(
        id=rule.id,
        level=rule.level(difference.role),
        direction=difference.role,
        message=rule.message.format_map(words),
        old_pointer=pointers[0],
        new_pointer=pointers[1],
        operations=operations,
        old=difference.old or None,
        new=difference.new or None,
        symbols=_symbols(difference),
        gone=_gone(_symbols(difference), (difference,)),
    )


def _symbols(difference: SurfaceChange) -> tuple[str, ...]:
    if RULES[difference.rule].renames:
        other = difference.new
        return tuple(dict.fromkeys((other, difference.symbol)))
    return (difference.symbol,)


def _with_symbols(change: Change, explained: Iterable[SurfaceChange]) -> Change:
    symbols = tuple(dict.fromkeys((*change.symbols, *(one.symbol for one in explained))))
    return replace(change, symbols=symbols, gone=_gone(symbols, explained))


def _gone(symbols: tuple[str, ...], differences: Iterable[SurfaceChange]) -> tuple[str, ...]:
    """The symbols that are gone, fields with their class."""
    gone = {one.symbol for one in differences if RULES[one.rule].loses}
    return tuple(name for name in symbols if name in gone or name.partition(".")[0] in gone)
