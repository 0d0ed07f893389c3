"""``oneOf`` and ``anyOf``."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

from flaregen.document import JSON
from flaregen.drift.comparison import Cursors, Scope
from flaregen.drift.rules import RULES, either
from flaregen.drift.schemas.discriminators import compare_discriminators
from flaregen.drift.schemas.members import Matching, Member, match, member, members, name, values_of
from flaregen.drift.schemas.overlaps import are_within, overlap
from flaregen.drift.schemas.types import compare_null, have_common_values
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts
from flaregen.openapi.json_values import json_text
from flaregen.openapi.keywords import BY_TYPE
from flaregen.openapi.schema_reader import read

_MOST_COMPARED = 50
"""Members of a union of which every two are compared."""

_Places: TypeAlias = tuple[Cursor | None, Cursor | None]
_MEMBER_ADDED = {"oneOf": "one-of-added", "anyOf": "any-of-added"}


def compare_unions(
    scope: Scope, old: Facts, new: Facts, read_from: tuple[Cursors, Cursors]
) -> bool:
    """Compare unions; True when one side was a union and the other a plain schema.

    ``read_from`` are what both were read from: there, a plain schema may be a union of one.
    """
    before, after = _keyword(old), _keyword(new)
    if before is None and after is None:
        # One side alone may be a union of one, where there is nothing to select.
        if old.has("discriminator") and new.has("discriminator"):
            compare_discriminators(scope, old, new)
        return False
    if before is None or after is None:
        return _wrapped(scope, (old, new), (before, after), read_from[before is not None])
    if before != after and not _is_either(old, new):
        rule = either("became-any-of", after == "anyOf")
        scope.emit(rule, old.one(before), new.one(after), before=before, after=after)
    matching = match(members(old, before), members(new, after))
    _report(scope, old, new, (before, after), matching)
    compare_discriminators(scope, old, new, (*matching.removed, *matching.added))
    if old.has("anyOf") != new.has("anyOf") and before == after:
        # Next to a oneOf that both have.
        nodes = old.one("anyOf") or old.at, new.one("anyOf") or new.at
        scope.emit(either("union-set", new.has("anyOf")), *nodes, name="anyOf")
    return False


def _is_either(old: Facts, new: Facts) -> bool:
    """Whether ``oneOf`` and ``anyOf`` mean the same, as they do of one member."""
    alone = any(len(union.leaves) == 1 for side in (old, new) for union in side.unions)
    return alone or (_exclude_each_other(old) and _exclude_each_other(new))


def _exclude_each_other(schema: Facts) -> bool:
    """Whether no value matches two members."""
    leaves = [leaf for union in schema.unions for leaf in union.leaves]
    if len(leaves) > _MOST_COMPARED:
        return False
    found = [read(schema.references, (leaf,), flatten=True) for leaf in leaves]
    return all(_share_no_value(one, other) for one, other in combinations(found, 2))


def _share_no_value(one: Facts, other: Facts) -> bool:
    """Whether two schemas have no type in common, or demand different values of a property."""
    if one.unions or other.unions or one.types is None or other.types is None:
        return False
    if not have_common_values(one.types, other.types):
        return True
    both = one.required.keys() & other.required.keys()
    values = [[{*map(json_text, values_of(side, name))} for side in (one, other)] for name in both]
    objects = one.types == other.types == {"object"}
    return objects and any(mine and yours and not mine & yours for mine, yours in values)


def _keyword(schema: Facts) -> str | None:
    return next((keyword for keyword in _MEMBER_ADDED if schema.has(keyword)), None)


def _report(
    scope: Scope, old: Facts, new: Facts, keywords: tuple[str, str], matching: Matching
) -> None:
    before, after = keywords
    context = scope.context if scope.context.bare else scope.context.inside()
    if scope.context.null_allowed or (old.nullable and new.nullable):
        context = replace(context, null_allowed=True)
    for one, other in matching.pairs:
        scope.with_context(context).visit((one.at,), (other.at,))
    known = _contents(old, before), _contents(new, after)
    for one in matching.removed:
        rule, at = RULES[_MEMBER_ADDED[before]].mirror, new.one(after) or new.at
        excused = one.schema.at.value in known[1]
        scope.emit(rule, one.at, at, before=one.at.value, name=name(one), excused=excused)
    for one in matching.added:
        rule, at = _MEMBER_ADDED[after], old.one(before) or old.at
        excused = one.schema.at.value in known[0]
        scope.emit(rule, at, one.at, after=one.at.value, name=name(one), excused=excused)


def _contents(schema: Facts, keyword: str) -> list[JSON]:
    """What the members are: what another one is, too, is admitted with it and without it."""
    return [one.schema.at.value for one in members(schema, keyword)]


def _wrapped(
    scope: Scope,
    sides: tuple[Facts, Facts],
    keywords: tuple[str | None, str | None],
    read_from: Cursors,
) -> bool:
    """Compare a union with a plain schema.

    A plain schema counts as a union of one where the other side is nothing but a union;
    with other keywords, the union is a restriction that was added or removed.
    """
    (old, new), came = sides, keywords[0] is None
    plain, union, keyword = (old, new, keywords[1]) if came else (new, old, keywords[0])
    if keyword is None:
        return False
    others = union.meaningful - {keyword, "type", "discriminator"}
    listed = members(union, keyword)
    nodes = (old.at, new.one(keyword)) if came else (old.one(keyword), new.at)
    if keyword == "anyOf" and not others:
        listed = _without_known(listed, plain)
        if len(listed) == 1:
            compare_null(scope, old, new)
            return True
    was_one = any(plain.references.resolve(node).get("oneOf") for node in read_from)
    if keyword == "oneOf" and not others and not was_one and overlap(union, plain):
        # In one direction all values are refused; in the other, there may be other ones.
        narrower = (scope.context.direction == "request") == came
        excused = not narrower and are_within(listed, plain)
        scope.emit(either("one-of-overlap-set", came), *nodes, excused=excused)
        return True
    if others or _implied(plain, union, keyword):
        scope.emit(either("union-set", came), *nodes, name=keyword)
        if others or not plain.meaningful <= {"type"}:
            return False
        compare_null(scope, old, new)
        return True
    compare_null(scope, old, new)
    whole = _by_type(plain) if _are_of_one_type_each(listed) else [_whole(plain)]
    matching = match(whole, listed) if came else match(listed, whole)
    inner = scope.with_context(replace(scope.context, bare=True, null_allowed=True))
    if keyword == "anyOf":
        matching = _became(scope, nodes, matching, came=came)
    _report(inner, old, new, (keyword, keyword), matching)
    return True


def _became(scope: Scope, nodes: _Places, matching: Matching, *, came: bool) -> Matching:
    """Report a schema that became an ``anyOf``, or the reverse; what is left to be compared.

    Levels are lenient of one that grows, and here other values than before may be met.
    """
    kept = [pair[came] for pair in matching.pairs]
    known = [one.schema.at.value for one in kept]
    gone, come = (
        [one for one in lone if one.schema.at.value not in known]
        for lone in (matching.removed, matching.added)
    )
    if gone or come:
        rule = "type-changed" if gone and come else either("type-widened", came)
        before, after = (", ".join(map(name, (*kept, *lone))) for lone in (gone, come))
        scope.emit(rule, *nodes, before=before, after=after)
    return replace(matching, removed=(), added=())


def _are_of_one_type_each(listed: list[Member]) -> bool:
    """Whether members have a type each, and no two the same one."""
    types = [one.schema.types for one in listed]
    each = [type_ for type_ in types if type_ is not None and len(type_) == 1]
    return len({*each}) == len(types)


def _by_type(plain: Facts) -> list[Member]:
    """A schema of several types as a union of one for each, with the keywords that go with it."""
    if plain.types is None or len(plain.types) == 1:
        return [_whole(plain)]
    made = []
    for kind in sorted(plain.types):
        others = [keys for name, keys in BY_TYPE.items() if name != _LIKE.get(kind, kind)]
        own = plain.meaningful.difference(*others)
        value = {**{key: plain.value(key) for key in own}, "type": kind}
        made.append(member(plain.references, Cursor(value, plain.at.parent, plain.at.token)))
    return made


_LIKE = {"integer": "number"}


def _without_known(listed: list[Member], plain: Facts) -> list[Member]:
    """The members without those whose values one has that is as the plain schema."""
    if not any(_admits_all(one, plain) for one in listed):
        return listed
    known, whole = plain.types or frozenset(), {"type"}
    return [
        one
        for one in listed
        if one.schema.types is None
        or not one.schema.types <= known
        or (one.schema.types == known and one.schema.meaningful == whole)
    ]


def _admits_all(one: Member, plain: Facts) -> bool:
    """Whether a member is nothing but a type, and a schema has no values of another."""
    wide, narrow = one.schema.types, plain.types
    alone = one.schema.meaningful == {"type"} and wide is not None and narrow is not None
    return alone and plain.meaningful <= {"type"} and narrow == wide


def _implied(plain: Facts, union: Facts, keyword: str) -> bool:
    """Whether the plain schema restricts nothing that the union does not restrict."""
    if all(plain.value(key) == union.value(key) for key in plain.meaningful):
        return True
    types = plain.types
    return plain.meaningful <= {"type"} and all(
        types is None or (one.schema.types is not None and one.schema.types <= types)
        for one in members(union, keyword)
    )


def _whole(schema: Facts) -> Member:
    return member(schema.references, schema.at)
