"""Names, as a pass of their own: from content, and never from position.

A task is named by its title. Forms of one task, and members of one union, are told
apart by their own title, by a reviewed name, or by the first required property that
the others do not require. Whatever stays without a name is an error that prints the
block to paste into the names file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from flaregen.config import ScopeTable
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Document
from flaregen.identifiers import (
    ClassName,
    FieldName,
    class_name,
    distinct_fields,
    field_name,
    module_name,
    singular,
    spelling_of,
)
from flaregen.named import (
    ClassKind,
    Direction,
    NamedClass,
    NamedField,
    NamedOperation,
    NamedParameter,
    NamedResponse,
    NamedTask,
    NamedVariant,
    ObjectKey,
)
from flaregen.operation import Operation, Parameter, RequestVariant, ResponseVariant, Task
from flaregen.paths import method_name, resource_name
from flaregen.pointer import Pointer
from flaregen.reviewed import ReviewedNames, block, task_block
from flaregen.schema import Object, Schema
from flaregen.sites import Site, distinguishing, shape, sites

Name = TypeVar("Name", bound=str)


def name(
    operations: Sequence[Operation],
    names: ReviewedNames,
    scopes: Sequence[ScopeTable],
    document: Document,
) -> tuple[NamedOperation, ...]:
    """Name everything. Raises DiagnosticError with every object that cannot be named."""
    spelling = spelling_of(text for op in operations for text in (*op.tags, op.summary))
    register = _Register(document, names, spelling)
    named = tuple(_operation(operation, register, scopes) for operation in operations)
    if register.problems:
        raise DiagnosticError(register.problems)
    return named


@dataclass(slots=True)
class _Register:
    """Names given so far, and what could not be named."""

    document: Document
    reviewed: ReviewedNames
    spelling: dict[str, str]
    taken: dict[str, Pointer] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    def claim(self, name: Name, pointer: Pointer, remedy: str) -> Name:
        """Give a name to one place only: a class, or a module by its file name."""
        other = self.taken.setdefault(name, pointer)
        if other != pointer:
            self.report(
                "duplicate-name",
                f"{name} would name two different schemas; the other one is {other}",
                f"give one of them a name of its own in the names file:\n{remedy}",
                pointer,
            )
        return name

    def report(self, code: str, message: str, help: str, pointer: Pointer) -> None:
        source = self.document.source
        self.problems.append(
            Diagnostic(code=code, message=message, help=help, source=source, pointer=pointer)
        )

    def unnamed(self, message: str, remedy: str, pointer: Pointer) -> ClassName:
        help_ = f"add a title to the schema, or paste this into the names file:\n{remedy}"
        self.report("unnamed-schema", message, help_, pointer)
        return ClassName("Unnamed")


def _operation(
    operation: Operation, register: _Register, scopes: Sequence[ScopeTable]
) -> NamedOperation:
    reviewed = register.reviewed.operation_for(operation.operation_id)
    scoped = {scope.segment: scope for scope in scopes}
    resource = field_name(reviewed.resource or resource_name(operation.path, scoped))
    method = field_name(reviewed.method or method_name(operation.method, operation.path, scoped))
    prefix = class_name((resource, method), register.spelling)
    classes: dict[ObjectKey, ClassName] = {}
    tasks = tuple(_task(task, prefix, register, classes) for task in operation.tasks)
    return NamedOperation(
        operation=operation,
        resource=resource,
        resource_class=class_name((resource,), register.spelling),
        method=method,
        params_union=ClassName(f"{prefix}Params"),
        response_union=ClassName(f"{prefix}Response"),
        parameters=tuple(_parameters(operation, scoped)),
        tasks=tasks,
        classes=classes,
    )


def _parameters(operation: Operation, scoped: dict[str, ScopeTable]) -> Iterator[NamedParameter]:
    held = {}
    segments = operation.path.split("/")
    for before, segment in pairwise(segments):
        if before in scoped and segment.startswith("{"):
            held[segment.strip("{}")] = scoped[before]
    for parameter in operation.parameters:
        scope = held.get(parameter.wire) if parameter.location == "path" else None
        yield _parameter(parameter, scope)


def _parameter(parameter: Parameter, scope: ScopeTable | None) -> NamedParameter:
    if scope is not None:
        return NamedParameter(FieldName(scope.argument), parameter, scope.environment)
    return NamedParameter(field_name(parameter.wire), parameter, "")


def _task(
    task: Task, prefix: ClassName, register: _Register, classes: dict[ObjectKey, ClassName]
) -> NamedTask:
    base = _task_name(task, prefix, register)
    namer = _TaskNamer(task.title, base, register, classes)
    if not task.title and len(task.requests) == 1:
        base = namer.untitled(task.requests[0].schema, prefix)
    response = namer.response(task.response) if task.response else None
    variants = tuple(namer.variant(variant, task.requests) for variant in task.requests)
    module = module_name((task.title and register.reviewed.task_for(task.title)) or base)
    register.claim(f"{module}.py", task.pointer, task_block(task.title))
    return NamedTask(
        title=task.title,
        description=task.description,
        module=module,
        variants=variants,
        response=response,
        nested=tuple(namer.nested),
        model_alias=ClassName(f"{base}Model"),
        models=task.models,
        pointer=task.pointer,
    )


def _task_name(task: Task, prefix: ClassName, register: _Register) -> ClassName:
    """What the title of a task becomes; a body that is not divided bears the operation's name."""
    if not task.title:
        return prefix
    base = class_name((register.reviewed.task_for(task.title),), register.spelling)
    if base:
        return base
    message = f"no name can be made from the title {task.title!r}"
    return register.unnamed(message, task_block(task.title), task.pointer)


