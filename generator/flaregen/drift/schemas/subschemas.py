"""Keywords that hold one subschema."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.openapi.facts import Facts


def opened(value: JSON) -> bool:
    """Whether a schema admits anything."""
    return value is True or value == {}


def compare_subschema(
    scope: Scope, old: Facts, new: Facts, keyword: str, rules: tuple[str, str]
) -> None:
    """Report a subschema that came or went; have the two compared where both are there.

    ``rules`` are those of one that came and of one that went.
    """
    came, went = rules
    before, after = old.one(keyword), new.one(keyword)
    if keyword != "not":
        before = None if before is None or opened(before.value) else before
        after = None if after is None or opened(after.value) else after
    if before is not None and after is not None:
        context = scope.context.invert() if keyword == "not" else scope.context.inside()
        scope.with_context(context).visit((before,), (after,))
    elif before is not None:
        scope.emit(went, before, None, before=before.value)
    elif after is not None:
        scope.emit(came, None, after, after=after.value)
