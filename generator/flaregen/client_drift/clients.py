"""The clients that two documents become.

``clients`` reads both as a build would: overlays, selection, extraction, names. A
document without the configured operations has no client. Neither has one that cannot be
built, which is a note.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import JSON, Document
from flaregen.drift.selection import chosen_places, matching
from flaregen.names.model_surface import model_symbols
from flaregen.names.named import NamedOperation
from flaregen.names.named_models import NamedModels
from flaregen.names.surface import surface
from flaregen.names.symbol import EMPTY, Surface
from flaregen.openapi.endpoints import with_path_items
from flaregen.openapi.json_values import same_json
from flaregen.opening import correct
from flaregen.pointer import Pointer
from flaregen.selecting.reach import prune, reach
from flaregen.selecting.refinements import catalogue
from flaregen.understanding import Reading, models_by_name, understand


@dataclass(frozen=True, slots=True)
class Client:
    """What a document becomes; nothing at all where it has none of the operations.

    ``by_name`` are models by name.
    """

    config: Config
    reading: Reading | None = None
    surface: Surface = EMPTY
    by_name: Mapping[Pointer, NamedModels] = field(default_factory=dict)

    @property
    def with_models(self) -> Client:
        """The client with the symbols of models by name in its surface."""
        queued = self.config.wire.queued
        each = (model_symbols(models, queued) for models in self.by_name.values())
        symbols = chain.from_iterable(each)
        known = {**self.surface.symbols, **{symbol.name: symbol for symbol in symbols}}
        return replace(self, surface=Surface(known))

    @property
    def operations(self) -> tuple[NamedOperation, ...]:
        return self.reading.operations if self.reading else ()

    @property
    def tasks(self) -> set[Pointer]:
        """The schemas of requests and of answers that tasks are made from."""
        tasks = [task for operation in self.operations for task in operation.tasks]
        answers = {task.response.variant.pointer for task in tasks if task.response}
        return answers.union(task.pointer for task in tasks)


@dataclass(frozen=True, slots=True)
class Clients:
    """Both clients. ``notes`` say why one that should be there cannot be built."""

    old: Client
    new: Client
    notes: tuple[Diagnostic, ...] = ()

    @property
    def remarks(self) -> tuple[Diagnostic, ...]:
        """What a build of the new document remarks."""
        return self.new.reading.remarks if self.new.reading else ()


def clients(old: Document, new: Document, config: Config) -> Clients:
    """Read both documents, which are the whole ones.

    The configured overlays are laid over both or, where one of them does not apply to
    one of the documents, over neither: else a correction would look like a change.
    """
    with suppress(DiagnosticError):
        old, new = correct(old, config), correct(new, config)
    notes: list[Diagnostic] = []
    now = replace(config, operations=config.present)
    found = [_client(old, config, notes), _client(new, now, notes)]
    if all(client.by_name for client in found):
        # Where one of them has no models by name, a name in a path says why.
        found = [client.with_models for client in found]
    return Clients(found[0], found[1], tuple(dict.fromkeys(notes)))


def _client(document: Document, config: Config, notes: list[Diagnostic]) -> Client:
    patterns = matching(document, config.operations)
    if not patterns:
        return Client(config)
    try:
        reading = understand(document, replace(config, operations=tuple(patterns)))
        whole = surface(reading.operations, config.wire.slashed, _models(reading))
    except DiagnosticError as error:
        notes += [replace(finding, severity="note") for finding in error.diagnostics]
        return Client(config)
    by_name = {at: found for at, found in models_by_name(config, reading) if found.groups}
    return Client(config, reading, whole, by_name)


def _models(reading: Reading) -> dict[str, tuple[Pointer, ...]]:
    """The places of each model that the document lists."""
    found: dict[str, tuple[Pointer, ...]] = {}
    for operation in reading.operations:
        raw = operation.operation
        for entry in catalogue(reading.document, raw.path, raw.method.lower()):
            found[entry.model] = (*found.get(entry.model, ()), entry.pointer)
    return found


def differ(old: Document, new: Document, config: Config) -> bool:
    """Whether the wanted operations differ, in anything that they or their models reach."""
    if same_json(old.root, new.root) and not config.former:
        return False
    return not same_json(_reached(old, config.operations), _reached(new, config.present))


def _reached(document: Document, patterns: Sequence[str]) -> JSON:
    """The part of a document that a client is made from; None without one of the operations."""
    document = with_path_items(document)
    operations = chosen_places(document, patterns)
    if not operations:
        return None
    models = [
        entry.pointer
        for _, path, method in (pointer.tokens for pointer in operations)
        for entry in catalogue(document, path, method)
    ]
    return prune(document.root, reach(document, (*operations, *models)))
