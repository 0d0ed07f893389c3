"""The arguments of each operation: a Python name for each of its parameters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from flaregen.config_file import ScopeTable
from flaregen.names.identifiers import FieldName, distinct_arguments
from flaregen.names.named import NamedParameter
from flaregen.names.paths import in_scope
from flaregen.openapi.versions import HEADERS_APART
from flaregen.schemas.operation import Location, Operation, Parameter

_BY_KEYWORD: tuple[Location, ...] = ("query", "header", "cookie")


def parameters(
    operation: Operation,
    scoped: Mapping[str, ScopeTable],
    fields: Iterable[str],
    reviewed: Mapping[str, str],
) -> Iterator[NamedParameter]:
    """The parameters of an operation, each with an argument of its own.

    ``fields`` are the keywords of the body: arguments of the query, headers and cookies must
    differ from them. ``reviewed`` has names for the arguments of the path.
    """
    scope = _scope(operation.path, scoped)
    held = {scope[0]: scope[1]} if scope else {}
    other = _scope(operation.twin.path, scoped) if operation.twin else None
    flags = {form.stream_flag for task in operation.tasks for form in task.requests}
    taken = [one[1].argument for one in (scope, other) if one]
    taken += flags - {""}
    in_path = _arguments(operation, "path", held, taken, reviewed)
    taken += [*in_path.values(), *fields]
    names: dict[Location, dict[str, FieldName]] = {"path": in_path}
    for location in _BY_KEYWORD:
        names[location] = _arguments(operation, location, {}, taken, {})
        taken += names[location].values()
    for parameter in operation.parameters:
        if parameter.location == "path" and parameter.wire in held:
            yield _held(held[parameter.wire], parameter)
        elif parameter.wire in names.get(parameter.location, ()):
            yield NamedParameter(names[parameter.location][parameter.wire], parameter, "")
    if operation.twin and other:
        yield _held(other[1], operation.twin.parameter)


def _scope(path: str, scoped: Mapping[str, ScopeTable]) -> tuple[str, ScopeTable] | None:
    """The path parameter whose value the client holds, and its scope."""
    held = in_scope(path, scoped)
    return (held.parameter, scoped[held.scope]) if held else None


def _held(scope: ScopeTable, parameter: Parameter) -> NamedParameter:
    return NamedParameter(FieldName(scope.argument), parameter, scope.environment)


def _arguments(
    operation: Operation,
    location: Location,
    held: Container[str],
    taken: Iterable[str],
    reviewed: Mapping[str, str],
) -> dict[str, FieldName]:
    found = (p.wire for p in operation.parameters if _is_in(p, location))
    wires = {wire for wire in found if wire not in held}
    # Two that are to have one name keep theirs.
    wanted = Counter(reviewed.get(wire, wire) for wire in wires)
    texts = {wire: reviewed.get(wire, wire) for wire in wires}
    texts = {wire: text if wanted[text] == 1 else wire for wire, text in texts.items()}
    names = distinct_arguments(texts.values(), taken)
    return {wire: names[text] for wire, text in texts.items()}


def _is_in(parameter: Parameter, location: Location) -> bool:
    ignored = location == "header" and parameter.wire.lower() in HEADERS_APART
    return parameter.location == location and not ignored
