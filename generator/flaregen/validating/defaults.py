"""Whether a value fits a schema, with what does not: types, values, bounds, members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flaregen.diagnostic import Problem
from flaregen.document import JSON
from flaregen.openapi.facts import Facts, Nodes
from flaregen.openapi.references import References
from flaregen.openapi.schema_reader import read
from flaregen.validating.explain import ELSEWHERE, Explained, shown, wrong_type, wrong_value
from flaregen.validating.fitting import fits, is_of_type, is_same

_MOST_STEPS = 5_000
"""Schemas that one value may be compared with: no default needs as many."""
_ENDLESS = re.compile(r"\)[*+{]|\\[1-9]|[*+{].*[*+{].*[*+{]", re.DOTALL)
"""Patterns whose matching may take for ever: repeated groups, back references, many repeats."""
_LONGEST_MATCHED = 1_000


def misfit(references: References, nodes: Nodes, value: JSON) -> Iterator[Explained]:
    """What of a value does not fit a schema; of a union, what does not fit its first member.

    Raises ValueError where there are more ways to fit than anybody means.
    """
    return _Comparison(references).of(nodes, value)


@dataclass(slots=True)
class _Comparison:
    references: References
    steps: int = 0

    def of(self, nodes: Nodes, value: JSON) -> Iterator[Explained]:
        self.steps += 1
        if self.steps > _MOST_STEPS:
            raise ValueError("there are too many alternatives")
        facts = read(self.references, nodes, flatten=True)
        if value is None and facts.nullable:
            return
        for union in facts.unions:
            tries = [[*self.of((leaf,), value)] for leaf in union.leaves]
            if all(tries):
                yield from tries[0]
                return
        problem = _problem(facts, value)
        if problem is not None:
            yield Explained((), problem)
            return
        for token, within, inner in _inside(facts, value):
            for tokens, found in self.of(within, inner):
                yield Explained((token, *tokens), found)


def _problem(facts: Facts, value: JSON) -> Problem | None:
    """What is wrong with the outermost level of a value."""
    # Keywords of objects say no type here: JSON Schema lets a text have them.
    types = facts.types if facts.has("type") else None
    if types is not None and not any(is_of_type(value, name) for name in types):
        return wrong_type(value, sorted(types) or ["null"])
    listed = facts.values
    if listed is not None and not any(is_same(value, item) for item in listed):
        return wrong_value(value, listed)
    if isinstance(value, dict):
        missing = [name for name in facts.required if name not in value]
        for name in missing[:1]:
            return Problem("missing-key", f'The key "{name}" is missing.', f'add "{name}"')
    own = {keyword: facts.value(keyword) for keyword in facts.keywords}
    if fits(own, value) and _matches(value, own.get("pattern")):
        return None
    return Problem("wrong-value", f"{shown(value)} is not allowed here.", ELSEWHERE)


def _matches(value: JSON, pattern: JSON) -> bool:
    if not isinstance(value, str) or not isinstance(pattern, str):
        return True
    if len(value) > _LONGEST_MATCHED or _ENDLESS.search(pattern):
        return True
    return re.search(pattern, value) is not None


def _inside(facts: Facts, value: JSON) -> Iterator[tuple[str, Nodes, JSON]]:
    """The parts of a value with their places and schemas."""
    if isinstance(value, list) and (items := facts.subschema("items")):
        yield from ((str(index), items, one) for index, one in enumerate(value))
    if isinstance(value, dict):
        properties = facts.children("properties")
        yield from ((key, properties[key], one) for key, one in value.items() if key in properties)
