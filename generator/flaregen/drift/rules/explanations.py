"""What the page of the rules says beyond the table: why a level is what it is, and an example."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec

from flaregen.drift.rules import RULES

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
"""Where a fragment belongs: a schema of a body, a property ``field`` in a body, a query parameter
or a header ``field``, a response, a request body, an operation, a whole document, or lines of
Python from an emitted client."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two fragments between which the rule finds its change, and the reason for its levels."""

    setting: Setting
    before: Any
    after: Any
    why: str = ""

    def backwards(self) -> Explanation:
        return replace(self, before=self.after, after=self.before)


@cache
def explanations() -> dict[str, Explanation]:
    """The explanation of every rule: its own, or that of its mirror read backwards."""
    content = Path(__file__).with_name("explanations.json").read_bytes()
    own = msgspec.json.decode(content, type=dict[str, Explanation])
    return {name: own.get(name) or own[rule.mirror].backwards() for name, rule in RULES.items()}
