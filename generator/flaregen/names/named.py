"""What ``naming`` makes: the operations again, with a Python name for everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from flaregen.names.identifiers import ClassName, FieldName, ModuleName
from flaregen.names.types import ListType, Type
from flaregen.pointer import Pointer
from flaregen.schemas.operation import Operation, Parameter, RequestVariant, ResponseVariant
from flaregen.schemas.schema import Direction, Object, Schema

ClassKind: TypeAlias = Literal["params", "request", "response", "chunk"]


@dataclass(frozen=True, slots=True)
class NamedField:
    """A property with both of its names, and its type in Python."""

    name: FieldName
    wire: str
    schema: Schema
    required: bool
    type: Type


@dataclass(frozen=True, slots=True)
class NamedClass:
    """An object that becomes a dataclass, in one module, whoever uses it.

    ``places`` are all objects of the document that it represents, each once, ``schema`` the
    first of them.
    ``rest`` is the type of members without a field, None where they are any JSON.
    """

    name: ClassName
    module: ModuleName
    kind: ClassKind
    schema: Object
    fields: tuple[NamedField, ...]
    rest: Type | None
    places: tuple[Object, ...]

    @property
    def direction(self) -> Direction:
        return "request" if self.kind in ("params", "request") else "response"


@dataclass(frozen=True, slots=True)
class NamedVariant:
    """A request variant and its params class. ``answer`` is what the class says it is answered."""

    cls: NamedClass
    variant: RequestVariant
    answer: NamedResponse | None


@dataclass(frozen=True, slots=True)
class NamedResponse:
    """What a call returns. ``type`` and ``cls`` are None for bytes, ``cls`` for all but objects.

    Where the class is shared under another name, ``name`` is an alias of it.
    """

    name: ClassName
    module: ModuleName
    variant: ResponseVariant
    type: Type | None
    cls: NamedClass | None
    chunk: NamedClass | None

    @property
    def is_alias(self) -> bool:
        return self.type is not None and (self.cls is None or self.cls.name != self.name)


@dataclass(frozen=True, slots=True)
class NamedTask:
    """One module of the emitted package."""

    title: str
    description: str
    module: ModuleName
    variants: tuple[NamedVariant, ...]
    response: NamedResponse | None
    nested: tuple[NamedClass, ...]
    """Classes of all objects inside, each one once, those of other modules included."""
    model_alias: ClassName
    models: tuple[str, ...]
    pointer: Pointer
    body: Type | None = None
    """What is sent where that has no params class."""


@dataclass(frozen=True, slots=True)
class NamedParameter:
    """``argument`` is the Python name. ``environment`` is set for what the client holds."""

    argument: FieldName
    parameter: Parameter
    environment: str


@dataclass(frozen=True, slots=True)
class NamedResource:
    """What methods belong to. ``path`` leads to it from the client, with dots: ``ai.models``."""

    path: FieldName
    cls: ClassName


@dataclass(frozen=True, slots=True)
class NamedOperation:
    """A method of a resource: ``client.<resource>.<method>``.

    ``resources`` lie in each other, the outermost first. ``also`` are the other methods that
    call it, in their resources.
    """

    operation: Operation
    resources: tuple[NamedResource, ...]
    method: FieldName
    params_union: ClassName
    response_union: ClassName
    module: ModuleName
    """The module of its unions, where it has any."""
    parameters: tuple[NamedParameter, ...]
    tasks: tuple[NamedTask, ...]
    also: tuple[tuple[tuple[NamedResource, ...], FieldName], ...] = ()

    @property
    def methods(self) -> Iterator[NamedOperation]:
        """The operation as each of its methods, its own first."""
        yield self
        for resources, method in self.also:
            yield replace(self, resources=resources, method=method)

    @property
    def resource(self) -> FieldName:
        """The path of its own resource."""
        return self.resources[-1].path

    @property
    def variants(self) -> list[NamedVariant]:
        return [variant for task in self.tasks for variant in task.variants]

    @property
    def responses(self) -> list[NamedResponse]:
        return [task.response for task in self.tasks if task.response]

    @property
    def response(self) -> NamedResponse | None:
        """The only answer; None where it depends on the variant."""
        found = self.responses
        return found[0] if len(found) == 1 and not self.variants else None

    @property
    def item(self) -> Type | None:
        """The type of an item of its pages; None where it has none."""
        paging, response = self.operation.paging, self.response
        if paging is None or response is None:
            return None
        found = response.type
        if paging.items:
            fields = response.cls.fields if response.cls else ()
            found = next((field.type for field in fields if field.wire == paging.items), None)
        return found.items if isinstance(found, ListType) else None

    @property
    def answers_with_file(self) -> bool:
        """Whether all of its answers are files."""
        types = self.operation.answer_types
        return bool(types) and len(types) == len(self.operation.files)

    @property
    def returned(self) -> tuple[str, ...]:
        """What the method for threads returns, as the members of a union."""
        return ("SyncPage",) if self.item is not None else self.given

    @property
    def given(self) -> tuple[str, ...]:
        """What it answers, apart from pages."""
        return tuple(filter(None, (self.answer, *self.otherwise))) or ("object",)

    @property
    def answer(self) -> str:
        """The class of its answers, or their union; empty where none has a class."""
        if not self.variants:
            return self.response.name if self.response and not self.answers_with_file else ""
        if self.has_union:
            return self.response_union if self.responses else ""
        return self.responses[0].name if self.responses else ""

    @property
    def otherwise(self) -> tuple[str, ...]:
        """What it returns in place of such a class: a file, nothing, or both."""
        raw, answer = self.operation, self.answer
        in_union = any(response.type is None for response in self.responses)
        is_file = bool(raw.files) and not in_union if answer else self.answers_with_file
        is_nothing = raw.is_silent or (raw.empty_answer and (answer or is_file))
        found = {"BinaryResponse": is_file, "None": is_nothing}
        return tuple(name for name, holds in found.items() if holds)

    @property
    def has_union(self) -> bool:
        """A body that is not divided into variants has one class, which has the union's name."""
        names = {variant.cls.name for variant in self.variants}
        return bool(names) and self.params_union not in names
