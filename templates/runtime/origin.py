"""What an answer held beyond the fields of its class, found when somebody asks.

Decoding skips unknown members. Each record keeps a reference to the document it
came from and its place there; the document is decoded again, once, on the first
question. Large documents are kept only where a scan finds something to tell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TypeAlias

import msgspec

Step: TypeAlias = str | int

# Up to this many bytes, keeping a document costs less than looking through it.
KEPT_UNSEEN = 4096
_KEY = re.compile(rb'"((?:[^"\\]|\\.)*)"\s*:')


class Document:
    """A JSON text, decoded on first use."""

    __slots__ = ("_text", "_value")

    def __init__(self, text: bytes) -> None:
        self._text: bytes | None = text
        self._value: object = None

    def at(self, path: tuple[Step, ...]) -> object:
        if (text := self._text) is not None:
            self._value = msgspec.json.decode(text)
            self._text = None
        value = self._value
        for step in path:
            value = value[step]  # type: ignore[index]  # the path was walked when decoding
        return value


class Remainder:
    """Unknown members of one object, and which of the known ones were null."""

    __slots__ = ("extra", "nulls")

    def __init__(self, extra: Mapping[str, object], nulls: frozenset[str]) -> None:
        self.extra = extra
        self.nulls = nulls

    def __reduce__(self) -> tuple[object, ...]:
        return Remainder, (dict(self.extra), self.nulls)

    def __bool__(self) -> bool:
        return bool(self.extra or self.nulls)


Origin: TypeAlias = Remainder | tuple[Document, tuple[Step, ...]] | None
NOTHING = Remainder(MappingProxyType({}), frozenset())


def remainder(raw: object, known: Collection[str]) -> Remainder:
    """What is left of a JSON object once its known members are read."""
    if not isinstance(raw, dict):
        return NOTHING
    extra = {key: value for key, value in raw.items() if key not in known}
    nulls = frozenset(key for key, value in raw.items() if value is None and key in known)
    return Remainder(MappingProxyType(extra), nulls) if extra or nulls else NOTHING


def worth_keeping(text: bytes, known: Collection[bytes]) -> bool:
    """Whether a JSON text may hold a member with a name outside `known`, or a null.

    Errs on the side of keeping: text in strings can look like a member.
    """
    if len(text) <= KEPT_UNSEEN or b"null" in text:
        return True
    return any(match[1] not in known for match in _KEY.finditer(text))
