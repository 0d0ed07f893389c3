"""What the page of the rules says beyond the table: why a level is what it is, and an example."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from flaregen.drift.rules import RULES

SETTINGS = {
    "schema": "the schema of a body",
    "member": "a property in a body",
    "parameter": "a query parameter",
    "header": "a response header",
    "response": "a response",
    "request": "a request body",
    "operation": "an operation",
    "document": "the document",
    "client": "the emitted client",
}
"""Where a fragment belongs. A property or a parameter is called ``field``."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two fragments between which the rule finds its change, and the reason for its levels.

    ``setting`` is one of SETTINGS.
    """

    setting: str
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
