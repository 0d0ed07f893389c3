"""Example calls for the docs: Python expressions made from an example of the document.

It is one of a model that the document lists. Where it lists no model that takes such a
request, the example is the schema's own or the plainest values that fit, and the name of
the model is left to the reader.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flaregen.document import JSON
from flaregen.emitting.chosen_models import ChosenModel, Models
from flaregen.emitting.literals import literal
from flaregen.names.identifiers import class_name
from flaregen.names.named import NamedClass, NamedOperation, NamedTask, NamedVariant
from flaregen.names.types import (
    Base64Type,
    ClassType,
    FilePartType,
    FileType,
    ListType,
    LiteralType,
    MapType,
    OctetsType,
    ScalarType,
    Type,
    UnionType,
)
from flaregen.schemas.schema import (
    Array,
    Binary,
    Enumeration,
    Object,
    Scalar,
    Schema,
    Union,
)

_FILE = "file.bin"


@dataclass(frozen=True, slots=True)
class Example:
    """A call of one variant. ``title`` may be empty, ``classes`` are what it has to import."""

    title: str
    variant: str
    classes: tuple[str, ...]
    model: str
    """A literal, or empty where the document lists no model that takes the request."""
    params: str
    keywords: tuple[tuple[str, str], ...]
    """The same as keywords, nested values as plain JSON."""
    shown: tuple[str, ...]
    """Lines that show the answer."""
    chunk: str
    """What holds the text of a chunk, as source, where the variant can stream."""

    @property
    def paths(self) -> bool:
        return "Path(" in self.params

    def names(self, *others: str) -> str:
        """What the example imports from the package, sorted."""
        return ", ".join(sorted((*self.classes, *others)))


def examples(operation: NamedOperation, models: Models) -> tuple[Example, ...]:
    """One for each params class, in the document's order."""
    return tuple(
        _example(task, variant, models) for task in operation.tasks for variant in task.variants
    )


def _example(task: NamedTask, variant: NamedVariant, models: Models) -> Example:
    writer = _Writer({cls.name: cls for cls in (*task.nested, variant.cls)}, set())
    cls = variant.cls
    shown = _printed(task)
    chosen = models.choose(task.title, variant, shown.wire)
    value = chosen.request if chosen else _own(cls)
    params = writer.object(cls, value)
    label = _label(task, cls)
    chunk = task.response.chunk if task.response and variant.variant.stream_flag else None
    return Example(
        title=f"{task.title} ({label})" if label and task.title else task.title,
        variant=cls.name,
        classes=tuple(sorted(writer.used)),
        model=literal(chosen.name) if chosen else "",
        params=params,
        keywords=tuple(
            (field.name, _plainly(field.type, value[field.wire]))
            for field in cls.fields
            if field.wire in value
        ),
        shown=shown.lines(chosen),
        chunk=chunk.schema.text or f'{chunk.fields[0].name} or ""' if chunk else "",
    )


def _plainly(type_: Type, value: JSON) -> str:
    """An example whose files are paths, and whose nested values are plain JSON."""
    if isinstance(type_, ListType) and isinstance(value, list):
        return f"[{', '.join(_plainly(type_.items, item) for item in value)}]"
    return f"Path({literal(value)})" if _is_file(type_, value) else literal(value)


def _is_file(type_: Type, value: JSON) -> bool:
    return isinstance(value, str) and isinstance(
        type_, Base64Type | FileType | FilePartType | OctetsType
    )


def _own(cls: NamedClass) -> Mapping[str, JSON]:
    given = cls.schema.example.value if cls.schema.example else None
    return given if isinstance(given, dict) else _minimal(cls.schema)


def _label(task: NamedTask, cls: NamedClass) -> str:
    """The label that tells a form from others of its task, in lower case."""
    if len(task.variants) == 1:
        return ""
    base = class_name((task.title,))
    return cls.name.removeprefix(base).removesuffix("Params").lower()


