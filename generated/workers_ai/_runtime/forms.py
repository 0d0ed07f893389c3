"""How values of an annotation are checked and built from JSON.

A form is that of one annotation. Forms build tolerantly: what does not fit is kept as it came, a mismatch.
"""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

# ruff: noqa: ANN401  # any annotation is one, and so is any JSON
from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, TypeAlias, assert_never

import msgspec
from msgspec import UnsetType

from .binary import BASE64, OCTETS, BinaryResponse, unknown_in
from .drift import Mismatch
from .json_text import is_list, is_object, kind_of
from .records import Record, keep, raw_of

Kind: TypeAlias = Literal[
    "anything", "null", "bool", "int", "float", "str", "choice", "list", "object", "record", "file", "union"
]
# Marks what callers may give in place of a record, which no JSON is built as.
IN_PLACE = "in place of a record"
ATOMS: dict[object, Kind] = {str: "str", int: "int", float: "float", bool: "bool", NoneType: "null", None: "null"}


class Field(NamedTuple):
    name: str
    wire: str
    form: Form
    required: bool


class Form:
    """The form of one annotation.

    `detail` is the class of a record or file, the values of a choice, or OCTETS for a list of bytes and BASE64 for a
    text, in whose place callers may give a file.
    """

    def __init__(self, kind: Kind, detail: Any = None, parts: tuple[Form, ...] = (), name: str = "") -> None:
        self.kind: Kind = kind
        self.detail, self.parts, self.name = detail, parts, name or kind
        # Of what msgspec may convert as a whole: answers. In params it would round large integers.
        self.annotation: Any = None
        self.octets: bool = detail == OCTETS or any(part.octets for part in parts)
        self.base64: bool = detail == BASE64 or any(part.base64 for part in parts)
        plain = {form.kind for form in (parts if kind == "union" else (self,))} & {"str", "bool", "null", "file"}
        # Types of what is right as it came, and of which no part makes more.
        self.plain: set[object] = {one for one, atom in ATOMS.items() if atom in plain and "file" not in plain}

    @cached_property
    def fields(self) -> list[Field]:
        """The fields of a record. They may hold the record itself, so they are found late."""
        if self.kind != "record":
            return []
        hints = typing.get_type_hints(self.detail, include_extras=True)
        return [
            Field(f.name, f.metadata.get("wire_name", f.name), form_of(hints[f.name]), f.default is dataclasses.MISSING)
            for f in dataclasses.fields(self.detail)
        ]

    @cached_property
    def others(self) -> Form | None:
        """Of a record, the form of members without a field, where the schema says what they are."""
        annotation = self.detail._others if self.kind == "record" else None  # noqa: SLF001  # of a Record
        return None if annotation is None else form_of(annotation)

    @cached_property
    def inside(self) -> Mapping[str, Form]:
        """The forms of fields by their names in JSON."""
        return {field.wire: field.form for field in self.fields}

    @cached_property
    def wires(self) -> Mapping[str, str]:
        """Names of fields to names in JSON."""
        return {field.name: field.wire for field in self.fields}

    @cached_property
    def renames(self) -> bool:
        """Whether a field of it, or inside, has another name in JSON."""
        return any(field.name != field.wire for form in self.everything for field in form.fields)

    @cached_property
    def nested(self) -> list[Field]:
        return [field for field in self.fields if field.form.has_records]

    @cached_property
    def has_records(self) -> bool:
        return any(form.kind == "record" for form in self.everything)

    @cached_property
    def everything(self) -> list[Form]:
        """This form and all forms inside, each once."""
        found: dict[Form, None] = {}
        waiting: list[Form] = [self]
        while waiting:
            if (form := waiting.pop()) not in found:
                found[form] = None
                waiting += [*form.parts, *(field.form for field in form.fields)]
        return list(found)

    @cached_property
    def direct(self) -> bool:
        """Whether msgspec can decode it all; it knows neither files, other names in JSON, nor other members."""
        return not self.renames and all(form.kind != "file" and form.others is None for form in self.everything)

    @cached_property
    def _unconvertible(self) -> frozenset[str] | None:
        """Members without which msgspec makes a record; None where it makes none, as with two to tell apart."""
        if self.annotation is None or self.others is not None or not (self.direct or self.kind == "record"):
            return None
        try:
            msgspec.json.Decoder(self.annotation)
        except TypeError:
            return None
        return frozenset(f.wire for f in self.fields if f.name != f.wire or not f.form.direct)

    def fits(self, raw: object) -> bool:
        """Whether the outermost level of a JSON value is right."""
        match self.kind, raw:
            case "record", _:
                return is_object(raw)
            case "int", float():
                # To JSON Schema 3.0 is an integer.
                return raw.is_integer()
            case "float", int() | float():
                return not isinstance(raw, bool)
            case "choice", _:
                return any(raw == value and type(raw) is type(value) for value in self.detail)
            case "file", _:
                return self.detail.decoded(raw) is not None
            case "union", _:
                return any(part.fits(raw) for part in self.parts)
            case "anything", _:
                return True
            case ("null" | "bool" | "int" | "float" | "str" | "list" | "object") as kind, _:
                return kind == kind_of(raw)
            case unreachable, _:
                assert_never(unreachable)

    def build(self, raw: Any, path: str, mismatches: list[Mismatch]) -> Any:
        """The value for JSON that was decoded to builtins: by msgspec, and tolerantly where that fails."""
        if type(raw) in self.plain:
            return raw
        indirect = self._unconvertible
        if indirect is not None and (not indirect or (is_object(raw) and indirect.isdisjoint(raw))):
            try:
                value = msgspec.convert(raw, self.annotation)
            except (msgspec.ValidationError, UnicodeEncodeError):
                # The latter for half of a surrogate pair in the name of a member.
                pass
            else:
                _keep_unsaid(value, raw)
                return value
        return self._build_tolerantly(raw, path, mismatches)

    def _build_tolerantly(self, raw: Any, path: str, mismatches: list[Mismatch]) -> Any:
        if self.kind == "union":
            return self._closest(raw, path, mismatches)
        if not self.fits(raw):
            if self.kind == "file":
                mismatches.append(self.detail.mismatch(raw, path))
                return self.detail.from_dict(raw)
            mismatches.append(Mismatch(path, self.name, kind_of(raw)))
            return raw
        match self.kind:
            case "int":
                return int(raw)
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
            case "anything" | "null" | "bool" | "float" | "str" | "choice":
                return raw
            case unreachable:
                assert_never(unreachable)

    def _record(self, raw: Mapping[str, object], path: str, mismatches: list[Mismatch]) -> object:
        values: dict[str, object] = {}
        for field in self.fields:
            place = f"{path}.{field.wire}"
            if field.wire in raw:
                values[field.name] = field.form.build(raw[field.wire], place, mismatches)
            elif field.required:
                mismatches.append(Mismatch(place, field.form.name, "nothing"))
                values[field.name] = None
        if self.others is not None:
            for name in raw.keys() - self.inside.keys():
                self.others.build(raw[name], f"{path}.{name}", mismatches)
        record = self.detail(**values)
        keep(record, _raw=raw)
        return record

    def _closest(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        """Built by the member with the fewest mismatches, then unknown members, the first of equals."""
        fitting = [part for part in self.parts if part.fits(raw)]
        if not fitting:
            mismatches.append(Mismatch(path, self.name, kind_of(raw)))
            return raw
        if len(fitting) == 1:
            return fitting[0].build(raw, path, mismatches)
        tries = [(part.build(raw, path, found := list[Mismatch]()), found) for part in fitting]
        value, found = min(tries, key=lambda entry: (len(entry[1]), len(list(unknown_members(entry[0], path)))))
        mismatches += found
        return value


def form_of(annotation: Any) -> Form:
    """The form for an annotation; what it does not know, it lets pass."""
    origin, arguments = typing.get_origin(annotation) or annotation, typing.get_args(annotation)
    if origin is typing.Annotated and OCTETS in arguments:
        return Form("list", OCTETS, (Form("anything"),))
    if origin is typing.Annotated:
        return Form("str", BASE64) if BASE64 in arguments else form_of(arguments[0])
    if origin in {typing.Union, UnionType}:
        # A number is an integer as well.
        known = {UnsetType, int} if float in arguments else {UnsetType}
        members = [
            argument
            for argument in arguments
            if argument not in known and IN_PLACE not in getattr(argument, "__metadata__", ())
        ]
        parts = tuple(map(form_of, members))
        # Any field of an answer may be missing, and null tells nobody anything.
        name = " or ".join(part.name for part in parts if part.name != "null") or "null"
        return parts[0] if len(parts) == 1 else Form("union", parts=parts, name=name)
    if origin is typing.Literal:
        return Form("choice", arguments, name=" or ".join(map(repr, arguments)))
    if origin in ATOMS:
        return Form(ATOMS[origin])
    kind = origin if isinstance(origin, type) else object
    if issubclass(kind, BinaryResponse):
        return Form("file", kind)
    if issubclass(kind, Record):
        return record_form(kind)
    inner = form_of(arguments[-1]) if arguments else Form("anything")
    if issubclass(kind, Mapping):
        return Form("object", parts=(inner,))
    return Form("list", parts=(inner,)) if issubclass(kind, Sequence) else Form("anything")


_record_forms: dict[type[Record], Form] = {}


def record_form(cls: type[Record]) -> Form:
    if known := _record_forms.get(cls):
        return known
    form = Form("record", cls, name="object")
    form.annotation = cls if cls._absent is None else None
    return _record_forms.setdefault(cls, form)


def _keep_unsaid(value: object, raw: Any) -> None:
    """Have records keep what they were made of, where their fields do not say all of it."""
    if isinstance(value, Record):
        form = record_form(type(value))
        if not (raw.keys() <= form.inside.keys() and None not in raw.values()):
            keep(value, _raw=raw)
        for field in form.nested:
            if (inner := raw.get(field.wire)) is not None:
                _keep_unsaid(getattr(value, field.name), inner)
    elif isinstance(value, list):
        for item, inner in zip(value, raw, strict=True):
            _keep_unsaid(item, inner)
    elif isinstance(value, dict):
        for name, item in value.items():
            _keep_unsaid(item, raw[name])


def extra_of(record: Record) -> dict[str, object]:
    """The members of its JSON object that a record has no field for."""
    known = record_form(type(record)).inside
    return {name: value for name, value in (raw_of(record) or {}).items() if name not in known}


def unknown_members(value: object, path: str) -> Iterator[Mismatch]:
    """A mismatch for each member of an answer that no class has a field for."""
    if isinstance(value, Record | BinaryResponse):
        for name, extra in (extra_of(value) if isinstance(value, Record) else unknown_in(value)).items():
            yield Mismatch(f"{path}.{name}", "nothing", kind_of(extra))
    inside: Iterable[tuple[str | int, object]] = enumerate(value) if is_list(value) else ()
    if isinstance(value, Record):
        inside = ((f.wire, getattr(value, f.name)) for f in record_form(type(value)).fields)
    elif is_object(value):
        inside = value.items()
    for step, item in inside:
        yield from unknown_members(item, f"{path}[{step}]" if is_list(value) else f"{path}.{step}")
