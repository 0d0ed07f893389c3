"""The schemas of a document in the intermediate representation, each part read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from flaregen.document import Document
from flaregen.openapi.facts import Facts
from flaregen.openapi.inheritance import hierarchies
from flaregen.openapi.references import References, circular
from flaregen.pointer import Pointer
from flaregen.schemas.building import Builder, Known
from flaregen.schemas.limits import MAX_NODES
from flaregen.schemas.schema import (
    Direction,
    Schema,
)

_UNSENT: Mapping[Direction, str] = {"request": "readOnly", "response": "writeOnly"}


def interpret(
    document: Document, pointer: Pointer, direction: Direction, most: int = MAX_NODES
) -> Schema:
    """Read the schema at a pointer, references followed.

    What is read-only is left out of requests, and what is write-only out of answers.
    Raises DiagnosticError for a dangling or circular reference, and for a schema
    that unfolds into more than ``most`` nodes.
    """
    return _interpreter(_Same(document))(pointer, direction, most)


class _Same(NamedTuple):
    """A document as a key. It is never changed, so that being the same one is enough."""

    document: Document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document


@lru_cache(maxsize=1)
def _interpreter(same: _Same) -> Interpreter:
    """Operations share half of what they refer to: read by each, it took twice as long."""
    return Interpreter(same.document)


class Interpreter:
    """``interpret`` for many schemas of a document, each part that they share read once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._references = References(document, strict=True)
        self._facts: dict[str, Facts] = {}
        self._known: dict[Direction, dict[str, Known]] = {"request": {}, "response": {}}
        self._whole: dict[tuple[Pointer, Direction, int], Schema] = {}

    @cached_property
    def _circular(self) -> frozenset[str]:
        """The references behind which a schema is inside of itself."""
        return circular(self._document.root, self._references)

    @cached_property
    def _heirs(self) -> Mapping[str, Sequence[str]]:
        return hierarchies(self._references)

    def __call__(self, pointer: Pointer, direction: Direction, most: int = MAX_NODES) -> Schema:
        place = (pointer, direction, most)
        if place not in self._whole:
            unsent, known = _UNSENT[direction], self._known[direction]
            builder = Builder(
                *(self._document, self._references, unsent, most, self._facts, known),
                circular=lambda: self._circular,
                heirs=self._heirs,
            )
            self._whole[place] = builder.read((self._references.node(pointer),), {})
        return self._whole[place]
