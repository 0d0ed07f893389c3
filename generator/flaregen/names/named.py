"""What ``naming`` makes: the operations again, with a Python name for everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flaregen.names.identifiers import ClassName, FieldName, ModuleName
from flaregen.pointer import Pointer
from flaregen.schemas.operation import Operation, Parameter, RequestVariant, ResponseVariant
from flaregen.schemas.schema import Direction, Object, Schema

ClassKind: TypeAlias = Literal["params", "request", "response", "chunk"]
ObjectKey: TypeAlias = tuple[Direction, Pointer]
"""A schema that stands in requests and in responses becomes a class of each kind."""


@dataclass(frozen=True, slots=True)
class NamedField:
    """A property with both of its names."""

    name: FieldName
    wire: str
    schema: Schema
    required: bool


@dataclass(frozen=True, slots=True)
class NamedClass:
    """An object that becomes a dataclass."""

    name: ClassName
    kind: ClassKind
    schema: Object
    fields: tuple[NamedField, ...]

    @property
    def direction(self) -> Direction:
        return "request" if self.kind in ("params", "request") else "response"


@dataclass(frozen=True, slots=True)
class NamedVariant:
    """A request variant and its params class."""

    cls: NamedClass
    variant: RequestVariant


@dataclass(frozen=True, slots=True)
class NamedResponse:
    """What a call returns. ``cls`` is None where the answer is bytes or no object."""

    name: ClassName
    variant: ResponseVariant
    cls: NamedClass | None
    chunk: NamedClass | None


@dataclass(frozen=True, slots=True)
class NamedTask:
    """One module of the emitted package."""

    title: str
    description: str
    module: ModuleName
    variants: tuple[NamedVariant, ...]
    response: NamedResponse | None
    nested: tuple[NamedClass, ...]
    """Classes of nested objects, each one once, requests and responses apart by kind."""
    model_alias: ClassName
    models: tuple[str, ...]
    pointer: Pointer


@dataclass(frozen=True, slots=True)
class NamedParameter:
    """``argument`` is the Python name. ``environment`` is set for what the client holds."""

    argument: FieldName
    parameter: Parameter
    environment: str


@dataclass(frozen=True, slots=True)
class NamedOperation:
    """A method of a resource: ``client.<resource>.<method>``."""

    operation: Operation
    resource: FieldName
    resource_class: ClassName
    method: FieldName
    params_union: ClassName
    response_union: ClassName
    parameters: tuple[NamedParameter, ...]
    tasks: tuple[NamedTask, ...]
    classes: Mapping[ObjectKey, ClassName]
    """Every object of every task; identical ones share a name."""
