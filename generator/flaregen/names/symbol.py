"""What the surface of a client consists of: the names that callers can use, and their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from flaregen.pointer import Pointer
from flaregen.schemas.schema import Direction

Kind: TypeAlias = Literal[
    "class",
    "field",
    "alias",
    "union",
    "method",
    "derived method",
    "argument",
    "answer",
    "model",
    "runner",
]
"""A derived method is another way to call an operation: ``stream``, ``batch``.

An answer is what a method returns, by the name of the call: ``client.dns.records.list()``. A
runner is that of a model, by its name, with the inputs of its calls.
"""
_IN_DOCUMENT = frozenset({"class", "field", "alias", "method", "argument"})
"""What is made from one node of the document, and found again by it."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One name, as users write it.

    ``TranslationParams.text``, ``client.ai.run``, ``client.ai.run(model_name=)``; a model by
    its own name, with the alias that lists it as its type. ``types`` are the members of a
    union, as emitted. ``pointers`` are its places, ``context`` those that it needs besides:
    the schemas of its task, the flags that ask for a stream. ``operations`` are those that
    have it.
    """

    name: str
    kind: Kind
    role: Direction | Literal["none"]
    types: tuple[str, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    context: tuple[Pointer, ...] = ()
    required: bool = True
    operations: tuple[Pointer, ...] = ()

    @property
    def owner(self) -> str:
        """The class of a field, the method of an argument."""
        return self._parts[0]

    @property
    def member(self) -> str:
        """The name of a field in its class, of an argument in a call."""
        return self._parts[1].removesuffix("=)")

    @property
    def text(self) -> str:
        """The whole type."""
        return " | ".join(self.types)

    @property
    def _parts(self) -> tuple[str, str]:
        if self.kind == "argument":
            owner, _, member = self.name.partition("(")
        else:
            owner, _, member = self.name.rpartition(".")
        return owner, member


@dataclass(frozen=True)
class Surface:
    """Everything that callers can name, by name."""

    symbols: Mapping[str, Symbol] = field(default_factory=dict)

    def of(self, *kinds: Kind) -> dict[str, Symbol]:
        return {name: one for name, one in self.symbols.items() if one.kind in kinds}

    @cached_property
    def classes(self) -> Mapping[str, Symbol]:
        return self.of("class")

    @cached_property
    def members(self) -> Mapping[str, tuple[Symbol, ...]]:
        """The fields of each class, and the arguments of each method."""
        found: dict[str, tuple[Symbol, ...]] = {}
        for symbol in self.of("field", "argument").values():
            found[symbol.owner] = (*found.get(symbol.owner, ()), symbol)
        return found

    @cached_property
    def _names(self) -> Mapping[Pointer, tuple[str, ...]]:
        found: dict[Pointer, tuple[str, ...]] = {}
        for name, one in sorted(self.symbols.items()):
            for pointer in one.pointers if one.kind in _IN_DOCUMENT else ():
                found[pointer] = (*found.get(pointer, ()), name)
        return found

    def at(self, pointer: Pointer) -> tuple[str, ...]:
        """The names of a place, or of the nearest place around it that has any, sorted."""
        while True:
            found = self._names.get(pointer)
            if found is not None or not pointer.tokens:
                return found or ()
            pointer = pointer.parent


EMPTY = Surface()
"""The surface of a document without a client."""
