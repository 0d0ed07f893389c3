"""Local references, ``{"$ref": "#/components/schemas/Name"}``, to the node they mean."""

from __future__ import annotations

import difflib
from contextlib import suppress
from typing import cast
from urllib.parse import unquote

from flaregen.diagnostic import DiagnosticError
from flaregen.document import JSON, Document, step
from flaregen.pointer import Pointer
from flaregen.problems import Problem

MOST_HOPS = 25
"""References on one way, in a chain or through each other; real ones need a handful."""


def follow(document: Document, pointer: Pointer, *, suggest: bool = True) -> tuple[Pointer, JSON]:
    """Go to a node and on through ``$ref`` after ``$ref``: where that ends, and what is there.

    A pointer may lead through a reference, as ``/paths/~1a/get/parameters/0/schema`` does
    where the parameter is one. What stands beside a ``$ref`` is left behind. Raises
    DiagnosticError when a reference leads out of the document, nowhere, or in a circle,
    and KeyError when the pointer itself leads nowhere. Without ``suggest`` nothing similar
    is looked for, which takes long in a large document.
    """
    return _Walk(document, suggest=suggest).to(pointer)


def reference_of(node: JSON) -> str | None:
    """Give the text of a ``$ref``. A property that is called ``$ref`` is no text, so None."""
    reference = node.get("$ref") if isinstance(node, dict) else None
    return reference if isinstance(reference, str) else None


class _Walk:
    """One way through a document, and the references that it is in the middle of."""

    def __init__(self, document: Document, *, suggest: bool) -> None:
        self._document = document
        self._suggest = suggest
        self._under_way: list[Pointer] = []
        self._hops = 0

    def to(self, pointer: Pointer) -> tuple[Pointer, JSON]:
        place, node = Pointer(), cast("JSON", self._document.root)
        for token in pointer.tokens:
            place, node = self._step(place, node, token)
        return self._settle(place, node)

    def _step(self, place: Pointer, node: JSON, token: str) -> tuple[Pointer, JSON]:
        try:
            return place.child(token), step(node, token)
        except KeyError:
            if reference_of(node) is None:
                raise
        place, node = self._settle(place, node)
        return place.child(token), step(node, token)

    def _settle(self, place: Pointer, node: JSON) -> tuple[Pointer, JSON]:
        reference = reference_of(node)
        if reference is None:
            return place, node
        self._hops += 1
        if place in self._under_way:
            raise self._error(_circle([*self._under_way, place]), place)
        if self._hops > MOST_HOPS:
            raise self._error(TOO_LONG, place)
        if not reference.startswith("#"):
            raise self._error(_remote(reference), place)
        self._under_way.append(place)
        try:
            return self._target(place, reference)
        finally:
            self._under_way.pop()

    def _target(self, place: Pointer, reference: str) -> tuple[Pointer, JSON]:
        # Keys with a percent sign exist, and so do references that do not escape it.
        for text in (unquote(reference[1:]), reference[1:]):
            with suppress(KeyError, ValueError):
                return self.to(Pointer.parse(text))
        near = similar(self._document, reference) if self._suggest else None
        raise self._error(dangling(reference, near), place)

    def _error(self, problem: Problem, place: Pointer) -> DiagnosticError:
        return DiagnosticError([problem.at(self._document.source, pointer=place.child("$ref"))])


TOO_LONG = Problem(
    "reference-chain",
    f"More than {MOST_HOPS} references follow one another.",
    "refer to what is meant at once",
)


def _circle(places: list[Pointer]) -> Problem:
    start = places.index(places[-1])
    way = " -> ".join(place.fragment for place in places[start:])
    message = f"The references run in a circle: {way}."
    return Problem("reference-circle", message, "let one of them be a schema of its own")


def _remote(reference: str) -> Problem:
    message = f"The reference {reference} leads out of the document."
    return Problem("remote-reference", message, _INTO_ONE)


_INTO_ONE = (
    "put everything into one file: npx @redocly/cli bundle FILE -o NEW\n"
    "or permit what it leads to: --allow-remote-refs"
)


def dangling(reference: str, near: str | None) -> Problem:
    message = f"The reference {reference} leads nowhere."
    advice = f"did you mean {near}?" if near else "add what it means, or remove it"
    return Problem("dangling-reference", message, advice)


def similar(document: Document, reference: str) -> str | None:
    """Look among the neighbours of what is missing."""
    with suppress(ValueError, KeyError):
        pointer = Pointer.parse_fragment(reference)
        neighbours = document.at(pointer.parent)
        if isinstance(neighbours, dict) and pointer.tokens:
            for name in difflib.get_close_matches(pointer.tokens[-1], neighbours, n=1):
                return pointer.parent.child(name).fragment
    return None