@dataclass(slots=True)
class _TaskNamer:
    """Names the objects of one task; identical ones of one direction become one class."""

    title: str
    base: ClassName
    register: _Register
    classes: dict[ObjectKey, ClassName]
    nested: list[NamedClass] = field(default_factory=list)
    _known: dict[object, ClassName] = field(default_factory=dict)

    def untitled(self, schema: Object, prefix: ClassName) -> ClassName:
        """A body without variants bears the operation's name, or that of its required property."""
        reviewed = self.register.reviewed.class_for("", "", schema)
        if reviewed:
            self.base = ClassName(reviewed.removesuffix("Params"))
        elif prefix in self.register.taken or f"{prefix}Params" in self.register.taken:
            self.base = class_name((distinguishing(schema, (schema,)),), self.register.spelling)
        return self.base

    def variant(self, variant: RequestVariant, all_: Sequence[RequestVariant]) -> NamedVariant:
        schema, siblings = variant.schema, tuple(v.schema for v in all_)
        remedy = block(self.title, "", schema, siblings)
        chosen = self.register.reviewed.class_for(self.title, "", schema)
        label = ""
        if not chosen and len(all_) > 1:
            label = class_name((variant.label or distinguishing(schema, siblings),))
            if not label:
                chosen = self.register.unnamed(
                    f"one of {len(all_)} forms of {self.title!r} has no title, and no required "
                    "property that the other forms do not require",
                    remedy,
                    schema.pointer,
                )
        name = ClassName(chosen or f"{self.base}{label}Params")
        if name != "Unnamed":
            self.register.claim(name, schema.pointer, remedy)
        self._nested(schema, self.base, "request")
        return NamedVariant(self._class(name, "params", schema), variant)

    def response(self, variant: ResponseVariant) -> NamedResponse:
        name = ClassName(f"{self.base}Response")
        remedy = task_block(self.title)
        self.register.claim(name, variant.pointer, remedy)
        cls = chunk = None
        if isinstance(variant.schema, Object) and variant.schema.fields:
            cls = self._class(name, "response", variant.schema)
        if variant.schema is not None:
            self._nested(variant.schema, name, "response")
        if variant.chunk is not None:
            chunk_name = ClassName(f"{self.base}Chunk")
            self.register.claim(chunk_name, variant.chunk.pointer.child("chunk"), remedy)
            self._nested(variant.chunk, name, "response", other_base=chunk_name)
            chunk = self._class(chunk_name, "chunk", variant.chunk)
        return NamedResponse(name, variant, cls, chunk)

    def _nested(
        self, root: Schema, base: ClassName, kind: Direction, other_base: ClassName | None = None
    ) -> None:
        """Name every object below the root. Identical ones were named by the first of them."""
        for site in sites(root):
            if site.schema is root:
                continue
            key = (kind, shape(site.schema))
            known = self._known.get(key)
            if known is None:
                known = self._known[key] = self._site_name(site, other_base or base)
                self.nested.append(self._class(known, kind, site.schema))
            self.classes[kind, site.schema.pointer] = known

    def _site_name(self, site: Site, base: ClassName) -> ClassName:
        remedy = block(self.title, site.text, site.schema, site.siblings)
        reviewed = self.register.reviewed.class_for(self.title, site.text, site.schema)
        if reviewed:
            return self.register.claim(ClassName(reviewed), site.schema.pointer, remedy)
        *outer, last = _component(site.schema.pointer) or _path_words(site.path) or ["Item"]
        label = ""
        if len(site.siblings) > 1:
            label = site.schema.title or distinguishing(site.schema, site.siblings)
            if not class_name((label,)):
                return self.register.unnamed(
                    f"one of {len(site.siblings)} objects at {site.text} of {self.title!r} has no "
                    "title, and no required property that the others do not require",
                    remedy,
                    site.schema.pointer,
                )
        name = class_name((base, *outer, label, last), self.register.spelling)
        return self.register.claim(name, site.schema.pointer, remedy)

    def _class(self, name: ClassName, kind: ClassKind, schema: Object) -> NamedClass:
        names = distinct_fields(f.wire for f in schema.fields)
        fields = tuple(
            NamedField(names[f.wire], f.wire, f.schema, f.required) for f in schema.fields
        )
        cls = NamedClass(name, kind, schema, fields)
        self.classes[cls.direction, schema.pointer] = name
        return cls


def _component(pointer: Pointer) -> list[str]:
    """The name that the document itself gives to a schema in its components."""
    match pointer.tokens:
        case ("components", "schemas", name) if class_name((name,)):
            return [name]
        case _:
            return []


def _path_words(path: Iterable[str]) -> list[str]:
    """Property names as words: an item is one of what the list is named after."""
    words: list[str] = []
    for token in path:
        if token not in ("[]", "*"):
            words.append(token)
        elif words:
            words[-1] = singular(words[-1])
        else:
            words.append("Item")
    return words
