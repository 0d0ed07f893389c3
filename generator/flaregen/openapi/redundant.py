"""What keywords of a schema say together, in the fewest of them.

Several ways to say the same become one: bounds that other keywords give already, multiples of
whole numbers, positions of a tuple that hold what all items hold.
"""

from __future__ import annotations

from flaregen.openapi import bounds
from flaregen.openapi.annotations import ANNOTATIONS
from flaregen.openapi.bounds import common_multiple, number
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts, implied_type
from flaregen.openapi.json_values import json_text
from flaregen.openapi.restrictions import says_nothing


def settle(facts: Facts) -> None:
    """Leave out what other keywords say already."""
    if facts.admits_nothing:
        _nothing_else(facts)
    _types_of_a_union(facts)
    _multiples(facts)
    bounds.settle(facts)
    _positions(facts)
    _counts(facts)
    _both_booleans(facts)
    _in_usual_words(facts)


def _nothing_else(facts: Facts) -> None:
    """Where nothing is admitted, it does not matter what else is said."""
    facts.unions.clear()
    facts.labelled.clear()
    facts.base.clear()
    facts.nullable = False
    for key in facts.keywords.keys() - ANNOTATIONS - {"not"}:
        del facts.keywords[key]


def _types_of_a_union(facts: Facts) -> None:
    """Leave out types of a union that the keywords of other nodes exclude.

    An object or a string, next to a part with the properties of the object, is the object.
    """
    unions = [one for one in facts.keywords.get("type", ()) if one.token in ("oneOf", "anyOf")]
    others = [node for node in facts.beside(unions) if "type" not in node] if unions else []
    implied = implied_type({key for node in others for key in node})
    if implied is not None and implied <= (facts.types or frozenset()):
        kept = [*implied, *(["null"] if facts.nullable else [])]
        facts.keywords["type"] = [Cursor([*kept], unions[0].parent, unions[0].token)]


def _multiples(facts: Facts) -> None:
    """A number that is a multiple of a whole one is an integer, and each of these one of 1.

    An integer that is a multiple of 0.5 may be any, and of 1.5 it is one of 3.
    """
    cursor = facts.one("multipleOf")
    step = number(cursor.value) if cursor is not None else None
    if cursor is None or step is None:
        return
    types = facts.types
    if types == frozenset({"integer"}):
        step = common_multiple(step, 1)
    if step != int(step):
        return
    facts.keywords["multipleOf"] = [Cursor(int(step), cursor.parent, cursor.token)]
    if types is not None and "number" in types:
        whole = sorted((types - {"number"}) | {"integer"})
        facts.keywords["type"] = [Cursor([*whole], cursor.parent, "type")]
        types = facts.types
    if step == 1 and types == frozenset({"integer"}):
        del facts.keywords["multipleOf"]


def _positions(facts: Facts) -> None:
    """Leave out the last positions of a tuple where any further item may be the same."""
    lists = facts.keywords.get("prefixItems", [])
    if len(lists) != 1 or not isinstance(lists[0].value, list):
        return
    listed, rest = [*lists[0].value], facts.value("items")
    while listed and (says_nothing(listed[-1]) if rest is None else listed[-1] == rest):
        listed.pop()
    if listed:
        facts.keywords["prefixItems"] = [Cursor(listed, lists[0].parent, lists[0].token)]
    else:
        del facts.keywords["prefixItems"]


def _counts(facts: Facts) -> None:
    """Leave out how many items or members there are, where their names or places say it."""
    least = number(facts.value("minProperties"))
    if least is not None and least <= len(facts.required):
        del facts.keywords["minProperties"]
    most = number(facts.value("maxProperties"))
    named = len(facts.children("properties"))
    is_closed = facts.value("additionalProperties") is False and not facts.has("patternProperties")
    if is_closed and most is not None and most >= named:
        del facts.keywords["maxProperties"]
    most = number(facts.value("maxItems"))
    if facts.value("items") is False and most is not None and most >= _placed(facts):
        del facts.keywords["maxItems"]


def _placed(facts: Facts) -> int:
    return len(facts.members("prefixItems"))


def _both_booleans(facts: Facts) -> None:
    """A list of true and false says what the type says."""
    if facts.types != frozenset({"boolean"}) or not facts.has("enum"):
        return
    if {json_text(value) for value in facts.values or ()} == {"true", "false"}:
        listed = facts.keywords.pop("enum")[-1]
        facts.keywords.setdefault("type", [Cursor("boolean", listed.parent, listed.token)])


_APPLICATORS = ("allOf", "if", "then", "else", "dependentSchemas")
_USUAL = {"unevaluatedProperties": "additionalProperties", "unevaluatedItems": "items"}


def _in_usual_words(facts: Facts) -> None:
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
