"""The emitted client's side of a comparison: what a change does to Python code.

A change of the contract names the Python symbols that it touches. What it does not
tell of, such as a class that bears another name because a title changed, is a change
of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from flaregen.config import Config
from flaregen.diagnostic import DiagnosticError
from flaregen.document import Document
from flaregen.drift.change import Change, Direction, Reach
from flaregen.drift.rules import RULES
from flaregen.named import NamedOperation
from flaregen.overlay import apply
from flaregen.pipeline import emit, understand
from flaregen.pointer import Pointer
from flaregen.repair import repair
from flaregen.select import select
from flaregen.surface import surface
from flaregen.surface_changes import SurfaceChange
from flaregen.surface_changes import compare as compare_surfaces
from flaregen.symbols import SymbolIndex, index


@dataclass(frozen=True, slots=True)
class Client:
    """What a document becomes: its operations by name, and where each name comes from."""

    config: Config
    selection: Document
    operations: tuple[NamedOperation, ...]
    symbols: SymbolIndex

    @property
    def origins(self) -> Mapping[str, Pointer]:
        """The first place of each symbol, and of the class around it."""
        found: dict[str, Pointer] = {}
        for pointer, names in self.symbols.symbols.items():
            for name in names:
                found.setdefault(name, pointer)
        return found

    @property
    def reach(self) -> tuple[Reach, ...]:
        return tuple(
            Reach(o.operation.method, o.operation.path, o.operation.operation_id or None)
            for o in self.operations
        )


def clients(old: Document, new: Document, config: Config) -> tuple[Client, Client] | None:
    """The clients of both documents; None where one lacks the operations or cannot be named.

    The configured overlays are laid over both, or over neither: a correction of one
    document alone would look like a change.
    """
    for overlaid in (replace(config), replace(config, overlays=())):
        try:
            return _client(old, overlaid), _client(new, overlaid)
        except DiagnosticError:
            continue
    return None


def _client(document: Document, config: Config) -> Client:
    whole = apply(document, config.overlays)
    selection, _ = repair(select(whole, config.operations))
    operations = understand(whole, selection, config)
    return Client(config, selection, operations, index(operations))


def attach(changes: Iterable[Change], old: Client, new: Client) -> tuple[Change, ...]:
    """Changes with the symbols of the places they are at, on either side."""
    return tuple(replace(change, symbols=_symbols(change, old, new)) for change in changes)


def _symbols(change: Change, old: Client, new: Client) -> tuple[str, ...]:
    found: set[str] = set()
    pairs = ((change.old_pointer, change.new_pointer), *change.elsewhere)
    for before, after in pairs:
        found.update(old.symbols.at(before) if before is not None else ())
        found.update(new.symbols.at(after) if after is not None else ())
    return tuple(sorted(found))


def client_changes(changes: Iterable[Change], old: Client, new: Client) -> Iterator[Change]:
    """What differs between the clients and no change of the contract tells of.

    ``changes`` have their symbols. Nothing is emitted where the selections are the same.
    """
    if old.selection.root == new.selection.root:
        return
    told = {symbol for change in changes for symbol in change.symbols}
    before = surface(emit(old.config, old.selection, old.operations))
    after = surface(emit(new.config, new.selection, new.operations))
    for difference in compare_surfaces(before, after):
        if not _is_told(difference, told):
            yield _change(difference, old, new)


def _is_told(difference: SurfaceChange, told: set[str]) -> bool:
    """Whether the contract tells of the symbol, or of the field that a class belongs to."""
    names = {difference.symbol, difference.new} - {""}
    if difference.kind in ("class-added", "class-removed"):
        prefix = tuple(f"{name}." for name in names)
        return bool(names & told) or any(symbol.startswith(prefix) for symbol in told)
    return bool(names & told)


def _change(difference: SurfaceChange, old: Client, new: Client) -> Change:
    rule = RULES[f"client-{difference.kind}"]
    direction: Direction = difference.role
    return Change(
        id=rule.id,
        level="breaking" if difference.breaking else "info",
        direction=direction,
        message=rule.message.format(
            subject=difference.symbol, old=difference.old, new=difference.new
        ),
        old_pointer=_origin(old, difference.symbol),
        new_pointer=_origin(new, difference.new) or _origin(new, difference.symbol),
        operations=new.reach or old.reach,
        old=difference.old or None,
        new=difference.new or None,
        symbols=tuple(sorted({difference.symbol, *_renamed(difference)})),
    )


def _renamed(difference: SurfaceChange) -> tuple[str, ...]:
    return (difference.new,) if difference.kind.endswith("renamed") else ()


def _origin(client: Client, symbol: str) -> Pointer | None:
    origins = client.origins
    return origins.get(symbol) or origins.get(symbol.partition(".")[0])
