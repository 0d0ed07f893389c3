"""How values of an annotation are checked, built from JSON and turned into JSON.

A form stands for one annotation. Forms build tolerantly: what does not fit is
kept as it came and noted as a mismatch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from types import NoneType
from typing import NamedTuple, TypeGuard

from .binary import BinaryField
from .models import Document, Model, Step
from .values import is_list, is_object, kind_of


class Mismatch(NamedTuple):
    path: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, got {self.got}"


class Form:
    """Anything at all; the base of the others."""

    name = "anything"
    # Whether msgspec cannot decode this from JSON by itself.
    special = False

    def parts(self) -> tuple[Form, ...]:
        """The forms directly inside."""
        return ()

    def fits(self, raw: object) -> bool:  # noqa: ARG002
        """Whether the outermost level of a JSON value is right."""
        return True

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        """The value for JSON that was decoded to builtins."""
        if not self.fits(raw):
            mismatches.append(Mismatch(path, self.name, kind_of(raw)))
        return raw

    def to_wire(self, value: object) -> object:
        """JSON in builtins for a value of the caller's."""
        return plain(value)

    def attach(self, value: object, document: Document, path: tuple[Step, ...]) -> None:
        """Tell the records inside a value where they came from."""

    @cached_property
    def direct(self) -> bool:
        """Whether msgspec can decode the whole of it."""
        return not any(form.special for form in walk(self))

    @cached_property
    def holds_records(self) -> bool:
        return any(isinstance(form, Record) for form in walk(self))


class Record(Form):
    """The base of forms of records, which `walk` and `Form` need to know."""

    wire_names: frozenset[str]


class Scalar(Form):
    def __init__(self, kind: type) -> None:
        self.kind = kind
        self.name = "null" if kind is NoneType else kind.__name__

    def fits(self, raw: object) -> bool:
        if isinstance(raw, bool):
            return self.kind is bool
        if self.kind is float:
            return isinstance(raw, int | float)
        if self.kind is int and isinstance(raw, float):
            # To JSON Schema 3.0 is an integer.
            return raw.is_integer()
        return isinstance(raw, self.kind)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        if not self.fits(raw):
            mismatches.append(Mismatch(path, self.name, kind_of(raw)))
        elif self.kind is int and isinstance(raw, float):
            return int(raw)
        elif self.kind is float and isinstance(raw, int) and abs(raw) <= _EXACT:
            return float(raw)
        return raw


# Beyond this a float cannot tell neighbouring integers apart.
_EXACT = 2**53


class Choice(Form):
    """One of some literals."""

    def __init__(self, values: tuple[object, ...]) -> None:
        self.values = values
        self.name = " or ".join(map(repr, values))

    def fits(self, raw: object) -> bool:
        return any(raw == value and type(raw) is type(value) for value in self.values)


class Items(Form):
    name = "list"

    def __init__(self, item: Form) -> None:
        self.item = item

    def parts(self) -> tuple[Form, ...]:
        return (self.item,)

    def fits(self, raw: object) -> bool:
        return is_list(raw)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        if not is_list(raw):
            return super().build(raw, path, mismatches)
        return [self.item.build(v, f"{path}[{i}]", mismatches) for i, v in enumerate(raw)]

    def to_wire(self, value: object) -> object:
        if not is_sequence(value):
            return plain(value)
        return [self.item.to_wire(item) for item in value]

    def attach(self, value: object, document: Document, path: tuple[Step, ...]) -> None:
        if self.holds_records and is_list(value):
            for index, item in enumerate(value):
                self.item.attach(item, document, (*path, index))


class Entries(Form):
    """An object whose member names are data."""

    name = "object"

    def __init__(self, value: Form) -> None:
        self.value = value

    def parts(self) -> tuple[Form, ...]:
        return (self.value,)

    def fits(self, raw: object) -> bool:
        return is_object(raw)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        if not is_object(raw):
            return super().build(raw, path, mismatches)
        return {
            key: self.value.build(value, f"{path}.{key}", mismatches) for key, value in raw.items()
        }

    def to_wire(self, value: object) -> object:
        if not is_object(value):
            return plain(value)
        return {key: self.value.to_wire(item) for key, item in value.items()}

    def attach(self, value: object, document: Document, path: tuple[Step, ...]) -> None:
        if self.holds_records and is_object(value):
            for key, item in value.items():
                self.value.attach(item, document, (*path, key))


class AnyOf(Form):
    def __init__(self, members: tuple[Form, ...]) -> None:
        self.members = members
        # Any field of an answer may be missing, and null tells nobody anything.
        told = [member.name for member in members if member.name != "null"]
        self.name = " or ".join(told) or "null"

    def parts(self) -> tuple[Form, ...]:
        return self.members

    def fits(self, raw: object) -> bool:
        return any(member.fits(raw) for member in self.members)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        """Built by the member with the fewest mismatches, the first of equals."""
        best: tuple[object, list[Mismatch]] | None = None
        for member in self.members:
            if not member.fits(raw):
                continue
            found: list[Mismatch] = []
            value = member.build(raw, path, found)
            if best is None or len(found) < len(best[1]):
                best = value, found
        if best is None:
            return super().build(raw, path, mismatches)
        mismatches.extend(best[1])
        return best[0]

    def to_wire(self, value: object) -> object:
        for member in self.members:
            if member.special and isinstance(member, Bytes) and value is not None:
                return member.to_wire(value)
        return plain(value)

    def attach(self, value: object, document: Document, path: tuple[Step, ...]) -> None:
        for member in self.members:
            if member.fits(value) or isinstance(value, Model):
                member.attach(value, document, path)


class Bytes(Form):
    """A file inside JSON."""

    special = True

    def __init__(self, field: BinaryField) -> None:
        self.field = field
        self.name = field.name

    def fits(self, raw: object) -> bool:
        return self.field.fits(raw)

    def to_wire(self, value: object) -> object:
        return self.field.encode(value)


def walk(form: Form) -> Iterator[Form]:
    """A form and all forms inside, each once; records may hold themselves."""
    seen: set[int] = set()
    waiting = [form]
    while waiting:
        current = waiting.pop()
        if id(current) not in seen:
            seen.add(id(current))
            waiting.extend(current.parts())
            yield current


_ATOMS = frozenset({str, int, float, bool, NoneType})


def plain(value: object) -> object:
    """JSON in builtins for any value; what JSON has no way to say is left for the encoder."""
    if type(value) in _ATOMS:
        return value
    if isinstance(value, Model):
        return value.to_dict()
    if is_object(value):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if is_sequence(value) else value


def is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    """Whether a caller's value is what JSON has lists for."""
    if isinstance(value, str | bytes | bytearray | memoryview):
        return False
    return isinstance(value, Sequence)
