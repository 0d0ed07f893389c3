"""Forms of dataclasses, and the form for any annotation."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cached_property
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import UNSET, UnsetType

from .binary import BASE64, OCTETS, BinaryResponse, is_file, read_file
from .forms import (
    AnyOf,
    Choice,
    Entries,
    Form,
    Items,
    Mismatch,
    Record,
    Scalar,
)
from .models import (
    Document,
    Model,
    Response,
    Step,
    has_origin,
    remainder,
    remainder_of,
    set_origin,
    wire_name_of,
)
from .values import is_list, is_object, kind_of

_M = TypeVar("_M", bound=Model)


class Field(NamedTuple):
    name: str
    wire: str
    form: Form
    required: bool


class DataclassForm(Record):
    """The form of a record."""

    def __init__(self, cls: type[Model]) -> None:
        self.cls = cls

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        hints = get_type_hints(self.cls, include_extras=True)
        return tuple(
            Field(
                name=field.name,
                wire=wire_name_of(field.name, field.metadata),
                form=form_of(hints[field.name]),
                required=field.default is MISSING and field.default_factory is MISSING,
            )
            for field in fields(cast("Any", self.cls))
        )

    @cached_property
    def wire_names(self) -> frozenset[str]:  # type: ignore[override]
        return frozenset(field.wire for field in self.fields)

    @cached_property
    def parts(self) -> tuple[Form, ...]:  # type: ignore[override]
        return tuple(field.form for field in self.fields)

    @cached_property
    def special(self) -> bool:  # type: ignore[override]
        """Msgspec does not know that a field has another name in JSON."""
        return any(field.name != field.wire for field in self.fields)

    @cached_property
    def nested(self) -> tuple[Field, ...]:
        """The fields that hold records."""
        return tuple(field for field in self.fields if field.form.records)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        if not is_object(raw):
            return super().build(raw, path, mismatches)
        values: dict[str, object] = {}
        for field in self.fields:
            place = f"{path}.{field.wire}"
            if field.wire in raw:
                values[field.name] = field.form.build(raw[field.wire], place, mismatches)
            elif field.required:
                mismatches.append(Mismatch(place, field.form.name, "nothing"))
                values[field.name] = None
        record = self.cls(**values)
        set_origin(record, remainder(raw, self.wire_names))
        return record

    def given(self, record: Model) -> dict[str, object]:
        """What is set, by wire names, values as they are; unknown members included."""
        rest = remainder_of(record)
        values = {f.wire: (f, getattr(record, f.name)) for f in self.fields}
        given = {
            wire: value
            for wire, (field, value) in values.items()
            if value is not UNSET and (value is not None or self._is_null(field, record))
        }
        return {**given, **rest.extra}

    def to_wire(self, values: Mapping[str, object]) -> dict[str, object]:
        """JSON for values by wire names."""
        octets = {field.wire for field in self.fields if field.form.octets}
        return {
            wire: list(read_file(value)) if wire in octets and is_file(value) else plain(value)
            for wire, value in values.items()
        }

    def _is_null(self, field: Field, record: Model) -> bool:
        """Whether None stands for null, and not for a member that was not there."""
        if not isinstance(record, Response) or field.wire in remainder_of(record).nulls:
            return True
        return field.required and not has_origin(record)


class BinaryAnswer(Form):
    """A file, which JSON may hold as base64 in a member of its own."""

    special = True
    name = "object"

    def __init__(self, cls: type[BinaryResponse]) -> None:
        self.cls = cls

    def fits(self, raw: object) -> bool:
        return self.cls.holds_file(raw)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        if not self.fits(raw):
            member = f"{path}.{self.cls.base64_member}" if self.cls.base64_member else path
            mismatches.append(Mismatch(member, "base64", kind_of(raw)))
        return self.cls.from_json(raw)


_forms: dict[object, DataclassForm] = {}


def record_form(cls: type[Model]) -> DataclassForm:
    """The one form of a class."""
    if (form := _forms.get(cls)) is None:
        form = _forms[cls] = DataclassForm(cls)
    return form


def form_of(annotation: object) -> Form:
    """The form for an annotation; what it does not know, it lets pass."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        if OCTETS in arguments[1:]:
            return Items(Form(), octets=True)
        return Scalar(str) if BASE64 in arguments[1:] else form_of(arguments[0])
    if origin in {Union, UnionType}:
        return _union(arguments)
    if origin is Literal:
        return Choice(arguments)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Entries(form_of(arguments[1]))
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return Items(form_of(arguments[0]))
    return _plain_type(annotation)


def _union(members: tuple[object, ...]) -> Form:
    known = [form_of(member) for member in members if member is not UnsetType]
    return known[0] if len(known) == 1 else AnyOf(tuple(known))


def _plain_type(annotation: object) -> Form:
    if annotation is None:
        return Scalar(NoneType)
    if not isinstance(annotation, type) or annotation in {object, Any}:
        return Form()
    if issubclass(annotation, BinaryResponse):
        return BinaryAnswer(annotation)
    if issubclass(annotation, Model):
        return record_form(annotation)
    if annotation in {str, int, float, bool, NoneType}:
        return Scalar(annotation)
    if annotation in {list, dict}:
        return Items(Form()) if annotation is list else Entries(Form())
    return Form()


def build_record(cls: type[_M], data: Mapping[str, object]) -> tuple[_M, list[Mismatch]]:
    """The record for a JSON object and what did not fit; TypeError for anything else."""
    mismatches: list[Mismatch] = []
    record = record_form(cls).build(data, "$", mismatches)
    if not isinstance(record, cls):
        raise TypeError(f"{cls.__name__} stands for a JSON object, not for {kind_of(data)}")
    return record, mismatches


def unknown_members(value: object, path: str) -> Iterator[Mismatch]:
    """A mismatch for each member of an answer that no class has a field for."""
    if is_list(value):
        for index, item in enumerate(value):
            yield from unknown_members(item, f"{path}[{index}]")
    elif isinstance(value, Model):
        for name, extra in value.extra_fields.items():
            yield Mismatch(f"{path}.{name}", "nothing", kind_of(extra))
        for field in record_form(type(value)).fields:
            yield from unknown_members(getattr(value, field.name), f"{path}.{field.wire}")


def attach(value: object, document: Document, path: tuple[Step, ...]) -> None:
    """Tell the records in an answer where they came from."""
    if isinstance(value, Model):
        set_origin(value, (document, path))
        for field in record_form(type(value)).nested:
            if (inner := getattr(value, field.name)) is not None:
                attach(inner, document, (*path, field.wire))
    elif is_list(value):
        for index, item in enumerate(value):
            attach(item, document, (*path, index))
    elif is_object(value):
        for name, item in value.items():
            attach(item, document, (*path, name))


_ATOMS = frozenset({str, int, float, bool, NoneType})


def plain(value: object) -> object:
    """JSON in builtins for any value; what JSON has no way to say is left for the encoder."""
    if type(value) in _ATOMS:
        return value
    if isinstance(value, Model):
        return value.to_dict()
    if is_object(value):
        return {name: plain(item) for name, item in value.items()}
    if is_file(value):
        return base64.b64encode(read_file(value)).decode()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in cast("Sequence[object]", value)]
    return value
