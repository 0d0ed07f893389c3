"""The context that two nodes are compared in: which way the data goes, and what excuses it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flaregen.drift.change import LEVELS, Direction, Level
from flaregen.drift.rules import RULES


@dataclass(frozen=True, slots=True)
class Context:
    """What decides the level of a change, apart from its rule.

    ``text`` says that values travel as text and not as JSON. ``inverted`` holds
    inside of ``not``, where narrowing widens. ``excused`` turns everything into
    information: what is never sent in this direction, or may change at will.
    ``top`` holds for the schema of a parameter that may be left out, not for what is inside it.
    ``never_empty`` holds for the schema of a parameter in the path. ``delimited`` says that a
    comma or the like parts the items of a list. ``bare`` says that
    titles, descriptions and the like were compared already, one level up. ``null_allowed``
    says that the union around allows null, so that no member needs to.
    """

    direction: Direction
    text: bool = False
    top: bool = False
    inverted: bool = False
    excused: bool = False
    never_empty: bool = False
    delimited: bool = False
    bare: bool = False
    null_allowed: bool = False

    def level(self, rule: str) -> Level:
        if self.excused:
            return "info"
        if not self.inverted:
            return RULES[rule].level(self.direction)
        # Inside of ``not``, an edit does to requests what it does to answers elsewhere, and what
        # the opposite edit does to requests. A rule that is lenient in one of these is not here.
        opposite = RULES[RULES[rule].opposite or rule].level(self.direction)
        return min(RULES[rule].level(self.turned().direction), opposite, key=LEVELS.index)

    def inside(self) -> Context:
        """For what is nested in a schema."""
        inner = Context(self.direction, self.text, inverted=self.inverted, excused=self.excused)
        return self if inner == self else inner

    def invert(self) -> Context:
        return replace(self.inside(), inverted=not self.inverted)

    def excuse(self) -> Context:
        return self if self.excused else replace(self, excused=True)

    def turned(self) -> Context:
        """For a webhook or a callback: what is a request to the client is a response to us."""
        other: Direction = "response" if self.direction == "request" else "request"
        return replace(self, direction=other)
