"""Where the public names of a client come from in its document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from flaregen.client_drift.clients import Client
from flaregen.client_drift.surface_changes import SurfaceChange
from flaregen.client_drift.symbols import inverted
from flaregen.drift.rules import RULES
from flaregen.names.named import NamedOperation, NamedTask
from flaregen.pointer import Pointer
from flaregen.selecting.catalogue import CatalogueEntry


@dataclass(frozen=True)
class NameOrigins:
    """The places of one client's names, as pointers into its document."""

    client: Client

    @cached_property
    def symbols(self) -> Mapping[str, tuple[Pointer, ...]]:
        return {**dict(self._unions()), **inverted(self.client.symbols)}

    @cached_property
    def methods(self) -> Mapping[str, NamedOperation]:
        """Operations by the name that a surface gives them, ``AI.run``."""
        return {f"{one.resource_class}.{one.method}": one for one in self.client.operations}

    @cached_property
    def models(self) -> Mapping[str, tuple[CatalogueEntry, ...]]:
        return self.client.models

    @cached_property
    def tasks(self) -> Mapping[str, tuple[Pointer, ...]]:
        """The request and the response of the task of each class and each alias of models."""
        return {
            name: (task.pointer, *((task.response.variant.pointer,) if task.response else ()))
            for operation in self.client.operations
            for task in operation.tasks
            for name in _names(task)
        }

    def of(self, difference: SurfaceChange) -> tuple[Pointer, ...]:
        """The places of a symbol that differs; empty where this client does not have it."""
        owner = RULES[difference.rule].owner
        if owner == "model":
            entries = self.models.get(difference.old or difference.new, ())
            return tuple(entry.pointer for entry in entries)
        if owner == "argument" and difference.symbol in self.methods:
            listed = self.methods[difference.symbol].parameters
            return tuple(one.parameter.pointer for one in listed)
        if owner in ("method", "argument"):
            return tuple(self._operations(difference.symbol))
        return self.symbols.get(difference.symbol, ())

    def is_derived_method(self, difference: SurfaceChange) -> bool:
        """Whether a method is derived from other operations, as ``stream`` is."""
        resources = {method.partition(".")[0] for method in self.methods}
        symbol = difference.symbol
        return (
            RULES[difference.rule].owner == "method"
            and symbol not in self.methods
            and symbol.partition(".")[0] in resources
        )

    def task(self, difference: SurfaceChange) -> tuple[Pointer, ...]:
        """The schemas of the task that a difference belongs to."""
        return self.tasks.get(difference.symbol.partition(".")[0], ())

    def stream_flags(self, difference: SurfaceChange) -> tuple[Pointer, ...]:
        """The properties that ask for a stream, without which its classes do not exist."""
        return self._stream_flags.get(difference.symbol, ())

    @cached_property
    def _stream_flags(self) -> Mapping[str, tuple[Pointer, ...]]:
        found: dict[str, tuple[Pointer, ...]] = {}
        for operation in self.client.operations:
            everything: tuple[Pointer, ...] = ()
            for task in operation.tasks:
                flags = tuple(_flags(task))
                everything += flags
                found |= dict.fromkeys(_streamed(task), flags)
            found[_chunk_union(operation)] = everything
            found[f"{operation.resource_class}.stream"] = everything
        return found

    def other_places(self, pointers: tuple[Pointer, ...]) -> tuple[Pointer, ...]:
        """All places of the symbols that are made from some places."""
        names = {name for one in pointers for name in self.client.symbols.symbols.get(one, ())}
        return tuple(place for name in sorted(names) for place in self.symbols[name])

    def _operations(self, method: str) -> Iterator[Pointer]:
        """The operation of a method; for a derived one, those that it is derived from."""
        known = self.methods.get(method)
        resource = method.partition(".")[0]
        for operation in self.client.operations:
            if operation is known or (known is None and operation.resource_class == resource):
                yield operation.operation.pointer

    def _unions(self) -> Iterator[tuple[str, tuple[Pointer, ...]]]:
        for operation in self.client.operations:
            at = operation.operation.pointer
            yield operation.params_union, (at.child("requestBody"),)
            yield operation.response_union, (at.child("responses"),)
            yield _chunk_union(operation), (at.child("responses"),)


def _names(task: NamedTask) -> Iterator[str]:
    yield task.model_alias
    for cls in (*(variant.cls for variant in task.variants), *task.nested):
        yield cls.name
    if task.response is not None:
        yield task.response.name
        if task.response.chunk is not None:
            yield task.response.chunk.name


def _chunk_union(operation: NamedOperation) -> str:
    return f"{operation.response_union.removesuffix('Response')}Chunk"


def _flags(task: NamedTask) -> Iterator[Pointer]:
    for one in task.variants:
        if one.variant.stream_flag:
            yield one.cls.schema.pointer.child("properties", one.variant.stream_flag)


def _streamed(task: NamedTask) -> Iterator[str]:
    """The class of an event and those nested in it, whose names begin with its name."""
    if task.response is not None and task.response.chunk is not None:
        name = task.response.chunk.name
        yield name
        yield from (cls.name for cls in task.nested if cls.name.startswith(name))