@dataclass(frozen=True, slots=True)
class _Printed:
    """The part of an answer that an example prints: a member, a file, or all of it."""

    wire: str = ""
    name: str = ""
    listed: bool = False
    file: str = ""

    def lines(self, chosen: ChosenModel | None) -> tuple[str, ...]:
        if self.file:
            suffix = chosen.suffix if chosen else ""
            return (f'answer.save("{self.file}{suffix}")', "print(answer.media_type)")
        if self.listed:
            return ("for item in answer:", f"    print(item.{self.name})")
        return (f"print(answer.{self.name})" if self.name else "print(answer)",)


def _printed(task: NamedTask) -> _Printed:
    response = task.response
    match response.type if response else None:
        case ClassType() if response and response.cls:
            field = response.cls.fields[0]
            return _Printed(field.wire, response.cls.schema.text or field.name)
        case ListType(items=ClassType(name=name)):
            first = next(cls.fields[0] for cls in task.nested if cls.name == name)
            return _Printed(first.wire, first.name, listed=True)
        case None if response and response.variant.binary:
            return _Printed(file=task.module)
        case _:
            return _Printed()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes values as constructor calls, and keeps which classes they need."""

    known: Mapping[str, NamedClass]
    used: set[str]

    def object(self, cls: NamedClass, value: Mapping[str, JSON]) -> str:
        self.used.add(cls.name)
        arguments = ", ".join(
            f"{field.name}={self.value(field.type, value[field.wire])}"
            for field in cls.fields
            if field.wire in value
        )
        return f"{cls.name}({arguments})"

    def value(self, type_: Type, value: JSON) -> str:
        match type_:
            case _ if _is_file(type_, value):
                return f"Path({literal(value)})"
            case ClassType(name=name) if isinstance(value, dict):
                return self.object(self.known[name], value)
            case ListType(items=items) if isinstance(value, list):
                return "[" + ", ".join(self.value(items, item) for item in value) + "]"
            case MapType(values=values) if isinstance(value, dict):
                members = (f"{literal(k)}: {self.value(values, v)}" for k, v in value.items())
                return "{" + ", ".join(members) + "}"
            case UnionType(members=members):
                return self.value(self._fitting(members, value), value)
            case _:
                return literal(value)

    def _fitting(self, members: Sequence[Type], value: JSON) -> Type:
        """The first member that a value is of the kind of."""
        kinds: dict[type, tuple[type, ...]] = {
            str: (ScalarType, LiteralType, Base64Type, FileType, FilePartType),
            list: (ListType,),
            dict: (ClassType, MapType),
        }
        wanted = kinds.get(type(value), (ScalarType, LiteralType))
        fitting = [member for member in members if isinstance(member, wanted)]
        octets = [
            member
            for member in members
            if isinstance(member, OctetsType) and isinstance(value, str)
        ]
        complete = [type_ for type_ in fitting if self._holds(type_, value)]
        return next(iter(octets or complete or fitting), members[0])

    def _holds(self, type_: Type, value: JSON) -> bool:
        """Whether a value has all that a class requires."""
        if not (isinstance(type_, ClassType) and isinstance(value, dict)):
            return True
        return all(f.wire in value for f in self.known[type_.name].fields if f.required)


def _minimal(schema: Object) -> dict[str, JSON]:
    return {f.wire: plain(f.schema) for f in schema.fields if f.required}


def plain(schema: Schema) -> JSON:
    """The example of a schema, or the plainest value that fits."""
    if schema.example is not None:
        return schema.example.value
    match schema:
        case Scalar(kind="string"):
            return "..."
        case Scalar(kind="boolean"):
            return True
        case Scalar():
            low = dict(schema.constraints).get("minimum")
            return low if isinstance(low, int | float) and low > 1 else 1
        case Enumeration(values=[first, *_]):
            return first
        case Binary() | Array(octets=True):
            return _FILE
        case Array(items=items):
            return [plain(items)]
        case Object():
            return dict(_minimal(schema))
        case Union(members=[first, *_]):
            return plain(first)
        case _:
            return {}
