"""How a pair of nodes is met: which way the data goes, where it stands, what excuses it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flaregen.drift.change import Direction, Level
from flaregen.drift.rules import RULES


@dataclass(frozen=True, slots=True)
class Mode:
    """The circumstances of a comparison.

    ``text`` says that values travel as text and not as JSON. ``inverted`` holds
    inside of ``not``, where narrowing widens. ``excused`` turns everything into
    information: what is never sent in this direction, or may change at will.
    ``top`` is true of the schema of a parameter, false of what is inside of it.
    ``never_empty`` is true of the schema of a parameter in the path.
    """

    direction: Direction
    text: bool = False
    top: bool = False
    inverted: bool = False
    excused: bool = False
    never_empty: bool = False
    bare: bool = False
    """What is said about the value was compared already, one level up."""

    def level(self, rule: str) -> Level:
        if self.excused:
            return "info"
        direction = self.direction
        if self.inverted:
            direction = "response" if direction == "request" else "request"
        return RULES[rule].level(direction)

    def inside(self) -> Mode:
        """For what is nested in a schema."""
        if not (self.top or self.bare or self.never_empty):
            return self
        return replace(self, top=False, bare=False, never_empty=False)

    def invert(self) -> Mode:
        return replace(self.inside(), inverted=not self.inverted)

    def excuse(self) -> Mode:
        return self if self.excused else replace(self, excused=True)

    def turned(self) -> Mode:
        """For a webhook or a callback: what is a request to the client is a response to us."""
        other: Direction = "response" if self.direction == "request" else "request"
        return replace(self, direction=other)
