"""Keywords of two schemas: their values, and the subschemas that they hold."""

from __future__ import annotations

from itertools import zip_longest

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import pair
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts
from flaregen.openapi.json_values import json_text
from flaregen.openapi.restrictions import says_nothing


def report(
    scope: Scope,
    rule: str,
    old: Facts,
    new: Facts,
    keyword: str,
    *,
    values: tuple[JSON, JSON] | None = None,
) -> None:
    """Report a keyword, at the schema that does not have it, with its values or given ones."""
    before, after = values or (old.value(keyword), new.value(keyword))
    nodes = old.one(keyword) or old.at, new.one(keyword) or new.at
    scope.emit(rule, *nodes, before=before, after=after)


def compare_subschema(scope: Scope, old: Facts, new: Facts, keyword: str, came: str) -> None:
    """Report a subschema that came or went; have the two compared where both are there.

    ``came`` is the rule of one that came. Of those that hold at once, equal ones belong together.
    """
    listed = old.keywords.get(keyword, ()), new.keywords.get(keyword, ())
    alone = all(len(nodes) < 2 for nodes in listed)
    before, after = ({"" if alone else json_text(n.value): n for n in nodes} for nodes in listed)
    found = pair(before, after)
    for nodes in found.both.values():
        compare_nodes(scope, *nodes, keyword, came)
    for was, now in zip_longest(found.gone.values(), found.come.values()):
        compare_nodes(scope, was, now, keyword, came)


def compare_nodes(
    scope: Scope, old: Cursor | None, new: Cursor | None, keyword: str, came: str
) -> None:
    """The same for the nodes of a keyword; None where there is none."""
    before, after = (
        None if one is None or (keyword != "not" and says_nothing(one.value)) else one
        for one in (old, new)
    )
    if before is not None and after is not None:
        context = scope.context.invert() if keyword == "not" else scope.context.inside()
        scope.with_context(context).visit((before,), (after,))
    elif node := before or after:
        scope.emit_one(came, node, None, is_new=node is after, value=node.value)
