"""Records: frozen dataclasses for JSON objects, which remember what their class has no field for.

Decoding skips members that a class has no field for. Each record of an answer keeps a reference to the document it
came from and its place there; the document is decoded again, once, when somebody asks. Large documents are kept only
where a scan finds something to report.
"""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Collection, Mapping
from typing import Any, ClassVar, NamedTuple

from msgspec import UNSET

from .json_text import is_list, is_object, parse

Step = str | int

# Up to this many bytes, keeping a document costs less than looking through it.
_KEPT_UNSEEN = 4096
_LONGEST_TEXT, _LONGEST_LIST = 200, 6


class Document:
    """A JSON text, decoded on first use."""

    def __init__(self, text: bytes) -> None:
        # The text, and later its value, which is never bytes.
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


# Where a record of an answer is from: a place in a document, or what is left of that.
Origin = tuple[Document, tuple[Step, ...]] | Remainder
NO_REMAINDER = Remainder({}, frozenset())


def remainder(raw: object, known: Collection[str]) -> Remainder:
    """What is left of a JSON object once its known members are read."""
    members = raw if is_object(raw) else {}
    extra = {name: value for name, value in members.items() if name not in known}
    nulls = frozenset(n for n, value in members.items() if value is None and n in known)
    return Remainder(extra, nulls) if extra or nulls else NO_REMAINDER


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
class Record:
    """A JSON object. Its classes are dataclasses, all frozen and keyword-only."""

    # What a field holds that is neither sent nor was in the answer.
    _absent: ClassVar[object] = UNSET

    def __init_subclass__(cls, **arguments: object) -> None:
        super().__init_subclass__(**arguments)
        # What follows here once would be made for each class, which takes half the time of importing it.
        dataclasses.dataclass(frozen=True, kw_only=True, repr=False, eq=False)(cls)
        _carry_origin(cls)

    def __repr__(self) -> str:
        given = ((name, value) for name, value in record_values(self) if value is not self._absent)
        return f"{type(self).__qualname__}({', '.join(f'{name}={short(value)}' for name, value in given)})"

    def __eq__(self, other: object) -> bool:
        return record_values(self) == record_values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(record_values(self))


class _Kind:
    """Of a pseudo-field: neither a field, which `fields` and decoders know, nor one of the two other kinds."""


def _carry_origin(cls: Any) -> None:  # noqa: ANN401  # a dataclass
    """Have `dataclasses.replace`, which knows fields alone, hand on where a record is from."""
    carried: Any = dataclasses.field(default=None)
    carried.name, carried._field_type = "_origin", _Kind  # noqa: SLF001
    cls.__dataclass_fields__["_origin"] = carried
    cls._origin, init = None, cls.__init__

    @functools.wraps(init)
    def made(self: Record, *, _origin: Origin | None = None, **values: object) -> None:
        init(self, **values)
        if _origin is not None:
            set_origin(self, _origin)

    cls.__init__ = made


def record_values(record: Any) -> tuple[tuple[str, object], ...]:  # noqa: ANN401  # not every Record is a dataclass
    return tuple((field.name, getattr(record, field.name)) for field in dataclasses.fields(record))


def origin_of(record: Record) -> Origin | None:
    """None for a record that a caller made."""
    return vars(record).get("_origin")


def set_origin(record: Record, origin: Origin) -> None:
    """Remember where a record came from, past the dataclass's being frozen."""
    # No field: equality, repr and `asdict` do not see it.
    object.__setattr__(record, "_origin", origin)


def short(value: object) -> str:
    """A repr in one line that does not grow with files, texts and lists."""
    if isinstance(value, bytes | bytearray | memoryview):
        return f"<{len(value)} bytes>"
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"{value[:_LONGEST_TEXT]!r}... ({len(value)} characters)"
    if is_object(value):
        return f"{{{_joined([f'{name!r}: {short(value[name])}' for name in list(value)[:_LONGEST_LIST]], len(value))}}}"
    if is_list(value):
        inside = _joined([short(item) for item in value[:_LONGEST_LIST]], len(value))
        return f"[{inside}]" if isinstance(value, list) else f"({inside}{',' * (len(value) == 1)})"
    return repr(value)


def _joined(parts: list[str], count: int) -> str:
    return ", ".join([*parts, f"... ({count} in all)"] if count > len(parts) else parts)
