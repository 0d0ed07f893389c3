"""Records: frozen dataclasses for JSON objects, which keep what their class has no field for."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Mapping
from typing import Any, ClassVar, TypeAlias

from msgspec import UNSET

from .json_text import is_list, is_object

JSONObject: TypeAlias = Mapping[str, object]

_LONGEST_TEXT, _LONGEST_LIST = 200, 6


@typing.dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(dataclasses.field,))
class Record:
    """A JSON object. Its classes are dataclasses, all frozen and keyword-only."""

    # What a field holds that is neither sent nor was in the answer.
    _absent: ClassVar[object] = UNSET
    # The annotation of members without a field, where the schema says what they are.
    _others: ClassVar[Any] = None

    def __init_subclass__(cls, **arguments: object) -> None:
        super().__init_subclass__(**arguments)
        # What follows here once would be made for each class, which takes half the time of importing it.
        dataclasses.dataclass(frozen=True, kw_only=True, repr=False, eq=False)(cls)
        _carry_kept(cls)

    def __repr__(self) -> str:
        set_values = ((name, value) for name, value in record_values(self) if value is not self._absent)
        return f"{type(self).__qualname__}({', '.join(f'{name}={short(value)}' for name, value in set_values)})"

    def __eq__(self, other: object) -> bool:
        return record_values(self) == record_values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(record_values(self))


class _Kind:
    """Of a pseudo-field: neither a field, which `fields` and decoders know, nor one of the two other kinds."""


def _carry_kept(cls: Any) -> None:  # noqa: ANN401  # a dataclass
    """Have `dataclasses.replace`, which knows fields alone, hand on what a record keeps."""
    init, cls._raw, cls._ray_id = cls.__init__, None, None
    for name in ("_raw", "_ray_id"):
        carried: Any = dataclasses.field(default=None)
        carried.name, carried._field_type = name, _Kind  # noqa: SLF001
        cls.__dataclass_fields__[name] = carried

    @functools.wraps(init)
    def made(self: Record, *, _raw: JSONObject | None = None, _ray_id: str | None = None, **values: object) -> None:
        init(self, **values)
        if _raw is not None or _ray_id is not None:
            keep(self, _raw=_raw, _ray_id=_ray_id)

    cls.__init__ = made


def record_values(record: Any) -> tuple[tuple[str, object], ...]:  # noqa: ANN401  # not every Record is a dataclass
    return tuple((field.name, getattr(record, field.name)) for field in dataclasses.fields(record))


def raw_of(record: Record) -> JSONObject | None:
    """The JSON object that a record was made of, where its fields do not say all of it."""
    return vars(record).get("_raw")


def keep(answer: object, **kept: object) -> None:
    """Keep what no field says, past the dataclass's being frozen: equality, repr and `asdict` do not see it."""
    vars(answer).update(kept)


class Answer:
    """What came, a record or a file."""

    @property
    def ray_id(self) -> str | None:
        """What Cloudflare's support asks for; None for a part of an answer, and for what a caller made."""
        return vars(self).get("_ray_id")


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
