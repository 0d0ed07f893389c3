"""One difference between the surfaces of two clients."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from flaregen.names.symbol import Symbol
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Direction

Sides: TypeAlias = tuple[tuple[Pointer, ...], tuple[Pointer, ...]]
"""Places in the old document, and in the new one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. A symbol is None on the side that does not have it.

    ``rule`` is the id of its rule, ``before`` and ``after`` are what its message says,
    ``classes`` what a field belongs to on either side.
    """

    rule: str
    old: Symbol | None
    new: Symbol | None
    before: str = ""
    after: str = ""
    classes: tuple[Symbol | None, Symbol | None] = (None, None)

    @property
    def symbol(self) -> Symbol:
        """The one that the difference is called after: the old one, or the new one of what is new.

        A model is called after the alias that lists it.
        """
        found = self.old or self.new
        assert found is not None  # one side has it
        return replace(found, name=found.text) if found.kind == "model" else found

    @property
    def role(self) -> Direction | Literal["none"]:
        return self.symbol.role

    @property
    def sides(self) -> Sides:
        """The places of the symbol in either document."""
        old, new = self.old, self.new
        return old.pointers if old else (), new.pointers if new else ()

    @property
    def around(self) -> Sides:
        """The same, with those that the symbol needs besides."""
        old, new = self.old or self.classes[0], self.new or self.classes[1]
        context = old.context if old else (), new.context if new else ()
        return (*self.sides[0], *context[0]), (*self.sides[1], *context[1])

    @property
    def operations(self) -> Sides:
        """The operations that have the symbol, in either document."""
        old, new = self.old, self.new
        return old.operations if old else (), new.operations if new else ()
