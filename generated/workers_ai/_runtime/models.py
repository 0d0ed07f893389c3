"""Base classes of what is sent and of what is answered.

Decoding skips members that a class has no field for. Each record of an answer
keeps a reference to the document it came from and its place there; the document
is decoded again, once, when somebody asks. Large documents are kept only where a
scan finds something to tell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import (
    Any,
    ClassVar,
    Generic,
    NamedTuple,
    Self,
    TypeAlias,
    TypeGuard,
    TypeVar,
    cast,
    get_args,
)

import msgspec

R = TypeVar("R")
"""What a call answers."""
C = TypeVar("C")
"""One piece of a streamed answer."""
Step: TypeAlias = str | int

# Up to this many bytes, keeping a document costs less than looking through it.
_KEPT_UNSEEN = 4096
# A string, and for the name of a member what follows it. Strings are taken whole,
# so that a quote inside one is never taken for a beginning.
_STRING = re.compile(rb'"([^"\\]*(?:\\.[^"\\]*)*)"(?:(\s*:)\s*(null)?)?')


UNDECODABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding JSON raises."""


class UndecodableError(Exception):
    """A text is not JSON; callers are told by an APIResponseError."""


def parse(text: bytes) -> object:
    """JSON as builtins. Raises UndecodableError."""
    try:
        return msgspec.json.decode(text)
    except UNDECODABLE as error:
        raise UndecodableError(str(error)) from None


def is_object(raw: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(raw, Mapping)


def is_list(raw: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    return isinstance(raw, list | tuple)


class Document:
    """A JSON text, decoded on first use."""

    __slots__ = ("_text", "_value")

    def __init__(self, text: bytes) -> None:
        self._text: bytes | None = text
        self._value: object = None

    def at(self, path: tuple[Step, ...]) -> object:
        # Another thread may be here at the same time: it finds the text or the value.
        if (text := self._text) is not None:
            self._value, self._text = parse(text), None
        value = self._value
        for step in path:
            value = cast("Any", value)[step]
        return value


class Remainder(NamedTuple):
    """Unknown members of one object, and which of the known ones were null."""

    extra: Mapping[str, object]
    nulls: frozenset[str]

    def __reduce__(self) -> tuple[object, ...]:
        return Remainder, (dict(self.extra), self.nulls)


class Origin(NamedTuple):
    """Where a record of an answer stands in the document."""

    document: Document
    path: tuple[Step, ...]


_NOTHING = Remainder(MappingProxyType({}), frozenset())


def remainder(raw: object, known: Collection[str]) -> Remainder:
    """What is left of a JSON object once its known members are read."""
    members = raw if is_object(raw) else {}
    extra = {name: value for name, value in members.items() if name not in known}
    nulls = frozenset(n for n, value in members.items() if value is None and n in known)
    return Remainder(MappingProxyType(extra), nulls) if extra or nulls else _NOTHING


def worth_keeping(text: bytes, known: Collection[bytes]) -> bool:
    """Whether a JSON text holds a member with a name outside `known`, or a null."""
    if len(text) <= _KEPT_UNSEEN:
        return True
    # Between strings lie numbers, mostly, which `find` passes far faster than a search.
    place = text.find(b'"')
    while place >= 0 and (found := _STRING.match(text, place)):
        if found[2] and (found[3] or found[1] not in known):
            return True
        place = text.find(b'"', found.end())
    return False


class Model:
    """A record: a frozen dataclass that stands for a JSON object."""

    # Not a field: equality, repr, `asdict` and `replace` see the fields alone.
    _origin: ClassVar[Origin | Remainder | None] = None

    @property
    def extra_fields(self) -> Mapping[str, object]:
        """Members of the JSON object that the class has no field for."""
        return remainder_of(self).extra

    def to_dict(self) -> dict[str, object]:
        """The record in wire form: names and values of JSON, missing fields left out."""
        from .forms import given, record_form, to_wire

        return to_wire(record_form(type(self)), given(self))

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """The record for a JSON object; unknown members become `extra_fields`.

        Raises ValueError that lists the members that do not fit; those of an
        answer are kept as they came.
        """
        from .forms import build_record

        record, mismatches = build_record(cls, data)
        if mismatches and not issubclass(cls, Response):
            raise ValueError(f"{cls.__name__}: " + "; ".join(map(str, mismatches)))
        return record

    def __getstate__(self) -> dict[str, object]:
        rest = remainder_of(self)
        state = {name: value for name, value in vars(self).items() if name != "_origin"}
        return {**state, "_origin": rest} if rest is not _NOTHING else state


class Response(Model):
    """An answer, or a record inside one."""


class Params(Model, Generic[R]):
    """What is sent, in one of the forms that an operation takes; R is what comes back."""

    response_type: ClassVar[object] = object
    # Wire name of the field that may travel as the body itself, without JSON around it.
    raw_field: ClassVar[str | None] = None

    def __init_subclass__(cls, *, raw: str | None = None, **arguments: object) -> None:
        super().__init_subclass__(**arguments)
        cls.raw_field = raw or cls.raw_field
        # Params[R], or StreamParams[R, C].
        for base in vars(cls).get("__orig_bases__", ()):
            for name, kind in zip(("response_type", "chunk_type"), get_args(base), strict=False):
                setattr(cls, name, kind)


class StreamParams(Params[R], Generic[R, C]):
    """What is sent to models that can answer piece by piece; C is such a piece."""

    chunk_type: ClassVar[object] = object
    stream_flag: ClassVar[str] = "stream"

    def __init_subclass__(cls, *, stream_flag: str | None = None, **arguments: str) -> None:
        super().__init_subclass__(**arguments)
        cls.stream_flag = stream_flag or cls.stream_flag


# Bookkeeping of records belongs to this module.
# pyright: reportPrivateUsage=false


def remainder_of(record: Model) -> Remainder:
    """What the record's JSON object held beside its fields; found on the first call."""
    origin = record._origin  # noqa: SLF001
    if isinstance(origin, Origin):
        from .forms import record_form

        members: object = None
        # Decoding skips unknown members: whether these are JSON shows only here.
        with suppress(UndecodableError):
            members = origin.document.at(origin.path)
        origin = remainder(members, record_form(type(record)).wire_names)
        set_origin(record, origin)
    return origin or _NOTHING


def has_origin(record: Model) -> bool:
    """Whether a record was built from JSON, and not by a caller."""
    return record._origin is not None  # noqa: SLF001


def set_origin(record: Model, origin: Origin | Remainder) -> None:
    """Remember where a record came from, past the dataclass's being frozen."""
    object.__setattr__(record, "_origin", origin)
