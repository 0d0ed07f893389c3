"""Local references, ``{"$ref": "#/components/schemas/Name"}``: their nodes, and their circles."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from contextlib import suppress
from urllib.parse import unquote

from msgspec.json import decode, encode

from flaregen.diagnostic import DiagnosticError, Problem
from flaregen.document import JSON, Document, step
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.restrictions import restricts
from flaregen.openapi.versions import facts_of
from flaregen.pointer import Pointer

MOST_HOPS = 25
"""References on one way, in a chain or through each other; real ones need a handful."""
_MOST_SUGGESTIONS = 100
"""A document with more bad references than this has something else wrong with it."""


def follow(document: Document, pointer: Pointer) -> tuple[Pointer, JSON]:
    """Go to a node and on through ``$ref`` after ``$ref``: where that ends, and what is there.

    Raises what ``References.at`` raises.
    """
    end = References(document, strict=True).at(pointer)
    return end.pointer, end.value


def reference_of(node: JSON) -> str | None:
    """Give the text of a ``$ref``. A property that is called ``$ref`` holds no text, so None."""
    reference = node.get("$ref") if isinstance(node, dict) else None
    return reference if isinstance(reference, str) else None


class References:
    """The references of one document, each of them followed once.

    A reference may lead through another, as ``#/paths/~1a/get/parameters/0/schema`` does
    where the parameter is one. ``siblings_count`` says whether keywords next to a ``$ref``
    count, as they do from OpenAPI 3.1 on: a node with such keywords is an end of its own.
    ``names_null`` says whether null is a type, as it is from OpenAPI 3.1 on.

    ``strict`` raises DiagnosticError for a reference that leads out of the document, nowhere,
    or in a circle; without it such a node is its own end. Without ``suggest`` a dangling
    reference is not compared with what is near, which takes long in a large document.
    """

    def __init__(self, document: Document, *, strict: bool = False, suggest: bool = True) -> None:
        self.root = Cursor(document.root)
        self.siblings_count = facts_of(document).siblings_count
        self.names_null = facts_of(document).names_null
        self.operations = document.operations
        self._document = document
        self._strict = strict
        self._suggestions = _MOST_SUGGESTIONS if suggest else 0
        self._ends: dict[str, Cursor] = {}
        self._failures: dict[str, DiagnosticError] = {}
        self._targets: dict[str, Cursor | None] = {}

    def at(self, pointer: Pointer) -> Cursor:
        """The node at a pointer, with the references on the way and at the end followed.

        Raises KeyError when the pointer itself leads nowhere.
        """
        return self.resolve(self.node(pointer))

    def node(self, pointer: Pointer) -> Cursor:
        """The same without following the last one."""
        return self._descend(pointer, ())

    def find(self, pointer: Pointer) -> Cursor | None:
        """The same; None where the pointer leads nowhere."""
        try:
            return self.node(pointer)
        except KeyError:
            return None

    def resolve(self, cursor: Cursor) -> Cursor:
        """The node that a node means: itself, or where its reference leads in the end."""
        return cursor if self.adds(cursor) else self.behind(cursor)

    def behind(self, cursor: Cursor) -> Cursor:
        """Where the reference of a node leads, whatever the node says besides."""
        try:
            return self._end(cursor, ())
        except DiagnosticError:
            if self._strict:
                raise
            return cursor

    def adds(self, cursor: Cursor) -> bool:
        """Whether a node says more than what it refers to."""
        return (
            self.siblings_count
            and reference_of(cursor.value) is not None
            and restricts(cursor.value, {"$ref"})
        )

    def target(self, reference: str) -> Cursor | None:
        """Where a reference leads, itself not followed any further; None where nowhere."""
        if reference not in self._targets:
            self._targets[reference] = self._target(reference, ())
        return self._targets[reference]

    def _end(self, cursor: Cursor, under_way: tuple[Pointer, ...]) -> Cursor:
        """Follow a chain. ``under_way`` are the places of the references around this one."""
        if (reference := reference_of(cursor.value)) is not None:
            if reference in self._ends:
                return self._ends[reference]
            if reference in self._failures:
                raise self._failures[reference]
            place = cursor.pointer
            if place in under_way:
                raise self._error(_circle((*under_way, place)), place)
            if len(under_way) >= MOST_HOPS:
                raise self._error(TOO_LONG, place)
            if not reference.startswith("#"):
                message = f"The reference {reference} leads outside the document."
                raise self._error(Problem("remote-reference", message, _INTO_ONE), place)
            under_way = (*under_way, place)
            target = self._target(reference, under_way)
            if target is None:
                raise self._error(dangling(reference, self._similar(reference)), place)
            if not self.adds(target):
                try:
                    target = self._end(target, under_way)
                except DiagnosticError as error:
                    self._failures[reference] = error
                    raise
            self._ends[reference] = target
            return target
        return cursor

    def _similar(self, reference: str) -> str | None:
        self._suggestions -= 1
        return similar(self._document, reference) if self._suggestions >= 0 else None

    def _target(self, reference: str, under_way: tuple[Pointer, ...]) -> Cursor | None:
        if not reference.startswith("#"):
            return None
        # Keys with a percent sign exist, and so do references that do not escape it.
        for text in (unquote(reference[1:]), reference[1:]):
            with suppress(KeyError, ValueError):
                return self._descend(Pointer.parse(text), under_way)
        return None

    def _descend(self, pointer: Pointer, under_way: tuple[Pointer, ...]) -> Cursor:
        cursor = self.root
        for token in pointer.tokens:
            cursor = cursor.get(token) or self._child(cursor, token, under_way)
        return cursor

    def _child(self, cursor: Cursor, token: str, under_way: tuple[Pointer, ...]) -> Cursor:
        """An item of a list, or a child of what a node refers to. Raises KeyError."""
        # One that adds something may refer to itself, and then has no such child.
        seen: set[int] = set()
        while not _has_child(cursor.value, token) and reference_of(cursor.value) is not None:
            if id(cursor.value) in seen:
                raise KeyError(token)
            seen.add(id(cursor.value))
            cursor = self._end(cursor, under_way)
        return Cursor(step(cursor.value, token), cursor, token)

    def _error(self, problem: Problem, place: Pointer) -> DiagnosticError:
        return DiagnosticError([problem.at(self._document.source, pointer=place.child("$ref"))])


def _has_child(node: JSON, token: str) -> bool:
    with suppress(KeyError):
        step(node, token)
        return True
    return False


_KEY = re.compile(rb'"\$ref":("[^"\\]*(?:\\.[^"\\]*)*")')
"""A reference in compact JSON, where every quote inside of a text has a backslash before it."""


def references(value: JSON) -> set[str]:
    """Every ``$ref`` at or below a node, not followed."""
    # Three times as fast as a walk.
    return {decode(found, type=str) for found in set(_KEY.findall(encode(value)))}


TOO_LONG = Problem(
    "reference-chain",
    f"There are more than {MOST_HOPS} references in a row.",
    "refer to the target directly",
)


def _circle(places: tuple[Pointer, ...]) -> Problem:
    start = places.index(places[-1])
    way = " -> ".join(place.fragment for place in places[start:])
    message = f"The references run in a circle: {way}."
    return Problem("reference-circle", message, "let one of them be a schema of its own")


_INTO_ONE = (
    "put everything into one file: npx @redocly/cli bundle FILE -o NEW\n"
    "or permit what it leads to: --allow-remote-refs"
)


def dangling(reference: str, near: str | None) -> Problem:
    message = f"The reference {reference} leads nowhere."
    advice = f"did you mean {near}?" if near else "add the target, or remove the reference"
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


def circular(root: JSON, known: References) -> frozenset[str]:
    """The references behind which some schema is inside of itself.

    What is left when those are taken away, again and again, that refer to nothing left.
    """
    reached: dict[str, set[str]] = {}
    pending = references(root)
    while pending := pending - reached.keys():
        reached |= {one: _behind(one, known) for one in pending}
        pending = {inner for one in pending for inner in reached[one]}
    users: defaultdict[str, list[str]] = defaultdict(list)
    for one, inside in reached.items():
        for inner in inside:
            users[inner].append(one)
    left = {one: len(inside) for one, inside in reached.items()}
    ends = [one for one, count in left.items() if not count]
    while ends:
        one = ends.pop()
        del left[one]
        for user in users[one]:
            left[user] -= 1
            if not left[user]:
                ends.append(user)
    return frozenset(left)


def _behind(reference: str, known: References) -> set[str]:
    """None behind one that leads nowhere, which is for validation to report."""
    with suppress(DiagnosticError, KeyError, ValueError):
        return references(known.node(Pointer.parse_fragment(reference)).value)
    return set()
