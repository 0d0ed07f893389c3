"""Nodes of a document that know the way back to the root."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import JSON
from flaregen.pointer import Pointer


class Cursor:
    """A node and its place. The pointer is spelled out only when somebody asks for it."""

    __slots__ = ("_pointer", "parent", "token", "value")

    def __init__(self, value: JSON, parent: Cursor | None = None, token: str | int = "") -> None:
        self.value = value
        self.parent = parent
        self.token = token
        self._pointer: Pointer | None = None

    def get(self, key: str) -> Cursor | None:
        """The child under a key; None where there is none, or where this is not an object."""
        value = self.value
        if isinstance(value, dict) and key in value:
            return Cursor(value[key], self, key)
        return None

    def items(self) -> Iterator[tuple[str, Cursor]]:
        """The children of an object by key; nothing for anything else."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Cursor(value, self, key)

    def elements(self) -> Iterator[Cursor]:
        """The children of a list; nothing for anything else."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield Cursor(value, self, index)

    def text(self, key: str) -> str | None:
        """The string under a key; None where it is missing or something else."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return value if isinstance(value, str) else None

    def flag(self, key: str) -> bool:
        """Whether a key holds true."""
        return isinstance(self.value, dict) and self.value.get(key) is True

    def upwards(self) -> Iterator[Cursor]:
        """The node and all that it is in, up to what is below the root."""
        node = self
        while node.parent is not None:
            yield node
            node = node.parent

    @property
    def pointer(self) -> Pointer:
        if self._pointer is None:
            above = self.parent.pointer.tokens if self.parent is not None else None
            self._pointer = Pointer(() if above is None else (*above, str(self.token)))
        return self._pointer
