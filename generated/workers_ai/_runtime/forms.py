"""How values of an annotation are checked, built from JSON, and turned into JSON.

A form stands for one annotation. Forms build tolerantly: what does not fit is
kept as it came and noted as a mismatch.
"""

# ruff: noqa: ANN401  # any annotation is one, and so is any JSON
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
from .models import (
    Document,
    Model,
    Origin,
    Response,
    Step,
    has_origin,
    is_list,
    is_object,
    remainder,
    remainder_of,
    set_origin,
)

_M = TypeVar("_M", bound=Model)
_ATOMS = frozenset({str, int, float, bool, NoneType})
# Beyond this a float cannot tell neighbouring integers apart.
_EXACT = 2**53


class Mismatch(NamedTuple):
    path: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, got {self.got}"


class Field(NamedTuple):
    name: str
    wire: str
    form: Form
    required: bool


class Form:
    """The form of one annotation.

    `kind` is anything, null, bool, int, float, str, choice, list, object, record,
    file or union; `detail` the class of a record or file, or the values of a choice.
    """

    def __init__(
        self, kind: str, detail: Any = None, parts: tuple[Form, ...] = (), name: str = ""
    ) -> None:
        self.kind, self.detail, self.parts, self.name = kind, detail, parts, name or kind
        # Whether callers may give a file, which JSON has as a list of its bytes.
        self.octets: bool = any(part.octets for part in parts)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields of a record. They may hold the record itself, so they are found late."""
        hints = get_type_hints(self.detail, include_extras=True)
        return tuple(
            Field(
                name=field.name,
                wire=field.metadata.get("wire_name", field.name),
                form=form_of(hints[field.name]),
                required=field.default is MISSING,
            )
            for field in fields(self.detail)
        )

    @cached_property
    def wire_names(self) -> frozenset[str]:
        return frozenset(field.wire for field in self.fields)

    @cached_property
    def nested(self) -> tuple[Field, ...]:
        """The fields that hold records."""
        return tuple(field for field in self.fields if field.form.records)

    @cached_property
    def everything(self) -> list[Form]:
        """This form and all forms inside, each once."""
        found: dict[int, Form] = {}
        waiting: list[Form] = [self]
        while waiting:
            form = waiting.pop()
            if id(form) not in found:
                found[id(form)] = form
                fields = form.fields if form.kind == "record" else ()
                waiting += [*form.parts, *(field.form for field in fields)]
        return list(found.values())

    @cached_property
    def records(self) -> list[Form]:
        return [form for form in self.everything if form.kind == "record"]

    @cached_property
    def direct(self) -> bool:
        """Whether msgspec can decode it all; it knows neither files nor other names in JSON."""
        renamed = (f.name != f.wire for record in self.records for f in record.fields)
        return not any(renamed) and all(form.kind != "file" for form in self.everything)

    def fits(self, raw: object) -> bool:
        """Whether the outermost level of a JSON value is right."""
        match self.kind:
            case "anything":
                return True
            case "bool":
                return isinstance(raw, bool)
            case "int" if isinstance(raw, float):
                # To JSON Schema 3.0 is an integer.
                return raw.is_integer()
            case "float":
                return isinstance(raw, int | float) and not isinstance(raw, bool)
            case "choice":
                return any(raw == value and type(raw) is type(value) for value in self.detail)
            case "object" | "record":
                return is_object(raw)
            case "file":
                return self.detail.decoded(raw) is not None
            case "union":
                return any(part.fits(raw) for part in self.parts)
            case kind:
                return kind_of(raw) == kind

    def build(self, raw: Any, path: str, mismatches: list[Mismatch]) -> object:
        """The value for JSON that was decoded to builtins."""
        if not self.fits(raw):
            if self.kind == "file" and self.detail.base64_member:
                path = f"{path}.{self.detail.base64_member}"
            name = "base64" if self.kind == "file" else self.name
            mismatches.append(Mismatch(path, name, kind_of(raw)))
            return self.detail.from_dict(raw) if self.kind == "file" else raw
        match self.kind:
            case "int":
                return int(raw)
            case "float" if abs(raw) <= _EXACT:
                return float(raw)
            case "list":
                (item,) = self.parts
                return [item.build(v, f"{path}[{i}]", mismatches) for i, v in enumerate(raw)]
            case "object":
                (value,) = self.parts
                return {k: value.build(v, f"{path}.{k}", mismatches) for k, v in raw.items()}
            case "record":
                return self._record(raw, path, mismatches)
            case "file":
                return self.detail.from_dict(raw)
            case "union":
                return self._closest(raw, path, mismatches)
            case _:
                return raw

    def _record(self, raw: Mapping[str, object], path: str, mismatches: list[Mismatch]) -> object:
        values: dict[str, object] = {}
        for field in self.fields:
            place = f"{path}.{field.wire}"
            if field.wire in raw:
                values[field.name] = field.form.build(raw[field.wire], place, mismatches)
            elif field.required:
                mismatches.append(Mismatch(place, field.form.name, "nothing"))
                values[field.name] = None
        record = self.detail(**values)
        set_origin(record, remainder(raw, self.wire_names))
        return record

    def _closest(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        """Built by the member with the fewest mismatches, the first of equals."""
        tries: list[tuple[object, list[Mismatch]]] = []
        for part in self.parts:
            if part.fits(raw):
                found: list[Mismatch] = []
                tries.append((part.build(raw, path, found), found))
        value, found = min(tries, key=lambda entry: len(entry[1]))
        mismatches.extend(found)
        return value


def form_of(annotation: object) -> Form:
    """The form for an annotation; what it does not know, it lets pass."""
    origin, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if origin is Annotated and OCTETS in arguments:
        octets = Form("list", parts=(Form("anything"),))
        octets.octets = True
        return octets
    if origin is Annotated:
        return form_of(str if BASE64 in arguments else arguments[0])
    if origin in {Union, UnionType}:
        parts = tuple(form_of(member) for member in arguments if member is not UnsetType)
        # Any field of an answer may be missing, and null tells nobody anything.
        name = " or ".join(part.name for part in parts if part.name != "null") or "null"
        return parts[0] if len(parts) == 1 else Form("union", parts=parts, name=name)
    if origin is Literal:
        return Form("choice", arguments, name=" or ".join(map(repr, arguments)))
    if origin in {None, NoneType}:
        return Form("null")
    if not isinstance(origin, type):
        return Form("anything")
    if origin in _ATOMS:
        return Form(origin.__name__)
    if issubclass(origin, BinaryResponse):
        return Form("file", origin)
    if issubclass(origin, Model):
        return record_form(origin)
    inner = form_of(arguments[-1]) if arguments else Form("anything")
    if issubclass(origin, Mapping):
        return Form("object", parts=(inner,))
    return Form("list", parts=(inner,)) if issubclass(origin, Sequence) else Form("anything")


_record_forms: dict[type[Model], Form] = {}


def record_form(cls: type[Model]) -> Form:
    """The one form of a class."""
    if (form := _record_forms.get(cls)) is None:
        form = _record_forms[cls] = Form("record", cls, name="object")
    return form


def build_record(cls: type[_M], data: Mapping[str, object]) -> tuple[_M, list[Mismatch]]:
    """The record for a JSON object and what did not fit; TypeError for anything else."""
    mismatches: list[Mismatch] = []
    if not is_object(data):
        raise TypeError(f"{cls.__name__} stands for a JSON object, not for {kind_of(data)}")
    return cast("_M", record_form(cls).build(data, "$", mismatches)), mismatches


def attach(value: object, document: Document, path: tuple[Step, ...]) -> None:
    """Tell the records in an answer where they came from."""
    if isinstance(value, Model):
        set_origin(value, Origin(document, path))
        for field in record_form(type(value)).nested:
            if (inner := getattr(value, field.name)) is not None:
                attach(inner, document, (*path, field.wire))
    elif is_list(value) or is_object(value):
        for step, item in value.items() if is_object(value) else enumerate(value):
            attach(item, document, (*path, step))


def unknown_members(value: object, path: str) -> Iterator[Mismatch]:
    """A mismatch for each member of an answer that no class has a field for."""
    if is_list(value):
        for index, item in enumerate(value):
            yield from unknown_members(item, f"{path}[{index}]")
    elif is_object(value):
        for name, item in value.items():
            yield from unknown_members(item, f"{path}.{name}")
    elif isinstance(value, Model | BinaryResponse):
        for name, extra in value.extra_fields.items():
            yield Mismatch(f"{path}.{name}", "nothing", kind_of(extra))
    if isinstance(value, Model):
        for field in record_form(type(value)).fields:
            yield from unknown_members(getattr(value, field.name), f"{path}.{field.wire}")


def given(record: Model) -> dict[str, object]:
    """What is set, by wire names, values as they are; unknown members included.

    None stands for null where a caller put it or JSON had it, else for nothing.
    """
    rest, absent = remainder_of(record), isinstance(record, Response)
    found: dict[str, object] = {}
    for field in record_form(type(record)).fields:
        value = getattr(record, field.name)
        if value is None and absent and field.wire not in rest.nulls:
            value = None if field.required and not has_origin(record) else UNSET
        if value is not UNSET:
            found[field.wire] = value
    return {**found, **rest.extra}


def to_wire(form: Form, values: Mapping[str, object]) -> dict[str, object]:
    """JSON for values of a record by wire names."""
    octets = {field.wire for field in form.fields if field.form.octets}
    return {
        wire: list(read_file(value)) if wire in octets and is_file(value) else plain(value)
        for wire, value in values.items()
    }


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


def kind_of(raw: object) -> str:
    """The name that messages give to a JSON value."""
    if raw is None:
        return "null"
    return "object" if is_object(raw) else "list" if is_list(raw) else type(raw).__name__
