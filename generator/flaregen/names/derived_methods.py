"""Methods derived from that of an operation, for streams and batches, and what each is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from flaregen.names.named import NamedOperation, NamedParameter

DerivedMethod: TypeAlias = Literal["stream", "stream_bytes", "batch"]


def in_path(operation: NamedOperation) -> list[NamedParameter]:
    """Documents list them in any order; calls name them in that of the path."""
    found = (p for p in operation.parameters if p.parameter.location == "path")
    path = operation.operation.path + (twin.path if (twin := operation.operation.twin) else "")
    return sorted(found, key=lambda p: path.find(f"{{{p.parameter.wire}}}"))


def scopes(operation: NamedOperation) -> tuple[str, ...]:
    """The arguments that the client may hold."""
    return tuple(p.argument for p in in_path(operation) if p.environment)


def by_keyword(operation: NamedOperation) -> list[NamedParameter]:
    """Parameters that are keywords of a call: of the query, in headers and cookies."""
    return [p for p in operation.parameters if p.parameter.location != "path"]


def slashed_parameters(operation: NamedOperation, slashed: Sequence[str]) -> list[NamedParameter]:
    """Arguments whose values may hold slashes: those configured, and the names of models."""
    arguments = [p for p in in_path(operation) if not p.environment]
    has_slashes = any("/" in model for task in operation.tasks for model in task.models)
    at_end = arguments[-1:] if has_slashes and operation.operation.path.endswith("}") else []
    return [p for p in arguments if p.parameter.wire in slashed or p in at_end]


def derived_methods(
    operations: Sequence[NamedOperation], slashed: Sequence[str]
) -> tuple[Mapping[DerivedMethod, str], ...]:
    """For each operation of one resource, its derived methods with their names.

    One of them keeps the plain name of its kind: the only one, or the only one for models.
    """
    of_models = [bool(slashed_parameters(operation, slashed)) for operation in operations]
    having = [
        tuple(_having(one, takes_model=takes))
        for one, takes in zip(operations, of_models, strict=True)
    ]
    taken: set[str] = {operation.method for operation in operations}
    found = []
    for number, own in enumerate(having):
        names: dict[DerivedMethod, str] = {}
        for kind in own:
            rivals = [n for n, others in enumerate(having) if kind in others]
            plain = rivals if len(rivals) == 1 else [n for n in rivals if of_models[n]]
            names[kind] = kind if plain == [number] else f"{kind}_{operations[number].method}"
        while taken & set(names.values()):
            names = {kind: f"{name}_" for kind, name in names.items()}
        taken |= set(names.values())
        found.append(names)
    return tuple(found)


def _having(operation: NamedOperation, *, takes_model: bool) -> Iterator[DerivedMethod]:
    if any(response.chunk for response in operation.responses):
        yield "stream"
    if any(response.variant.binary for response in operation.responses):
        yield "stream_bytes"
    # Batches are queued by model.
    if takes_model and operation.variants:
        yield "batch"
