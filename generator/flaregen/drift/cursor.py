"""Walking a document: nodes that know the way back to the root, and their references."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import JSON, Document, step
from flaregen.pointer import Pointer


class Cursor:
    """A node and its place. The pointer is spelled out only when somebody asks for it."""

    __slots__ = ("parent", "token", "value")

    def __init__(self, value: JSON, parent: Cursor | None = None, token: str | int = "") -> None:
        self.value = value
        self.parent = parent
        self.token = token

    def get(self, key: str) -> Cursor | None:
        """The child under a key; None when there is none, or when this is no object."""
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
        """The string under a key; None when it is missing or no string."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return value if isinstance(value, str) else None

    def flag(self, key: str) -> bool:
        """Whether a key holds true."""
        return isinstance(self.value, dict) and self.value.get(key) is True

    @property
    def pointer(self) -> Pointer:
        tokens: list[str] = []
        node = self
        while node.parent is not None:
            tokens.append(str(node.token))
            node = node.parent
        return Pointer(tuple(reversed(tokens)))


class Side:
    """One of the two documents, with its references resolved once each."""

    def __init__(self, document: Document) -> None:
        self.root = Cursor(document.root)
        self.siblings_count = document.version != "3.0"
        self.operations = document.operations
        self._targets: dict[str, Cursor | None] = {}

    def target(self, reference: str) -> Cursor | None:
        """Where a reference leads, one step; None when it is foreign or dangling."""
        if reference not in self._targets:
            self._targets[reference] = self._find(reference)
        return self._targets[reference]

    def _find(self, reference: str) -> Cursor | None:
        try:
            pointer = Pointer.parse_fragment(reference)
            cursor = self.root
            for token in pointer.tokens:
                cursor = Cursor(step(cursor.value, token), cursor, token)
        except (KeyError, ValueError):
            return None
        return cursor

    def resolve(self, cursor: Cursor) -> Cursor:
        """Follow references to the node that holds the content.

        A chain that ends nowhere or bites its tail resolves to where it stands.
        """
        seen: set[str] = set()
        while (reference := cursor.text("$ref")) is not None and reference not in seen:
            seen.add(reference)
            found = self.target(reference)
            if found is None:
                break
            cursor = found
        return cursor

    def get(self, cursor: Cursor, key: str) -> Cursor | None:
        """A child with its reference followed."""
        child = cursor.get(key)
        return None if child is None else self.resolve(child)


def references(value: JSON) -> set[str]:
    """Every ``$ref`` at or below a node, unresolved."""
    found: set[str] = set()
    stack: list[JSON] = [value]
    while stack:
        node = stack.pop()
        if type(node) is dict:
            reference = node.get("$ref")
            if type(reference) is str:
                found.add(reference)
            stack.extend([child for child in node.values() if type(child) in {dict, list}])
        elif type(node) is list:
            stack.extend([child for child in node if type(child) in {dict, list}])
    return found
