"""Base classes of what is sent and of what is answered.

Decoding skips members that a class has no field for. Each record of an answer keeps a reference to the document it
came from and its place there; the document is decoded again, once, when somebody asks. Large documents are kept only
where a scan finds something to tell.
"""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Collection, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any, ClassVar, Generic, NamedTuple, Self, TypeGuard, TypeVar

import msgspec
from msgspec import UnsetType as UnsetType  # noqa: PLC0414  # for modules of models, too

R = TypeVar("R")  # what a call answers
C = TypeVar("C")  # one piece of a streamed answer
Step = str | int
# In place of what a caller leaves out, which is not sent. No constant, so that modules
# of models can all be imported by `*`.
UNSET: UnsetType = msgspec.UNSET

# Up to this many bytes, keeping a document costs less than looking through it.
_KEPT_UNSEEN = 4096
# What decoding JSON raises.
UNDECODABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class UndecodableError(Exception):
    """A text is not JSON; callers are told by an APIResponseError."""


def parse(text: bytes | str) -> object:
    """JSON as builtins. Raises UndecodableError."""
    try:
        return msgspec.json.decode(text)
    except UNDECODABLE as error:
        # JSON has halves of surrogate pairs, which texts that are cut end with; `int` refuses NaN, which it has not.
        with suppress(ValueError, RecursionError):
            return typing.cast("object", json.loads(text, parse_constant=int))
        raise UndecodableError(str(error)) from None


def is_object(raw: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(raw, Mapping)


def is_list(raw: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    return isinstance(raw, list | tuple)


class Document:
    """A JSON text, decoded on first use."""

    def __init__(self, text: bytes) -> None:
        # The text, and later what it says, which is never bytes.
        self._held: object = text

    def at(self, path: tuple[Step, ...]) -> object:
        value = self._held
        if isinstance(value, bytes):
            # Another thread may do the same at the same time.
            self._held = value = parse(value)
        for step in path:
            value = typing.cast("Any", value)[step]
        return value


class Remainder(NamedTuple):
    """Unknown members of one object, and which of the known ones were null."""

    extra: Mapping[str, object]
    nulls: frozenset[str]


# Where a record of an answer stands.
Origin = tuple[Document, tuple[Step, ...]]
_NOTHING = Remainder({}, frozenset())


def remainder(raw: object, known: Collection[str]) -> Remainder:
    """What is left of a JSON object once its known members are read."""
    members = raw if is_object(raw) else {}
    extra = {name: value for name, value in members.items() if name not in known}
    nulls = frozenset(n for n, value in members.items() if value is None and n in known)
    return Remainder(extra, nulls) if extra or nulls else _NOTHING


def worth_keeping(text: bytes, known: Collection[bytes], around: frozenset[bytes]) -> bool:
    """Whether a JSON text may hold a member with a name outside `known`, or a null; `around` may come once each."""
    if len(text) <= _KEPT_UNSEEN:
        return True
    place = text.find(b'"')
    while (end := text.find(b'"', place + 1)) >= 0:
        # Where a string holds a quote, which a backslash precedes, a name may begin in its midst.
        rest = text[end + 1 : end + 9]
        doubtful = text[end - 1 : end] == b"\\" or rest.isspace() or b"null" in rest
        name = text[place + 1 : end] if (named := rest.lstrip()[:1] == b":") else b""  # else it may be long
        if doubtful or (named and name not in known and name not in around):
            return True
        place, around = end, around - {name}
    return False


@typing.dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(dataclasses.field,))
class Model:
    """A record, for a JSON object. Its classes are dataclasses, all frozen and keyword-only."""

    def __init_subclass__(cls, **arguments: object) -> None:
        super().__init_subclass__(**arguments)
        # What follows here once would be made for each class, which takes half the time of importing it.
        dataclasses.dataclass(frozen=True, kw_only=True, repr=False, eq=False)(cls)

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in _values(self))})"

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(_values(self))

    @property
    def extra_fields(self) -> Mapping[str, object]:
        """Members of the JSON object that the class has no field for."""
        return MappingProxyType((remainder_of(self) or _NOTHING).extra)

    def to_dict(self) -> dict[str, object]:
        """The record in wire form: names and values of JSON, missing fields left out."""
        from .forms import given, record_form, to_wire

        return to_wire(record_form(type(self)), given(self))

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """The record for a JSON object; unknown members become `extra_fields`.

        Raises ValueError that lists the members that do not fit; those of an answer are kept as they came.
        """
        from .forms import kind_of, record_form

        if not is_object(data):
            raise TypeError(f"{cls.__name__} stands for a JSON object, not for {kind_of(data)}")
        mismatches: list[Any] = []
        record: Self = record_form(cls).build(data, "$", mismatches)
        if mismatches and not issubclass(cls, Response):
            raise ValueError(f"{cls.__name__}: " + "; ".join(map(str, mismatches)))
        return record

    def __getstate__(self) -> dict[str, object]:
        # What is left of the document takes its place: it may be large, and one for many.
        remainder_of(self)
        return vars(self).copy()


def _values(record: Model) -> tuple[tuple[str, object], ...]:
    fields = dataclasses.fields(typing.cast("Any", record))
    return tuple((field.name, getattr(record, field.name)) for field in fields)


class Response(Model):
    """An answer, or a record inside one."""


class Params(Model, Generic[R]):
    """What is sent, in one of the forms that an operation takes; R is what comes back."""

    response_type: ClassVar[object] = object
    chunk_type: ClassVar[object] = object
    # Wire name of the field that may travel as the body itself, without JSON around it.
    raw_field: ClassVar[str | None] = None
    # Wire name of the field that asks for pieces, where there is one.
    stream_flag: ClassVar[str] = "stream"

    def __init_subclass__(cls, *, raw: str | None = None, stream_flag: str = "") -> None:
        super().__init_subclass__()
        cls.raw_field = raw or cls.raw_field
        if stream_flag:
            cls.stream_flag = stream_flag
        # Params[R], or StreamParams[R, C].
        for base in vars(cls).get("__orig_bases__", ()):
            cls.response_type, cls.chunk_type = (*typing.get_args(base), object)[:2]


class StreamParams(Params[R], Generic[R, C]):
    """What is sent to models that can answer piece by piece; C is such a piece."""


def remainder_of(record: Model) -> Remainder | None:
    """What the record's JSON object held beside its fields; None for what a caller made."""
    origin: Origin | Remainder | None = vars(record).get("_origin")
    if origin is None or isinstance(origin, Remainder):
        return origin
    from .forms import record_form

    document, path = origin
    members: object = None
    # Decoding skips unknown members: whether these are JSON shows only here.
    with suppress(UndecodableError):
        members = document.at(path)
    rest = remainder(members, record_form(type(record)).wire_names)
    set_origin(record, rest)
    return rest


def set_origin(record: Model, origin: Origin | Remainder) -> None:
    """Remember where a record came from, past the dataclass's being frozen."""
    # No field: equality, repr, `asdict` and `replace` do not see it.
    object.__setattr__(record, "_origin", origin)
