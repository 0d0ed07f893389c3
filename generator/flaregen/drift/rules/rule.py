"""What a rule is: a kind of change, how grave it is in each direction, and its example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from flaregen.document import JSON
from flaregen.drift.change import LEVELS, Direction, Level

Setting: TypeAlias = Literal[
    "schema",
    "member",
    "parameter",
    "header",
    "response",
    "request",
    "operation",
    "document",
    "client",
]
"""What an example shows: the schema of a body, of a property ``field`` in a body, of a query
parameter ``field`` or a header; a parameter, header, response, request body, an operation; a
whole document; or lines of Python from two emitted clients."""


@dataclass(frozen=True, slots=True)
class Example:
    """Two fragments between which the rule finds its change. None: there is no such fragment."""

    setting: Setting
    before: JSON
    after: JSON


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of change.

    A level is None where the change cannot occur in that direction; ``neutral`` is
    for what has no direction. ``message`` is a format string over ``subject`` and
    the details of a finding. ``mirror`` is the rule that the opposite edit meets
    (its own id, where the opposite is the same kind); ``alone`` says why there is none.
    """

    id: str
    message: str
    example: Example
    request: Level | None = None
    response: Level | None = None
    neutral: Level | None = None
    mirror: str = ""
    alone: str = ""
    why: str = ""

    def level(self, direction: Direction) -> Level:
        """The default level in a direction; in one the rule does not expect, its gravest."""
        known = {"request": self.request, "response": self.response, "none": self.neutral}
        level = known[direction]
        if level is not None:
            return level
        return min((other for other in known.values() if other is not None), key=LEVELS.index)
