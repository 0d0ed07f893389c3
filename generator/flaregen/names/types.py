"""The types of fields in Python: a closed union, with references to classes by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from flaregen.schemas.schema import Literals, ScalarKind


@dataclass(frozen=True, slots=True)
class AnyType:
    """Any JSON: the schema says nothing."""


@dataclass(frozen=True, slots=True)
class NullType:
    """None."""


@dataclass(frozen=True, slots=True)
class ScalarType:
    """``is_moment`` is the text of a day or a moment, in what callers give."""

    kind: ScalarKind
    is_moment: bool = False


@dataclass(frozen=True, slots=True)
class LiteralType:
    values: Literals


@dataclass(frozen=True, slots=True)
class Base64Type:
    """Bytes that travel as a JSON string."""


@dataclass(frozen=True, slots=True)
class FileType:
    """Bytes that travel as they are, as a body."""


@dataclass(frozen=True, slots=True)
class FilePartType:
    """Bytes that travel as a part of a form, with a name and a media type."""


@dataclass(frozen=True, slots=True)
class DataURLType:
    """A text that is an address; bytes travel as a data URL."""


@dataclass(frozen=True, slots=True)
class OctetsType:
    """Bytes that travel as a list of numbers, which ``items`` describe."""

    items: Type


@dataclass(frozen=True, slots=True)
class ListType:
    items: Type


@dataclass(frozen=True, slots=True)
class MapType:
    """An object with open keys."""

    values: Type


@dataclass(frozen=True, slots=True)
class ClassType:
    """An object with a class. Before classes are named, ``name`` numbers a node of the graph."""

    name: str


@dataclass(frozen=True, slots=True)
class AnyObjectType:
    """A dict, or an object of an answer, in place of a class of requests."""


@dataclass(frozen=True, slots=True)
class UnionType:
    """At least two types, none of which is a union."""

    members: tuple[Type, ...]


Type: TypeAlias = (
    AnyType
    | NullType
    | ScalarType
    | LiteralType
    | Base64Type
    | FileType
    | FilePartType
    | DataURLType
    | OctetsType
    | ListType
    | MapType
    | ClassType
    | AnyObjectType
    | UnionType
)


MOMENT = ScalarType("string", is_moment=True)


def union(types: Iterable[Type]) -> Type:
    """One of several types: unions are flattened, and null comes last.

    Integers are numbers, and texts of any kind may be moments.
    """
    flat = [member for type_ in types for member in members_of(type_)]
    kinds = set(map(type, flat))
    if AnyType in kinds:
        return AnyType()
    if ScalarType in kinds and ScalarType("number") in flat:
        flat = [one for one in flat if one != ScalarType("integer")]
    if MOMENT in flat:
        flat = [one for one in flat if one != ScalarType("string")]
    # By their text: 1 and True are equal, and say different things.
    distinct = {repr(one): one for one in flat if not isinstance(one, NullType)}
    members = (*distinct.values(), *([NullType()] if NullType in kinds else ()))
    return members[0] if len(members) == 1 else UnionType(members)


def members_of(type_: Type) -> tuple[Type, ...]:
    """Those of a union; another type is its own only one."""
    return type_.members if isinstance(type_, UnionType) else (type_,)


def or_any_object(type_: Type) -> Type:
    """The same type, with what may be given in place of each class."""
    match type_:
        case ClassType():
            return UnionType((type_, AnyObjectType()))
        case ListType(items):
            return ListType(or_any_object(items))
        case MapType(values):
            return MapType(or_any_object(values))
        case UnionType(members):
            # Once, behind all classes.
            classes = [member for member in members if isinstance(member, ClassType)]
            others = [or_any_object(member) for member in members if member not in classes]
            return union([*classes, *([AnyObjectType()] if classes else []), *others])
        case _:
            return type_


def renamed(type_: Type, name: Callable[[str], str]) -> Type:
    """The same type, its references to classes by other names."""
    match type_:
        case ClassType():
            return ClassType(name(type_.name))
        case ListType(items):
            return ListType(renamed(items, name))
        case MapType(values):
            return MapType(renamed(values, name))
        case UnionType(members):
            return union(renamed(member, name) for member in members)
        case _:
            return type_


def references(type_: Type) -> Iterator[str]:
    """The names of classes in a type, in order."""
    yield from (leaf.name for leaf in _leaves(type_) if isinstance(leaf, ClassType))


def literals(type_: Type) -> Iterator[LiteralType]:
    """The lists of values in a type, in order."""
    yield from (leaf for leaf in _leaves(type_) if isinstance(leaf, LiteralType))


def is_open(type_: Type) -> bool:
    """Whether something in a type may be anything."""
    return any(isinstance(leaf, AnyType) for leaf in _leaves(type_))


def _leaves(type_: Type) -> Iterator[Type]:
    match type_:
        case ListType(inner) | MapType(inner) | OctetsType(inner):
            yield from _leaves(inner)
        case UnionType(members):
            for member in members:
                yield from _leaves(member)
        case _:
            yield type_
