"""The document between the stages: parsed content that knows where it came from.

``load`` makes a Document, ``overlay`` and ``select`` make new ones from it. A
selection prunes keys and never renumbers, so a pointer into a selection is a
pointer into what was loaded, and its line and column can be looked up there.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flaregen.pointer import Pointer

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
JSONObject: TypeAlias = dict[str, JSON]
Syntax: TypeAlias = Literal["json", "yaml"]
OpenAPIVersion: TypeAlias = Literal["3.0", "3.1", "3.2"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text file; line and column count from one, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """The text a document was read from.

    ``name`` is what the user asked for (a path, a URL, ``git:REV:PATH`` or ``-``)
    and is shown in messages. ``content`` is decompressed.
    """

    name: str
    content: bytes
    syntax: Syntax

    @property
    def sha256(self) -> str:
        """The hexadecimal digest of the content, the same where git wrote CR LF at line ends."""
        return hashlib.sha256(self.content.replace(b"\r\n", b"\n")).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """An OpenAPI document. ``root`` is never changed in place.

    ``operations`` is None for a document as loaded. In a selection it lists what was
    chosen: the paths also hold what the chosen operations refer to in other ones.
    """

    source: Source
    root: JSONObject
    version: OpenAPIVersion
    operations: tuple[Pointer, ...] | None = None

    def at(self, pointer: Pointer) -> JSON:
        """The node at a pointer. Raises KeyError when there is none."""
        return node_at(self.root, pointer)


def as_object(node: JSON) -> JSONObject:
    """The node, or an empty object in the place of anything else."""
    return node if isinstance(node, dict) else {}


def as_list(node: JSON) -> list[JSON]:
    """The node, or an empty list in the place of anything else."""
    return node if isinstance(node, list) else []


def member_at(node: JSON, *keys: str) -> JSON:
    """What is under these keys in objects inside of each other; None where there is nothing."""
    for key in keys:
        node = as_object(node).get(key)
    return node


def text_in(node: JSON, key: str) -> str:
    """The string under a key; empty where there is none."""
    value = as_object(node).get(key)
    return value if isinstance(value, str) else ""


def texts_in(node: JSON) -> tuple[str, ...]:
    """The strings in a list; none for anything else."""
    return tuple(item for item in as_list(node) if isinstance(item, str))


def node_at(root: JSON, pointer: Pointer) -> JSON:
    """The node at a pointer from the root. Raises KeyError when there is none."""
    for token in pointer.tokens:
        root = step(root, token)
    return root


def step(node: JSON, token: str) -> JSON:
    """The child under a reference token. Raises KeyError if there is none."""
    if isinstance(node, dict):
        return node[token]
    if isinstance(node, list) and token.isascii() and token.isdigit() and int(token) < len(node):
        return node[int(token)]
    raise KeyError(token)
