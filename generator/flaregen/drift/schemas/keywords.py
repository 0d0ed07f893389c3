"""Keywords of two schemas: their values, and the subschemas that they hold."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.rules import RULES
from flaregen.openapi.facts import Facts, says_nothing


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

    ``came`` is the rule of one that came.
    """
    before, after = old.one(keyword), new.one(keyword)
    if keyword != "not":
        before = None if before is None or says_nothing(before.value) else before
        after = None if after is None or says_nothing(after.value) else after
    if before is not None and after is not None:
        context = scope.context.invert() if keyword == "not" else scope.context.inside()
        scope.with_context(context).visit((before,), (after,))
    elif before is not None:
        scope.emit(RULES[came].mirror, before, None, before=before.value)
    elif after is not None:
        scope.emit(came, None, after, after=after.value)
