"""Every rule, by id. The modules hold them by topic."""

from __future__ import annotations

from flaregen.drift.rules import (
    bounds,
    client,
    lifecycle,
    operations,
    responses,
    schema,
    structure,
    whole,
)
from flaregen.drift.rules.rule import Example, Rule, Setting

TOPICS: dict[str, tuple[Rule, ...]] = {
    "Paths, operations, parameters and bodies": operations.RULES,
    "Responses, headers and links": responses.RULES,
    "Deprecation, sunset and stability": lifecycle.RULES,
    "What a value is made of": structure.RULES,
    "What a value may be": schema.RULES,
    "Bounds": bounds.RULES,
    "The document as a whole": whole.RULES,
    "The emitted client": client.RULES,
}
RULES: dict[str, Rule] = {rule.id: rule for rules in TOPICS.values() for rule in rules}

__all__ = ["RULES", "TOPICS", "Example", "Rule", "Setting"]
