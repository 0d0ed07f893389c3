"""Which Python names a place in a document becomes: the way back from pointers to symbols."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flaregen.names.identifiers import ClassName
from flaregen.names.named import NamedClass, NamedOperation, NamedTask
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Direction, Object, Schema
from flaregen.schemas.sites import sites


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
        yield from _task(operation, task)


def _task(operation: NamedOperation, task: NamedTask) -> Iterator[tuple[Pointer, str]]:
    classes = {cls.name: cls for cls in task.nested}
    for variant in task.variants:
        yield task.pointer, variant.cls.name
        classes[variant.cls.name] = variant.cls
        yield from _objects(operation, variant.cls.schema, "request", classes)
    response = task.response
    if response is None:
        return
    yield response.variant.pointer, response.name
    for cls in (response.cls, response.chunk):
        if cls is not None:
            classes[cls.name] = cls
            yield from _fields(cls, cls.schema)
    for schema in (response.variant.schema, response.variant.chunk):
        if schema is not None:
            yield from _objects(operation, schema, "response", classes)


def _objects(
    operation: NamedOperation,
    root: Schema,
    direction: Direction,
    classes: Mapping[ClassName, NamedClass],
) -> Iterator[tuple[Pointer, str]]:
    """Objects and their properties. Identical ones have one class and several places."""
    for site in sites(root):
        name = operation.classes.get((direction, site.schema.pointer))
        if name is not None and name in classes:
            yield from _fields(classes[name], site.schema)


def _fields(cls: NamedClass, schema: Object) -> Iterator[tuple[Pointer, str]]:
    names = {field.wire: field.name for field in cls.fields}
    yield schema.pointer, cls.name
    for field in schema.fields:
        symbol = f"{cls.name}.{names[field.wire]}"
        yield schema.pointer.child("properties", field.wire), symbol
        yield field.schema.pointer, symbol
