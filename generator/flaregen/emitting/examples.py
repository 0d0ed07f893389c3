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
from flaregen.names.identifiers import ClassName, class_name
from flaregen.names.named import NamedClass, NamedOperation, NamedTask, NamedVariant, ObjectKey
from flaregen.schemas.schema import (
    Array,
    Binary,
    Enumeration,
    Map,
    Object,
    Recursion,
    Scalar,
    Schema,
    Union,
)

_FILE = "file.bin"


@dataclass(frozen=True, slots=True)
class Example:
    """A call of one variant. ``classes`` are what it has to import."""

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
    """The member of a chunk that holds text, where the variant can stream."""

    @property
    def paths(self) -> bool:
        return "Path(" in self.params

    def names(self, *others: str) -> str:
        """What the example imports from the package, sorted."""
        return ", ".join(sorted((*self.classes, *others)))


def examples(operation: NamedOperation, models: Models) -> tuple[Example, ...]:
    """One for each params class, in the document's order."""
    return tuple(
        _example(operation, task, variant, models)
        for task in operation.tasks
        for variant in task.variants
    )


def _example(
    operation: NamedOperation, task: NamedTask, variant: NamedVariant, models: Models
) -> Example:
    known = {cls.name: cls for cls in (*task.nested, *(v.cls for v in task.variants))}
    writer = _Writer(known, operation.classes)
    cls = variant.cls
    shown = _shown(task)
    chosen = models.choose(task.title, variant, shown.wire)
    value = chosen.request if chosen else _own(cls)
    params = writer.object(cls, value)
    label = _label(task, cls)
    chunk = task.response.chunk if task.response and variant.variant.stream_flag else None
    return Example(
        title=f"{task.title} ({label})" if label and task.title else task.title or cls.name,
        variant=cls.name,
        classes=tuple(sorted(writer.used)),
        model=literal(chosen.name) if chosen else "",
        params=params,
        keywords=tuple(
            (field.name, _plainly(field.schema, value[field.wire]))
            for field in cls.fields
            if field.wire in value
        ),
        shown=shown.lines(chosen),
        chunk=chunk.fields[0].name if chunk else "",
    )


def _plainly(schema: Schema, value: JSON) -> str:
    """Files as paths, and nested values as plain JSON."""
    return f"Path({literal(value)})" if _is_file(schema, value) else literal(value)


def _is_file(schema: Schema, value: JSON) -> bool:
    octets = isinstance(schema, Array) and schema.octets
    return isinstance(value, str) and (octets or isinstance(schema, Binary))


def _own(cls: NamedClass) -> Mapping[str, JSON]:
    given = cls.schema.example.value if cls.schema.example else None
    return given if isinstance(given, dict) else _minimal(cls.schema)


def _label(task: NamedTask, cls: NamedClass) -> str:
    """What tells this form from the others of its task, in small letters."""
    if len(task.variants) == 1:
        return ""
    base = class_name((task.title,))
    return cls.name.removeprefix(base).removesuffix("Params").lower()


@dataclass(frozen=True, slots=True)
class _Shown:
    """What of an answer is printed: a member, by both of its names, a file, or the whole."""

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


def _shown(task: NamedTask) -> _Shown:
    response = task.response
    match response.variant.schema if response else None:
        case Object() if response and response.cls:
            field = response.cls.fields[0]
            return _Shown(field.wire, field.name)
        case Array(items=Object(fields=[first, *_]) as items) if response:
            names = {cls.schema.pointer: cls for cls in task.nested}
            name = names[items.pointer].fields[0].name if items.pointer in names else first.wire
            return _Shown(first.wire, name, listed=True)
        case None if response and response.variant.binary:
            return _Shown(file=task.module)
        case _:
            return _Shown()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes values as constructor calls, and keeps which classes they need."""

    known: Mapping[ClassName, NamedClass]
    classes: Mapping[ObjectKey, ClassName]
    used: set[str]

    def __init__(
        self, known: Mapping[ClassName, NamedClass], classes: Mapping[ObjectKey, ClassName]
    ) -> None:
        object.__setattr__(self, "known", known)
        object.__setattr__(self, "classes", classes)
        object.__setattr__(self, "used", set())

    def object(self, cls: NamedClass, value: Mapping[str, JSON]) -> str:
        self.used.add(cls.name)
        arguments = ", ".join(
            f"{field.name}={self.value(field.schema, value[field.wire])}"
            for field in cls.fields
            if field.wire in value
        )
        return f"{cls.name}({arguments})"

    def value(self, schema: Schema, value: JSON) -> str:
        match schema:
            case _ if _is_file(schema, value):
                return f"Path({literal(value)})"
            case Object() | Recursion() if isinstance(value, dict):
                cls = self._class(schema)
                return self.object(cls, value) if cls else literal(value)
            case Array(items=items) if isinstance(value, list):
                return "[" + ", ".join(self.value(items, item) for item in value) + "]"
            case Map(values=values) if isinstance(value, dict):
                members = (f"{literal(k)}: {self.value(values, v)}" for k, v in value.items())
                return "{" + ", ".join(members) + "}"
            case Union(members=members):
                return self.value(_fitting(members, value), value)
            case _:
                return literal(value)

    def _class(self, schema: Object | Recursion) -> NamedClass | None:
        pointer = schema.target if isinstance(schema, Recursion) else schema.pointer
        name = self.classes.get(("request", pointer))
        return self.known.get(name) if name else None


def _fitting(members: Sequence[Schema], value: JSON) -> Schema:
    """The first member that a value is of the kind of."""
    kinds: dict[type, tuple[type, ...]] = {
        str: (Scalar, Enumeration, Binary),
        list: (Array,),
        dict: (Object, Map),
    }
    wanted = kinds.get(type(value), (Scalar, Enumeration))
    fitting = [m for m in members if isinstance(m, wanted)]
    octets = [m for m in members if isinstance(m, Array) and m.octets]
    if isinstance(value, str) and octets:
        return octets[0]
    if isinstance(value, dict):
        fitting = [
            m for m in fitting if not isinstance(m, Object) or set(m.required) <= set(value)
        ] or fitting
    return fitting[0] if fitting else members[0]


def _minimal(schema: Object) -> dict[str, JSON]:
    return {f.wire: _plain(f.schema) for f in schema.fields if f.required}


def _plain(schema: Schema) -> JSON:
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
            return [_plain(items)]
        case Object():
            return dict(_minimal(schema))
        case Union(members=[first, *_]):
            return _plain(first)
        case _:
            return {}
