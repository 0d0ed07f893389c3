"""What a rule is: a kind of change, how grave it is in each direction, what else it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from flaregen.drift.change import LEVELS, Direction, Level

Heading: TypeAlias = Literal["Added", "Changed", "Deprecated", "Removed", "none"]
"""A heading of Keep a Changelog; ``none`` for a remark that is none of the client's changes."""

Owner: TypeAlias = Literal[
    "title", "component", "operation", "path", "class", "field", "method", "argument", "model"
]
"""What has the name that a rule is about: a node of the document, or a symbol of the client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of change: a row of the table.

    A level is None where the change cannot occur in that direction. ``message`` is a
    format string over ``subject``, ``old``, ``new`` and the details that a change is
    emitted with. ``mirror`` is the rule that the opposite edit meets, empty where that
    is this rule; ``alone`` says why there is none. ``keyword`` is one that the message names
    itself, so that its subject is what has the keyword. ``wording``: only what people read
    has changed. ``replaces``: nothing of the old node is left. ``renames``: the old name
    is as much a part of the change as the new one. ``typed``: the type of a field may show it.
    ``causes`` of a rule about the client are those that it follows from, if there are several.
    """

    id: str
    message: str
    request: Level | None
    response: Level | None
    keyword: str = ""
    mirror: str = ""
    alone: str = ""
    heading: Heading = "Changed"
    owner: Owner | None = None
    wording: bool = False
    replaces: bool = False
    renames: bool = False
    typed: bool = True
    causes: tuple[str, ...] = ()

    @property
    def is_of_client(self) -> bool:
        """Whether the rule is about the emitted client, and not about the wire."""
        return self.owner in ("class", "field", "method", "argument", "model")

    @property
    def opposite(self) -> str | None:
        """The rule that the opposite edit meets."""
        return None if self.alone else self.mirror or self.id

    def level(self, direction: Direction) -> Level:
        """The default level in a direction; its gravest in one that the rule does not expect."""
        level = {"request": self.request, "response": self.response}.get(direction)
        if level is not None:
            return level
        return min((one for one in (self.request, self.response) if one), key=LEVELS.index)
