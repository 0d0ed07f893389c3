"""Rules of the keywords that bound a number, a length or a count."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import JSONObject
from flaregen.drift.rules.rule import Example, Rule

UPPER = {
    "maximum": "maximum",
    "exclusiveMaximum": "exclusive-maximum",
    "maxLength": "max-length",
    "maxItems": "max-items",
    "maxProperties": "max-properties",
    "maxContains": "max-contains",
}
LOWER = {
    "minimum": "minimum",
    "exclusiveMinimum": "exclusive-minimum",
    "minLength": "min-length",
    "minItems": "min-items",
    "minProperties": "min-properties",
    "minContains": "min-contains",
}
ZERO_BY_DEFAULT = frozenset({"minLength", "minItems", "minProperties"})
"""Lower bounds that say nothing when they are zero."""

_TYPES = {"Length": "string", "Items": "array", "Properties": "object", "Contains": "array"}


def _schema(keyword: str, value: int | None) -> JSONObject:
    kind = next((kind for end, kind in _TYPES.items() if keyword.endswith(end)), "number")
    schema: JSONObject = {"type": kind}
    if kind == "array":
        schema["items"] = {"type": "string"}
    if keyword.endswith("Contains"):
        schema["contains"] = {"type": "string"}
    if value is not None:
        schema[keyword] = value
    return schema


def _example(keyword: str, before: int | None, after: int | None) -> Example:
    return Example("member", _schema(keyword, before), _schema(keyword, after))


def _rules(keyword: str, stem: str, *, upper: bool) -> Iterator[Rule]:
    tighter, looser = ("lowered", "raised") if upper else ("raised", "lowered")
    small, large = (5, 10)
    before, after = (large, small) if upper else (small, large)
    changed = "{subject}: `" + keyword + "` {how} from {old} to {new}"
    yield Rule(
        f"{stem}-{tighter}",
        changed.replace("{how}", tighter),
        _example(keyword, before, after),
        request="breaking",
        response="info",
        mirror=f"{stem}-{looser}",
        why="Values that were fine are now refused; in a response there is merely less to expect.",
    )
    yield Rule(
        f"{stem}-{looser}",
        changed.replace("{how}", looser),
        _example(keyword, after, before),
        request="info",
        response="breaking",
        mirror=f"{stem}-{tighter}",
        why="More is accepted; in a response, values arrive that could not arrive before.",
    )
    yield Rule(
        f"{stem}-set",
        "{subject}: `" + keyword + "` set to {new}",
        _example(keyword, None, small),
        request="breaking" if keyword == "minLength" else "warning",
        response="info",
        mirror=f"{stem}-removed",
        why="A new bound is often the documentation of an old one, so it is a warning; a minimum "
        "length starts at zero, so that setting it raises it.",
    )
    yield Rule(
        f"{stem}-removed",
        "{subject}: `" + keyword + "` of {old} removed",
        _example(keyword, small, None),
        request="info",
        response="breaking",
        mirror=f"{stem}-set",
        why="Nothing bounds what a response brings any more.",
    )


RULES = tuple(
    rule
    for keywords, upper in ((UPPER, True), (LOWER, False))
    for keyword, stem in keywords.items()
    for rule in _rules(keyword, stem, upper=upper)
)
