"""Changes, and the report that holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from flaregen.document import JSON, Document
from flaregen.pointer import Pointer
from flaregen.selecting.gathered import NO_ORIGINS, Origins

Level: TypeAlias = Literal["breaking", "warning", "info"]
Verdict: TypeAlias = Literal["breaking", "warning", "info", "none"]
Bump: TypeAlias = Literal["major", "minor", "patch", "none"]
Direction: TypeAlias = Literal["request", "response", "none"]

LEVELS: tuple[Level, ...] = ("breaking", "warning", "info")
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Reach:
    """An operation that a change touches, and where in it.

    ``media_types`` and ``statuses`` are sorted and empty where they do not apply. ``milder`` says
    that the change is less grave there than its level says.
    """

    method: str
    path: str
    operation_id: str | None
    media_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    milder: bool = False

    @property
    def place(self) -> tuple[str, str]:
        return self.path, self.method

    @property
    def pointer(self) -> Pointer:
        return Pointer(("paths", self.path, self.method.lower()))


@dataclass(frozen=True, slots=True)
class Change:
    """One change and all that it reaches.

    ``old`` and ``new`` are the values on either side, None where there is none;
    a pointer is None where the side has no such node. ``operations`` is empty for
    what concerns the document as a whole.
    """

    id: str
    level: Level
    direction: Direction
    message: str
    old_pointer: Pointer | None
    new_pointer: Pointer | None
    operations: tuple[Reach, ...]
    old: JSON = None
    new: JSON = None
    name: str = ""
    """What it is about at its place: a property, a parameter, a value, a member, a symbol."""
    symbols: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    """Those of the symbols that the new client does not have: code that names one fails."""
    python: Verdict = "none"
    """How grave the change is for code that uses the emitted client."""
    elsewhere: tuple[Change, ...] = ()
    """The same edit at other places."""
    consequences: tuple[Change, ...] = ()
    """How the schemas differ that a node referred to and refers to, gravest first."""

    @property
    def all(self) -> tuple[Change, ...]:
        """The change and its consequences."""
        return (self, *self.consequences)

    @property
    def count(self) -> int:
        """At how many places the same edit was made."""
        return len(self.pairs)

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """Everything that the change is at, on either side."""
        return tuple(pointer for pair in self.pairs for pointer in pair if pointer is not None)

    @property
    def pairs(self) -> tuple[tuple[Pointer | None, Pointer | None], ...]:
        """The places in either document, the first one first."""
        return tuple((change.old_pointer, change.new_pointer) for change in (self, *self.elsewhere))

    def only(self, belongs: Callable[[Change], bool]) -> Change | None:
        """The change at the places that a function chooses; None where it chooses none."""
        places = (replace(self, elsewhere=()), *self.elsewhere)
        chosen = [place for place in places if belongs(place)]
        if len(chosen) in (0, len(places)):
            return self if chosen else None
        first, *others = chosen
        at = [pointer for change in chosen for pointer in change.pointers]
        operations = [
            operation
            for operation in self.operations
            if any(each.starts_with(operation.pointer) for each in at)
        ]
        return replace(
            first,
            level=self.level,
            operations=tuple(operations) or self.operations,
            symbols=self.symbols,
            gone=self.gone,
            python=self.python,
            elsewhere=tuple(others),
            consequences=self.consequences,
        )


@dataclass(frozen=True, slots=True)
class Accepted:
    """A change that the configuration accepts, with its reason."""

    change: Change
    reason: str
    expires: str


@dataclass(frozen=True, slots=True)
class Python:
    """What the changes mean for code that uses the emitted client, and for its next version."""

    verdict: Verdict = "none"
    bump: Bump = "none"


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison that has been judged; ``changes`` are those that count.

    ``verdict`` is that of the wire, which any client of the API uses, ``python`` that of the
    emitted client.
    ``origins`` say what either side has from other documents. Pointers count in the sides
    as they are here; the text of a node is where it came from.
    """

    old: Document
    new: Document
    verdict: Verdict
    python: Python
    changes: tuple[Change, ...]
    accepted: tuple[Accepted, ...] = ()
    left_out: int = 0
    """How many changes there are besides, which were not asked for."""
    origins: tuple[Origins, Origins] = (NO_ORIGINS, NO_ORIGINS)


def worst(levels: Iterable[Verdict]) -> Verdict:
    """The gravest of some levels, ``none`` when there are none."""
    found = set(levels)
    return next((level for level in LEVELS if level in found), "none")


def order(change: Change) -> tuple[tuple[str, ...], str, str]:
    """By place, then rule."""
    pointer = change.new_pointer or change.old_pointer or Pointer()
    return pointer.tokens, change.id, change.message
