"""``not``, and ``if`` with ``then`` and ``else``."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import pair
from flaregen.drift.schemas.keywords import compare_nodes, compare_subschema
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts
from flaregen.openapi.json_values import json_text

_CONDITION = {"if": "if-set", "then": "then-set", "else": "else-set"}


def compare_conditions(scope: Scope, old: Facts, new: Facts) -> None:
    """Compare what holds besides; parts of an ``allOf`` may have a condition each."""
    compare_subschema(scope, old, new, "not", "not-set")
    compare_subschema(scope, old, new, "contentSchema", "content-schema-set")
    found = pair(_conditions(old), _conditions(new))
    left = [*zip(found.gone.values(), found.come.values(), strict=False)]
    for before, after in (*found.both.values(), *left):
        _decision(scope, before, after)
        for keyword in ("then", "else"):
            nodes = before.get(keyword), after.get(keyword)
            compare_nodes(scope, *nodes, keyword, _CONDITION[keyword])
    for keyword, came in _CONDITION.items():
        for gone in [*found.gone.values()][len(left) :]:
            compare_nodes(scope, gone.get(keyword), None, keyword, came)
        for come in [*found.come.values()][len(left) :]:
            compare_nodes(scope, None, come.get(keyword), keyword, came)


def _conditions(schema: Facts) -> dict[str, Cursor]:
    """The nodes that have a condition, by the text of it and of its consequences."""
    nodes = [node.parent for node in schema.keywords.get("if", ()) if node.parent is not None]
    return {json_text([_value(node, key) for key in _CONDITION]): node for node in nodes}


def _value(node: Cursor, key: str) -> JSON:
    found = node.get(key)
    return True if found is None else found.value


def _decision(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare what decides whether ``then`` or ``else`` holds.

    With ``then`` alone, a narrower condition demands less; with ``else`` alone, more.
    """
    before, after = old.get("if"), new.get("if")
    branches = {key for cursor in (old, new) for key in ("then", "else") if cursor.get(key)}
    if before is None or after is None:
        return
    if len(branches) > 1 and json_text(before.value) != json_text(after.value):
        scope.emit("if-changed", before, after, before=before.value, after=after.value)
        return
    context = scope.context.invert() if branches == {"then"} else scope.context.inside()
    scope.with_context(context).visit((before,), (after,))
