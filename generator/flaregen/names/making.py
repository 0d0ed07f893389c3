"""Turns drafts with names into named operations.

Each class is made once, whoever uses it, and each parameter is an argument of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence

from flaregen.config_file import ScopeTable
from flaregen.names.calls import Call, named_resources
from flaregen.names.classes import Classes
from flaregen.names.graph import Node
from flaregen.names.identifiers import (
    ClassName,
    FieldName,
    distinct_arguments,
    distinct_fields,
    field_name,
)
from flaregen.names.named import (
    ClassKind,
    NamedClass,
    NamedField,
    NamedOperation,
    NamedParameter,
    NamedResource,
    NamedResponse,
    NamedTask,
    NamedVariant,
)
from flaregen.names.paths import in_scope
from flaregen.names.reviewed import Register
from flaregen.names.tasks import Draft
from flaregen.names.types import ClassType, Type, or_any_object, renamed
from flaregen.openapi.versions import HEADERS_APART
from flaregen.pointer import Pointer
from flaregen.schemas.operation import Location, Operation, Parameter
from flaregen.schemas.schema import Field, Object

_MOST_ALIKE = 50
"""Properties of one object whose names differ in nothing that a Python name can show."""


class Maker:
    """Turns drafts into named values."""

    def __init__(self, classes: Classes, register: Register, scopes: Sequence[ScopeTable]) -> None:
        self._classes = classes
        self._register = register
        self._scoped = {scope.segment: scope for scope in scopes}
        self._made: dict[Hashable, NamedClass] = {}
        self._by_operation: defaultdict[Pointer, list[Draft]] = defaultdict(list)
        self._by_merged: defaultdict[int, list[Draft]] = defaultdict(list)
        self._nodes: defaultdict[int, list[int]] = defaultdict(list)
        for draft in classes.drafts:
            self._by_operation[draft.operation.pointer].append(draft)
            self._by_merged[draft.merged_into].append(draft)
        for root, numbers in classes.graph.within.items():
            self._nodes[root.task] += numbers

    def operation(self, operation: Operation, call: Call) -> NamedOperation:
        tasks = tuple(map(self._task, self._by_operation[operation.pointer]))
        reviewed = self._register.reviewed.operation_for(operation).arguments
        found = parameters(operation, self._scoped, _keywords(tasks), reviewed)
        return NamedOperation(
            operation=operation,
            resources=self._resources(call.resource),
            method=call.method,
            params_union=ClassName(f"{call.prefix}Params"),
            response_union=ClassName(f"{call.prefix}Response"),
            module=call.module,
            parameters=tuple(found),
            tasks=tasks,
            also=tuple((self._resources(resource), method) for resource, method in call.also),
        )

    def _resources(self, path: FieldName) -> tuple[NamedResource, ...]:
        return tuple(named_resources(path, self._register.spelling))

    def _task(self, draft: Draft) -> NamedTask:
        task = draft.task
        # Tasks that are one have one class for what they ask, whichever of them is answered.
        answers = map(self._response, self._by_merged[draft.merged_into])
        answer = next(filter(None, answers), None)
        return NamedTask(
            title=task.title,
            description=task.description,
            module=draft.module,
            variants=tuple(self._variants(draft, answer)),
            response=self._response(draft),
            nested=tuple(self._nested(draft)),
            model_alias=self._alias(draft.merged_into, "model"),
            models=task.models,
            pointer=task.pointer,
            body=None if draft.body is None else or_any_object(self._type(draft.body)),
        )

    def _variants(self, draft: Draft, answer: NamedResponse | None) -> Iterator[NamedVariant]:
        """The forms of a body, those with one class once."""
        pairs = zip(draft.variants, draft.task.requests, strict=True)
        forms = [(self._class(number, "params"), variant) for number, variant in pairs]
        first = {cls.name: (cls, variant) for cls, variant in reversed(forms)}
        for cls, variant in reversed(first.values()):
            yield NamedVariant(cls, variant, answer)

    def _response(self, draft: Draft) -> NamedResponse | None:
        variant = draft.task.response
        if variant is None:
            return None
        chunk = None if draft.chunk is None else self._class(draft.chunk, "chunk")
        module = self._classes.drafts[draft.answer_merged_into].module
        if draft.main is not None:
            cls = self._class(draft.main, "response")
            return NamedResponse(cls.name, module, variant, ClassType(cls.name), cls, chunk)
        alias = self._alias(draft.answer_merged_into, "response")
        if draft.response is None:
            return NamedResponse(alias, module, variant, None, None, chunk)
        type_, shared = self._type(draft.response), None
        if isinstance(draft.response, ClassType):
            shared = self._class(int(draft.response.name), "response")
            if self._classes.same_name(draft):
                alias, module = shared.name, shared.module
        return NamedResponse(alias, module, variant, type_, shared, chunk)

    def _alias(self, task: int, kind: str) -> ClassName:
        return self._classes.named.get((task, kind), ClassName("Unnamed"))

    def _nested(self, draft: Draft) -> Iterator[NamedClass]:
        """The classes inside of a task, each once."""
        found: set[Hashable] = set()
        for number in self._nodes[draft.number]:
            node, key = self._classes.graph.nodes[number], self._classes.keys[number]
            if not node.is_root and key not in found:
                found.add(key)
                yield self._class(number, node.place.direction)

    def _type(self, type_: Type) -> Type:
        return renamed(type_, lambda number: self._classes.name_of(int(number)))

    def _class(self, number: int, kind: ClassKind) -> NamedClass:
        """The class of a node, made from the first node that has it."""
        key = self._classes.keys[number]
        if key not in self._made:
            numbers = self._classes.numbers[key]
            nodes = [self._classes.graph.nodes[one] for one in numbers]
            self._made[key] = NamedClass(
                name=self._classes.name_of(number),
                module=self._classes.modules[key],
                kind=kind,
                schema=nodes[0].schema,
                fields=tuple(self._fields(nodes[0])),
                rest=nodes[0].rest,
                places=tuple({node.schema.pointer: node.schema for node in nodes}.values()),
            )
        return self._made[key]

    def _fields(self, node: Node) -> Iterator[NamedField]:
        distinct = self._distinct(node.schema)
        read = (reading.name for reading in node.schema.readings)
        names = distinct_fields((field.wire for field in distinct), read)
        for field, type_ in zip(distinct, node.types, strict=False):
            named = self._type(type_)
            if node.place.direction == "request":
                named = or_any_object(named)
            yield NamedField(names[field.wire], field.wire, field.schema, field.required, named)

    def _distinct(self, schema: Object) -> tuple[Field, ...]:
        """The fields, unless so many have one name in Python that none would be readable."""
        alike = Counter(field_name(f.wire) for f in schema.fields)
        name, count = max(alike.items(), key=lambda pair: pair[1], default=("", 0))
        if count <= _MOST_ALIKE:
            return schema.fields
        self._register.report(
            "names-alike",
            f"{count:,} properties would all be called {name or 'field_'!r}",
            "a property is named by the Latin letters and digits in it; give them some",
            schema.pointer,
        )
        return schema.fields[:1]


def _keywords(tasks: Iterable[NamedTask]) -> Iterator[str]:
    """The keywords that fields of the body have in calls."""
    for task in tasks:
        for variant in task.variants:
            for member in variant.cls.fields:
                yield from (member.name, member.wire)


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
