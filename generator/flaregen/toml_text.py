"""Writing TOML, which the standard library only reads; and reading a text of it once."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


@lru_cache(maxsize=2)
def parsed(content: bytes) -> Mapping[str, Any]:
    """The same bytes are parsed once: locks, old and new, are read often and have 1,500 lines.

    Raises UnicodeDecodeError and tomllib.TOMLDecodeError.
    """
    return tomllib.loads(content.decode())


def quoted(value: str) -> str:
    """A basic string that shows all it says; TOML has no halves of surrogate pairs.

    JSON's escapes are a part of TOML's.
    """
    text = json.dumps(value, ensure_ascii=False)
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def _escaped(char: str) -> str:
    code = ord(char)
    if "\ud800" <= char <= "\udfff":
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def key_of(name: str) -> str:
    """A name before the ``=``: as it is, where TOML allows it."""
    return name if _BARE.fullmatch(name) else quoted(name)


def inline(value: object) -> str:
    """What fits after ``key =``. Raises TypeError for what TOML has not, such as null."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quoted(value)
        case {**members}:
            pairs = [f"{key_of(str(name))} = {inline(one)}" for name, one in members.items()]
            return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
        case [*items]:
            return f"[{', '.join(map(inline, items))}]"
    raise TypeError(f"{type(value).__name__} cannot be written as TOML")


def listed(values: Iterable[str]) -> str:
    """An array, with a line for each item where there are several: a diff names what changed."""
    items = [quoted(value) for value in values]
    if len(items) < 2:
        return f"[{''.join(items)}]"
    return "\n".join(["[", *(f"  {item}," for item in items), "]"])
