"""Which Python names a place in a document becomes: the way back from pointers to symbols."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flaregen.names.named import NamedClass, NamedOperation, NamedTask
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Object


@dataclass(frozen=True, slots=True)
class SymbolIndex:
    """Symbols by pointer: classes, fields (``TextToImageParams.num_steps``), methods, arguments."""

    symbols: Mapping[Pointer, tuple[str, ...]]

    def at(self, pointer: Pointer) -> tuple[str, ...]:
        """The symbols of a place, or of the nearest place around it that has any."""
        while True:
            found = self.symbols.get(pointer)
            if found is not None or not pointer.tokens:
                return found or ()
            pointer = pointer.parent


def index(operations: Sequence[NamedOperation]) -> SymbolIndex:
    """Every place of every operation that has a name in Python, each name once, sorted."""
    found: dict[Pointer, set[str]] = {}
    for operation in operations:
        for pointer, symbol in _operation(operation):
            found.setdefault(pointer, set()).add(symbol)
    return SymbolIndex({pointer: tuple(sorted(names)) for pointer, names in found.items()})


def _operation(operation: NamedOperation) -> Iterator[tuple[Pointer, str]]:
    label = f"client.{operation.resource}.{operation.method}"
    yield operation.operation.pointer, label
    for parameter in operation.parameters:
        yield parameter.parameter.pointer, f"{label}({parameter.argument}=)"
    for task in operation.tasks:
        yield from _task(task)


def _task(task: NamedTask) -> Iterator[tuple[Pointer, str]]:
    classes = [variant.cls for variant in task.variants]
    for cls in classes:
        yield task.pointer, cls.name
    response = task.response
    if response is not None:
        yield response.variant.pointer, response.name
        classes += [cls for cls in (response.cls, response.chunk) if cls is not None]
    for cls in (*classes, *task.nested):
        # Identical objects have one class and several places.
        for place in cls.places:
            yield from _fields(cls, place)


def _fields(cls: NamedClass, schema: Object) -> Iterator[tuple[Pointer, str]]:
    names = {field.wire: field.name for field in cls.fields}
    yield schema.pointer, cls.name
    for field in schema.fields:
        symbol = f"{cls.name}.{names[field.wire]}"
        yield schema.pointer.child("properties", field.wire), symbol
        yield field.schema.pointer, symbol
