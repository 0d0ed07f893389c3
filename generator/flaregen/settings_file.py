"""A settings file as a struct; of unknown keys and values, what would be known."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.inspect import DictType, LiteralType, Metadata, StructType, Type, VarTupleType

from flaregen.diagnostic import UsageError

S = TypeVar("S", bound=msgspec.Struct)


def converted(table: object, expected: type[S], path: Path, advice: str, prefix: str = "") -> S:
    """The struct that a table of a file says. Raises UsageError.

    ``advice`` is for what is neither an unknown key nor a value that is none of a few words.
    ``prefix`` is the name of the table itself, empty for a whole file.
    """
    try:
        return msgspec.convert(table, expected)
    except msgspec.ValidationError as error:
        unknown = _unknowns(table, msgspec.inspect.type_info(expected), prefix, "")
        message, help_ = next(unknown, (str(error), advice))
        raise UsageError(f"{path}: {message}", help_) from error


def _unknowns(value: object, expected: Type, name: str, entry: str) -> Iterator[tuple[str, str]]:
    """What is unknown, and what would be known.

    ``name`` is that of the table, with dots; ``entry`` says which of an array it is.
    """
    match value, expected:
        case _, Metadata(type=inner):
            yield from _unknowns(value, inner, name, entry)
        case dict(), StructType(fields=fields):
            known = {field.encode_name: field.type for field in fields}
            for key, inner in value.items():
                if key in known:
                    below = f"{name}.{key}" if name else key
                    yield from _unknowns(inner, known[key], below, "")
                else:
                    message = f"unknown key {key!r}{_place(name, entry)}"
                    yield _unknown(message, key, tuple(known))
        case list(), VarTupleType(item_type=StructType() as item):
            for number, inner in enumerate(value, 1):
                yield from _unknowns(inner, item, name, f", entry {number}")
        case dict(), DictType(value_type=LiteralType(values=words)):
            for key, word in value.items():
                if word not in words:
                    message = f"{key!r}{_place(name, entry)} cannot be {word!r}"
                    yield _unknown(message, word, tuple(map(str, words)))


def _place(name: str, entry: str) -> str:
    if not name:
        return ""
    return f" in [[{name}]]{entry}" if entry else f" in [{name}]"


def _unknown(message: str, given: object, known: Sequence[str]) -> tuple[str, str]:
    near = difflib.get_close_matches(given, known, n=1) if isinstance(given, str) else []
    question = f"; did you mean {near[0]!r}?" if near else ""
    return f"{message}{question}", f"known are: {', '.join(sorted(known))}"
