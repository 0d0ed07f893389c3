"""How values of an annotation are checked and built from JSON.

A form stands for one annotation. Forms build tolerantly: what does not fit is
kept as it came and noted as a mismatch.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from types import NoneType
from typing import NamedTuple

from .values import is_list, is_object, kind_of

# Beyond this a float cannot tell neighbouring integers apart.
_EXACT = 2**53


class Mismatch(NamedTuple):
    path: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, got {self.got}"


class Form:
    """Anything at all; the base of the others."""

    name = "anything"
    # The forms directly inside.
    parts: tuple[Form, ...] = ()
    # Whether msgspec cannot decode this from JSON by itself.
    special = False
    # Whether callers may give a file, which JSON has as a list of its bytes.
    octets = False

    def fits(self, raw: object) -> bool:  # noqa: ARG002
        """Whether the outermost level of a JSON value is right."""
        return True

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        """The value for JSON that was decoded to builtins."""
        if not self.fits(raw):
            mismatches.append(Mismatch(path, self.name, kind_of(raw)))
        return raw

    @cached_property
    def direct(self) -> bool:
        """Whether msgspec can decode the whole of it."""
        return not any(form.special for form in walk(self))

    @cached_property
    def records(self) -> list[Record]:
        return [form for form in walk(self) if isinstance(form, Record)]


class Record(Form):
    """The base of forms of records, whose parts are looked at on first use: they may recur."""

    name = "object"
    wire_names: frozenset[str]

    def fits(self, raw: object) -> bool:
        return is_object(raw)


class Scalar(Form):
    def __init__(self, kind: type) -> None:
        self.kind = kind
        self.name = "null" if kind is NoneType else kind.__name__

    def fits(self, raw: object) -> bool:
        if isinstance(raw, bool) or self.kind is bool:
            return isinstance(raw, bool) and self.kind is bool
        if self.kind is int and isinstance(raw, float):
            # To JSON Schema 3.0 is an integer.
            return raw.is_integer()
        return isinstance(raw, int | float if self.kind is float else self.kind)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        if not self.fits(raw):
            return super().build(raw, path, mismatches)
        if self.kind is int and isinstance(raw, float):
            return int(raw)
        if self.kind is float and isinstance(raw, int) and abs(raw) <= _EXACT:
            return float(raw)
        return raw


class Choice(Form):
    """One of some literals."""

    def __init__(self, values: tuple[object, ...]) -> None:
        self.values = values
        self.name = " or ".join(map(repr, values))

    def fits(self, raw: object) -> bool:
        return any(raw == value and type(raw) is type(value) for value in self.values)


class Items(Form):
    name = "list"

    def __init__(self, item: Form, *, octets: bool = False) -> None:
        self.item, self.parts, self.octets = item, (item,), octets

    def fits(self, raw: object) -> bool:
        return is_list(raw)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        if not is_list(raw):
            return super().build(raw, path, mismatches)
        return [self.item.build(v, f"{path}[{i}]", mismatches) for i, v in enumerate(raw)]


class Entries(Form):
    """An object whose member names are data."""

    name = "object"

    def __init__(self, value: Form) -> None:
        self.value, self.parts = value, (value,)

    def fits(self, raw: object) -> bool:
        return is_object(raw)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        if not is_object(raw):
            return super().build(raw, path, mismatches)
        return {k: self.value.build(v, f"{path}.{k}", mismatches) for k, v in raw.items()}


class AnyOf(Form):
    def __init__(self, members: tuple[Form, ...]) -> None:
        self.parts = members
        self.octets = any(member.octets for member in members)
        # Any field of an answer may be missing, and null tells nobody anything.
        told = [member.name for member in members if member.name != "null"]
        self.name = " or ".join(told) or "null"

    def fits(self, raw: object) -> bool:
        return any(member.fits(raw) for member in self.parts)

    def build(self, raw: object, path: str, mismatches: list[Mismatch]) -> object:
        """Built by the member with the fewest mismatches, the first of equals."""
        tries: list[tuple[object, list[Mismatch]]] = []
        for member in self.parts:
            if member.fits(raw):
                found: list[Mismatch] = []
                tries.append((member.build(raw, path, found), found))
        if not tries:
            return super().build(raw, path, mismatches)
        value, found = min(tries, key=lambda entry: len(entry[1]))
        mismatches.extend(found)
        return value


def walk(form: Form) -> Iterator[Form]:
    """A form and all forms inside, each once; records may hold themselves."""
    seen: set[int] = set()
    waiting = [form]
    while waiting:
        current = waiting.pop()
        if id(current) not in seen:
            seen.add(id(current))
            waiting.extend(current.parts)
            yield current
