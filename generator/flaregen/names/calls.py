"""How operations are called: the resource, the method, and the arguments."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flaregen.config_file import ScopeTable
from flaregen.names import reserved
from flaregen.names.identifiers import (
    ClassName,
    FieldName,
    ModuleName,
    class_name,
    distinct_arguments,
    method_identifier,
    resource_path,
)
from flaregen.names.named import NamedParameter, NamedResource
from flaregen.names.paths import method_name, resource_name
from flaregen.names.register import Register
from flaregen.names.reviewed import operation_block
from flaregen.names.wishes import Wish, granted
from flaregen.schemas.operation import Location, Operation, Parameter

_BY_KEYWORD: tuple[Location, ...] = ("query", "header", "cookie")
_IGNORED = frozenset({"accept", "content-type", "authorization"})
"""Headers that are described elsewhere (OpenAPI 3.1.1, section 4.8.12.2.1)."""


@dataclass(frozen=True, slots=True)
class Call:
    """How an operation is called, and what its classes begin with: ``client.ai.run``, ``AIRun``."""

    resource: FieldName
    method: FieldName
    prefix: ClassName

    @property
    def module(self) -> ModuleName:
        """The module of its unions, where it has any."""
        return ModuleName(f"{self.resource}.{self.method}".replace(".", "_"))


def calls(
    operations: Sequence[Operation], register: Register, scopes: Sequence[ScopeTable]
) -> list[Call]:
    """A call for each operation; where the paths of two suggest the same, by operationId."""
    scoped = {scope.segment: scope for scope in scopes}
    wishes = [Wish(n, _calls(one, register, scoped)) for n, one in enumerate(operations)]
    # A method beside a resource that lies in the same one is called otherwise.
    nested = {around for wish in wishes for label in wish.names for around in label.around}
    found, unnamed = granted(wishes, nested)
    prefixes, alike = granted(
        [Wish(n, _prefixes(found[n], operations[n], register)) for n in found]
    )
    for number in sorted({*unnamed, *alike}):
        operation = operations[number]
        register.report(
            "unnamed-operation",
            f"no name of its own can be made from the path {operation.path!r}",
            f"paste this into the names file:\n{operation_block(operation)}",
            operation.pointer,
        )
    unknown = _Label("unnamed.unnamed")
    return [
        Call(*found.get(n, unknown).parts, prefixes.get(n, ClassName("Unnamed")))
        for n in range(len(operations))
    ]


class _Label(str):
    """``ai.models.list``: a resource, which may lie in others, and its method."""

    __slots__ = ()

    @property
    def parts(self) -> tuple[FieldName, FieldName]:
        resource, _, method = self.rpartition(".")
        return FieldName(resource), FieldName(method)

    @property
    def around(self) -> Iterator[str]:
        """The resource, and those that it lies in."""
        words = self.split(".")[:-1]
        return (".".join(words[:count]) for count in range(1, len(words) + 1))


def _calls(
    operation: Operation, register: Register, scoped: Mapping[str, ScopeTable]
) -> tuple[_Label, ...]:
    reviewed = register.reviewed.operation_for(operation)
    resource = resource_path(reviewed.resource or resource_name(operation.path, scoped))
    plain = method_name(operation.method, operation.path, scoped)
    methods = [reviewed.method] if reviewed.method else [plain, operation.operation_id]
    names = map(method_identifier, methods)
    return tuple(_Label(f"{resource}.{name}") for name in names if resource and name)


def _prefixes(
    label: _Label, operation: Operation, register: Register
) -> tuple[ClassName, ClassName]:
    resource, method = label.parts
    plain = class_name((resource, method), register.spelling)
    return plain, class_name((resource, operation.operation_id), register.spelling)


def named_resources(resource: FieldName, spelling: Mapping[str, str]) -> Iterator[NamedResource]:
    """A resource and those that it lies in, the outermost first, with their classes."""
    words = resource.split(".")
    for count in range(1, len(words) + 1):
        path = FieldName(".".join(words[:count]))
        name = class_name((path,), spelling)
        # Only its own module and that of the resource around it refer to the class.
        hides = {name, f"Async{name}"} & reserved.CLASSES
        yield NamedResource(path, ClassName(f"{name}Operations") if hides else name)


def parameters(
    operation: Operation, scoped: Mapping[str, ScopeTable], fields: Iterable[str]
) -> Iterator[NamedParameter]:
    """What the path, the query, headers and cookies take by argument, no two by the same.

    ``fields`` are the keywords that go into the body, which all but those of the path have to
    differ from.
    """
    held = {}
    segments = operation.path.split("/")
    for before, segment in pairwise(segments):
        if before in scoped and segment.startswith("{"):
            held[segment.strip("{}")] = scoped[before]
    flags = {form.stream_flag for task in operation.tasks for form in task.requests}
    taken = [*(scope.argument for scope in scoped.values()), *flags - {""}]
    in_path = _arguments(operation, "path", held, taken)
    taken += [*in_path.values(), *fields]
    names: dict[Location, dict[str, FieldName]] = {"path": in_path}
    for location in _BY_KEYWORD:
        names[location] = _arguments(operation, location, {}, taken)
        taken += names[location].values()
    for parameter in operation.parameters:
        if _is_held(parameter, held):
            scope = held[parameter.wire]
            yield NamedParameter(FieldName(scope.argument), parameter, scope.environment)
        elif parameter.wire in names.get(parameter.location, ()):
            yield NamedParameter(names[parameter.location][parameter.wire], parameter, "")


def _arguments(
    operation: Operation, location: Location, held: Container[str], taken: Iterable[str]
) -> dict[str, FieldName]:
    found = (p.wire for p in operation.parameters if _is_in(p, location))
    return distinct_arguments({wire for wire in found if wire not in held}, taken)


def _is_in(parameter: Parameter, location: Location) -> bool:
    ignored = location == "header" and parameter.wire.lower() in _IGNORED
    return parameter.location == location and not ignored


def _is_held(parameter: Parameter, held: Mapping[str, ScopeTable]) -> bool:
    """Whether the client holds a parameter, so that calls need not give it."""
    return parameter.location == "path" and parameter.wire in held
