"""The Python names of the emitted client that a change touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from flaregen.drift.change import Change, Report
from flaregen.named import NamedClass, NamedOperation
from flaregen.pointer import Pointer

SymbolIndex: TypeAlias = Mapping[Pointer, tuple[str, ...]]
"""Names such as ``TextToImageParams.num_steps`` by the pointer of what they stand for."""


def index_of(operations: Iterable[NamedOperation]) -> SymbolIndex:
    """The methods, classes and fields of named operations."""
    found: dict[Pointer, dict[str, None]] = {}
    for operation in operations:
        for pointer, name in _names(operation):
            found.setdefault(pointer, {})[name] = None
    return {pointer: tuple(names) for pointer, names in found.items()}


def _names(operation: NamedOperation) -> Iterator[tuple[Pointer, str]]:
    method = f"client.{operation.resource}.{operation.method}"
    yield operation.operation.pointer, method
    for one in operation.parameters:
        yield one.parameter.pointer, f"{method}({one.argument})"
    for task in operation.tasks:
        for variant in task.variants:
            yield from _class(variant.cls)
        for cls in task.nested:
            yield from _class(cls)
        response = task.response
        if response is not None:
            yield response.variant.pointer, response.name
            for found in (response.cls, response.chunk):
                yield from _class(found) if found is not None else ()


def _class(cls: NamedClass) -> Iterator[tuple[Pointer, str]]:
    yield cls.schema.pointer, cls.name
    for field in cls.fields:
        name = f"{cls.name}.{field.name}"
        yield cls.schema.pointer.child("properties", field.wire), name
        yield field.schema.pointer, name


def attach(report: Report, old: SymbolIndex, new: SymbolIndex) -> Report:
    """The report with the names that each change touches, those of the new client first."""
    return replace(
        report,
        changes=tuple(_attached(change, old, new) for change in report.changes),
        accepted=tuple(
            replace(one, change=_attached(one.change, old, new)) for one in report.accepted
        ),
    )


def _attached(change: Change, old: SymbolIndex, new: SymbolIndex) -> Change:
    names: dict[str, None] = {}
    for before, after in ((change.old_pointer, change.new_pointer), *change.elsewhere):
        renamed = change.id.endswith("renamed")
        if after is not None:
            names.update(dict.fromkeys(_nearest(after, new)))
        if before is not None and (after is None or renamed):
            names.update(dict.fromkeys(_nearest(before, old)))
    return replace(change, symbols=tuple(names))


def _nearest(pointer: Pointer, index: SymbolIndex) -> tuple[str, ...]:
    """The names of the innermost named node around a place."""
    while pointer.tokens:
        if pointer in index:
            return index[pointer]
        pointer = pointer.parent
    return ()
