"""Names, as a pass of their own: from content, and never from position.

A task is named by its title. Forms of one task, and members of one union, are told
apart by their own title, by a reviewed name, or by the first required property that
the others do not require. Whatever stays without a name is an error that prints the
block to paste into the names file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from flaregen.config import ScopeTable
from flaregen.diagnostic import DiagnosticError
from flaregen.document import Document
from flaregen.names.calls import call, claim_operation, parameters, resource_class
from flaregen.names.identifiers import (
    ClassName,
    class_name,
    distinct_fields,
    field_name,
    module_name,
    singular,
    spelling_of,
)
from flaregen.names.named import (
    ClassKind,
    NamedClass,
    NamedField,
    NamedOperation,
    NamedResponse,
    NamedTask,
    NamedVariant,
    ObjectKey,
)
from flaregen.names.register import Register
from flaregen.names.reviewed import ReviewedNames, block, task_block
from flaregen.pointer import Pointer
from flaregen.schemas.operation import Operation, RequestVariant, ResponseVariant, Task
from flaregen.schemas.schema import Direction, Field, Object, Schema
from flaregen.schemas.sites import Site, distinguishing, shape, sites

_MOST_ALIKE = 50
"""Properties of one object whose names differ in nothing that a Python name can show."""


def name(
    operations: Sequence[Operation],
    names: ReviewedNames,
    scopes: Sequence[ScopeTable],
    document: Document,
) -> tuple[NamedOperation, ...]:
    """Name everything. Raises DiagnosticError with every object that cannot be named."""
    spelling = spelling_of(text for op in operations for text in (*op.tags, op.summary))
    register = Register(document, names, spelling)
    named = tuple(_operation(operation, register, scopes) for operation in operations)
    if register.problems:
        raise DiagnosticError(register.problems)
    return named


def _operation(
    operation: Operation, register: Register, scopes: Sequence[ScopeTable]
) -> NamedOperation:
    scoped = {scope.segment: scope for scope in scopes}
    resource, method = call(operation, register, scoped)
    prefix = class_name((resource, method), register.spelling)
    classes: dict[ObjectKey, ClassName] = {}
    tasks = tuple(_task(task, prefix, register, classes) for task in operation.tasks)
    named = NamedOperation(
        operation=operation,
        resource=resource,
        resource_class=resource_class(resource, register.spelling),
        method=method,
        params_union=ClassName(f"{prefix}Params"),
        response_union=ClassName(f"{prefix}Response"),
        parameters=tuple(parameters(operation, scoped, _keywords(tasks))),
        tasks=tasks,
        classes=classes,
    )
    claim_operation(named, register)
    return named


def _keywords(tasks: Iterable[NamedTask]) -> Iterator[str]:
    """By what calls may name what goes into the body."""
    for task in tasks:
        for variant in task.variants:
            for member in variant.cls.fields:
                yield from (member.name, member.wire)


def _task(
    task: Task, prefix: ClassName, register: Register, classes: dict[ObjectKey, ClassName]
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


def _task_name(task: Task, prefix: ClassName, register: Register) -> ClassName:
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
    register: Register
    classes: dict[ObjectKey, ClassName]
    nested: list[NamedClass] = field(default_factory=list)
    _known: dict[object, ClassName] = field(default_factory=dict)

    def untitled(self, schema: Object, prefix: ClassName) -> ClassName:
        """A body without variants bears the operation's name, or that of its required property."""
        reviewed = self.register.reviewed.class_for("", "", schema)
        if reviewed:
            self.base = ClassName(reviewed.removesuffix("Params"))
        elif prefix in self.register.taken or f"{prefix}Params" in self.register.taken:
            label = distinguishing(schema, (schema,))
            # The operation's name, too: other operations have forms with the same property.
            words = (prefix, label) if label else ()
            self.base = class_name(words, self.register.spelling) or self.register.unnamed(
                "a form of the body has neither a title nor a required property to be named after",
                block("", "", schema),
                schema.pointer,
            )
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
            # A schema with a name of its own needs no other to be told apart.
            if not class_name((label,)) and not _component(site.schema.pointer):
                return self.register.unnamed(
                    f"one of {len(site.siblings)} objects at {site.text} of {self.title!r} has no "
                    "title, and no required property that the others do not require",
                    remedy,
                    site.schema.pointer,
                )
        name = class_name((base, *outer, label, last), self.register.spelling)
        return self.register.claim(name, site.schema.pointer, remedy)

    def _class(self, name: ClassName, kind: ClassKind, schema: Object) -> NamedClass:
        distinct = self._distinct(schema)
        names = distinct_fields(f.wire for f in distinct)
        fields = tuple(NamedField(names[f.wire], f.wire, f.schema, f.required) for f in distinct)
        cls = NamedClass(name, kind, schema, fields)
        self.classes[cls.direction, schema.pointer] = name
        return cls

    def _distinct(self, schema: Object) -> tuple[Field, ...]:
        """The fields, unless so many fall together that no names would tell them apart."""
        alike = Counter(field_name(f.wire) for f in schema.fields)
        name, count = max(alike.items(), key=lambda pair: pair[1], default=("", 0))
        if count <= _MOST_ALIKE:
            return schema.fields
        self.register.report(
            "names-alike",
            f"{count:,} properties would all be called {name or 'field_'!r}",
            "a property is named by the Latin letters and digits in it; give them some",
            schema.pointer,
        )
        return schema.fields[:1]


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
