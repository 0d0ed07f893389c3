"""The intermediate representation of a schema: a closed union with a kind per type.

Every node keeps its origin, the JSON pointer of the schema it was read from.
Names of classes are not part of it: they are found later, by ``naming``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flaregen.document import JSON
from flaregen.pointer import Pointer

Direction: TypeAlias = Literal["request", "response"]
ScalarKind: TypeAlias = Literal["string", "integer", "number", "boolean"]
Literals: TypeAlias = tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A default or an example. A value of its own, since null is one too."""

    value: JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every schema has. ``constraints`` are keyword and value, in a fixed order."""

    pointer: Pointer
    title: str = ""
    description: str = ""
    nullable: bool = False
    deprecated: bool = False
    default: Given | None = None
    example: Given | None = None
    constraints: tuple[tuple[str, JSON], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Anything(Node):
    """No type is said, or several that nothing distinguishes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Null(Node):
    """Null and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar(Node):
    kind: ScalarKind
    format: str = ""

    @property
    def is_moment(self) -> bool:
        """Whether it is the text of a day or a moment (RFC 3339)."""
        return self.kind == "string" and self.format in ("date", "date-time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration(Node):
    """A closed set of strings, integers or booleans; null among them makes it nullable."""

    values: Literals


@dataclass(frozen=True, slots=True, kw_only=True)
class Binary(Node):
    """Bytes. ``raw`` ones are a body of their own, ``part`` ones one of a form, the others JSON."""

    encoding: Literal["raw", "part", "base64", "data-url"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Array(Node):
    """``octets`` says that the numbers are the bytes of a file."""

    items: Schema
    octets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Node):
    """An object with open keys: ``additionalProperties`` without properties."""

    values: Schema


@dataclass(frozen=True, slots=True)
class Field:
    """A property. ``wire`` is its name in JSON."""

    wire: str
    schema: Schema
    required: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A property that finds its value inside: ``kind`` is text, object, list or one.

    ``pieces`` is where pieces of a list come in a stream, ``grows`` the text in them that goes on
    from one to the next, by wire names.
    """

    name: str
    kind: str
    paths: tuple[str, ...]
    description: str
    pieces: str = ""
    grows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Node):
    """``exclusions`` are sets of properties that may not be sent together (``not``).

    ``rest`` is what all other members hold, None where that may be
    anything; ``is_open`` that the document describes some of them. ``own_description`` is that of
    the object itself, where ``description`` is what the place that refers to it says. ``sent_as``
    are components of requests in whose place what was answered may be sent back, ``readings`` what
    ``x-reads`` declares.
    """

    fields: tuple[Field, ...]
    exclusions: tuple[tuple[str, ...], ...] = ()
    rest: Schema | None = None
    is_open: bool = False
    own_description: str = ""
    sent_as: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(field.wire for field in self.fields if field.required)

    @property
    def text(self) -> str:
        """The property of an answer that is its text in every form, or empty."""
        found = (one.name for one in self.readings if one.kind == "text" and one.paths)
        return next(found, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Union(Node):
    members: tuple[Schema, ...]

    @property
    def by_title(self) -> Iterable[tuple[Schema, ...]]:
        """The members in groups of one title; one without a title is a group of its own."""
        grouped: dict[object, list[Schema]] = {}
        for member in self.members:
            grouped.setdefault(member.title or member.pointer, []).append(member)
        return map(tuple, grouped.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Recursion(Node):
    """A reference back into an object that encloses it."""

    target: Pointer


Schema: TypeAlias = (
    Anything | Null | Scalar | Enumeration | Binary | Array | Map | Object | Union | Recursion
)


def leaves(schema: Schema) -> Iterator[Schema]:
    """What a value may be in the end, unions inside of unions counted through."""
    if isinstance(schema, Union):
        for member in schema.members:
            yield from leaves(member)
    else:
        yield schema
