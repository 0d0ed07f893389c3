"""What nodes hold under their keys, which of it belongs together, and which nodes are the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from flaregen.document import JSON
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.json_values import json_text, same_json
from flaregen.openapi.references import References

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Followed:
    """A node, and the node that it means: itself, or where its reference leads."""

    node: Cursor
    target: Cursor

    @property
    def here(self) -> Cursor:
        """What the node means, at the place of the node."""
        return Cursor(self.target.value, self.node.parent, self.node.token)


def followed(side: References, node: Cursor) -> Followed:
    return Followed(node, side.resolve(node))


def referred(side: References, node: Cursor) -> Followed:
    """The same of a parameter, a response and the like, whose references add nothing but text."""
    return Followed(node, side.behind(node))


def value(cursor: Cursor, key: str) -> JSON:
    """The value under a key, None when there is none."""
    return cursor.value.get(key) if isinstance(cursor.value, dict) else None


def child(cursor: Cursor, key: str) -> Cursor:
    """The child under a key; an empty one, at the place of the node, where there is none."""
    return cursor.get(key) or Cursor({}, cursor.parent, cursor.token)


def children(cursor: Cursor, key: str) -> dict[str, Cursor]:
    """What the object under a key holds, by name; empty where there is none."""
    return dict(child(cursor, key).items())


@dataclass(frozen=True, slots=True)
class Pairing(Generic[Key, Value]):
    """What only the old side has, what only the new one has, and what both have."""

    gone: dict[Key, Value]
    come: dict[Key, Value]
    both: dict[Key, tuple[Value, Value]]

    def lone(self, place: Callable[[Value], Cursor]) -> Pairing[Key, Cursor]:
        """The places of what only one side has."""
        gone, come = ({k: place(one) for k, one in side.items()} for side in (self.gone, self.come))
        return Pairing(gone, come, {})


def pair(old: Mapping[Key, Value], new: Mapping[Key, Value]) -> Pairing[Key, Value]:
    """Pair two maps by their keys, in the order of the old one."""
    return Pairing(
        {key: one for key, one in old.items() if key not in new},
        {key: one for key, one in new.items() if key not in old},
        {key: (one, new[key]) for key, one in old.items() if key in new},
    )


def is_elsewhere(cursor: Cursor, other: Cursor) -> bool:
    """Whether two cursors are at different places; pointers are compared only where needed."""
    return cursor is not other and (
        cursor.value is not other.value or cursor.pointer != other.pointer
    )


def identity(old: Cursor, new: Cursor) -> tuple[int | str, int | str]:
    """What makes two pairs the same one.

    A component is itself. Equal schemas that are written out below two operations are the
    same: an edit that was made to both is one cause.
    """
    if same_json(old.value, new.value) or not (_below_paths(old) and _below_paths(new)):
        return id(old.value), id(new.value)
    return json_text(old.value), json_text(new.value)


def _below_paths(cursor: Cursor) -> bool:
    return cursor.pointer.tokens[:1] == ("paths",)
