"""``unevaluatedProperties`` and ``unevaluatedItems`` where they say what their usual words say."""

from __future__ import annotations

from flaregen.openapi.facts import Facts

_APPLICATORS = ("allOf", "if", "then", "else", "dependentSchemas")
_USUAL = {"unevaluatedProperties": "additionalProperties", "unevaluatedItems": "items"}


def in_usual_words(facts: Facts) -> None:
    """Read what is unevaluated as additional, where no part of a schema can have evaluated it.

    Where something is said of all that is additional, nothing is left unevaluated.
    """
    for keyword, usual in _USUAL.items():
        if not facts.has(keyword) or facts.unions:
            continue
        if facts.has(usual):
            del facts.keywords[keyword]
        elif not any(map(facts.has, _APPLICATORS)) and not _evaluates_items(facts, keyword):
            facts.keywords[usual] = facts.keywords.pop(keyword)


def _evaluates_items(facts: Facts, keyword: str) -> bool:
    return keyword == "unevaluatedItems" and facts.has("contains")
