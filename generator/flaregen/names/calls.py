"""How operations are called: the resource, the method, and the arguments."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise

from flaregen.config import ScopeTable
from flaregen.names import reserved
from flaregen.names.identifiers import (
    ClassName,
    FieldName,
    class_name,
    distinct_arguments,
    method_identifier,
    resource_identifier,
)
from flaregen.names.named import NamedOperation, NamedParameter
from flaregen.names.paths import method_name, resource_name
from flaregen.names.register import Register
from flaregen.names.reviewed import operation_block
from flaregen.schemas.operation import Location, Operation, Parameter


def call(
    operation: Operation, register: Register, scoped: Mapping[str, ScopeTable]
) -> tuple[FieldName, FieldName]:
    """The resource and the method, by which an operation is called."""
    reviewed = register.reviewed.operation_for(operation.operation_id)
    resource = resource_identifier(reviewed.resource or resource_name(operation.path, scoped))
    method = method_identifier(
        reviewed.method or method_name(operation.method, operation.path, scoped)
    )
    if resource and method:
        return resource, method
    register.report(
        "unnamed-operation",
        f"no name can be made from the path {operation.path!r}",
        f"paste this into the names file:\n{operation_block(operation.operation_id)}",
        operation.pointer,
    )
    register.incomplete = True
    return FieldName(resource or "unnamed"), FieldName(method or "unnamed")


def resource_class(resource: FieldName, spelling: Mapping[str, str]) -> ClassName:
    """The class of a resource. Only its own module and the client's refer to it."""
    name = class_name((resource,), spelling)
    hides = {name, f"Async{name}"} & reserved.CLASSES
    return ClassName(f"{name}Operations") if hides else name


def claim_operation(named: NamedOperation, register: Register) -> None:
    """A call, a module of unions, and the unions themselves belong to one operation."""
    pointer, remedy = named.operation.pointer, operation_block(named.operation.operation_id)
    label = f"{named.resource}.{named.method}"
    register.claim(f"client.{label}", pointer, remedy, "operations")
    names = {variant.cls.name for task in named.tasks for variant in task.variants}
    if names and named.params_union not in names:
        register.claim(f"{named.resource}_{named.method}.py", pointer, remedy, "things")
        register.claim(named.params_union, pointer, remedy, "things")
        register.claim(named.response_union, pointer, remedy, "things")


def parameters(
    operation: Operation, scoped: Mapping[str, ScopeTable], fields: Iterable[str]
) -> Iterator[NamedParameter]:
    """What the path and the query take by argument, no two of them by the same.

    ``fields`` are the keywords that go into the body, which those of the query have to differ
    from. Headers and cookies are no arguments.
    """
    held = {}
    segments = operation.path.split("/")
    for before, segment in pairwise(segments):
        if before in scoped and segment.startswith("{"):
            held[segment.strip("{}")] = scoped[before]
    taken = [scope.argument for scope in scoped.values()]
    in_path = _arguments(operation, "path", held, taken)
    in_query = _arguments(operation, "query", {}, (*taken, *in_path.values(), *fields))
    for parameter in operation.parameters:
        if _is_held(parameter, held):
            scope = held[parameter.wire]
            yield NamedParameter(FieldName(scope.argument), parameter, scope.environment)
        elif parameter.location in ("path", "query"):
            names = in_path if parameter.location == "path" else in_query
            yield NamedParameter(names[parameter.wire], parameter, "")


def _arguments(
    operation: Operation, location: Location, held: Container[str], taken: Iterable[str]
) -> dict[str, FieldName]:
    found = (p.wire for p in operation.parameters if p.location == location)
    return distinct_arguments({wire for wire in found if wire not in held}, taken)


def _is_held(parameter: Parameter, held: Mapping[str, ScopeTable]) -> bool:
    """Whether the client holds a parameter, so that calls need not give it."""
    return parameter.location == "path" and parameter.wire in held
