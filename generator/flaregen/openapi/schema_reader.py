"""From the nodes of a schema to what it means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from flaregen.document import JSON, JSONObject
from flaregen.openapi.annotations import is_note
from flaregen.openapi.bounds import TIGHTER, tighter
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import (
    Alternatives,
    Facts,
    Nodes,
    common_types,
    implied_type,
    type_list,
    type_names,
)
from flaregen.openapi.json_values import json_text
from flaregen.openapi.keywords import (
    lists_values,
    says_only,
    settled_branch,
    spelled_out,
    values_of,
    wraps_one,
)
from flaregen.openapi.nullability import allows_null, is_null
from flaregen.openapi.redundant import settle
from flaregen.openapi.references import References, reference_of
from flaregen.openapi.restrictions import (
    OF_OTHERS,
    admits_nothing,
    is_idle,
    restricts,
    says_nothing,
)
from flaregen.openapi.unions import members_of

_ACCUMULATING = frozenset({"properties", "required", "patternProperties", "allOf"})


def read(
    references: References,
    nodes: Iterable[Cursor],
    *,
    flatten: bool = False,
    shallow: bool = False,
    union: str = "",
) -> Facts:
    """Read nodes that hold at once as one schema.

    ``flatten`` takes the members of every ``allOf`` in; without it one with little next to it
    is. ``shallow`` looks into no member of a union. What is under the keyword ``union`` is a
    union even where it has one member, or types alone.
    """
    nodes = tuple(nodes)
    facts = _absorbed(references, nodes, None, flatten=flatten, union=union)
    if shallow or not facts.unions:
        return facts
    if (permitted := _permitted(facts)) is not None:
        facts = _absorbed(references, nodes, permitted, flatten=flatten, union=union)
    if facts.unions and facts.has("type"):
        _drop_idle_type(facts)
    return facts


def _absorbed(
    references: References,
    nodes: Nodes,
    permitted: frozenset[str] | None,
    *,
    flatten: bool,
    union: str,
) -> Facts:
    meant = references.resolve if union else partial(essence, references)
    places = {place.pointer: place for place in map(meant, nodes)}
    facts = Facts(references, nodes[-1], list(places.values())[-1], tuple(places))
    facts.nullable = allows_null(references, nodes)
    reader = _Reader(facts, permitted, flatten=flatten, union=union)
    for node in nodes:
        reader.absorb(node)
    settle(facts)
    return facts


def _permitted(facts: Facts) -> frozenset[str] | None:
    """The types next to unions, where they exclude some of their members."""
    named = facts.types if facts.has("type") else _implied(facts)
    if named is None:
        return None
    leaves = (leaf for union in facts.unions for leaf in union.leaves)
    return named if any(_is_disjoint(facts.references, leaf, named) for leaf in leaves) else None


def _implied(facts: Facts) -> frozenset[str] | None:
    """The type that the keywords of other nodes than those of the unions say."""
    others = facts.beside([union.at for union in facts.unions])
    return implied_type({key for node in others for key in node})


def _is_disjoint(references: References, leaf: Cursor, named: frozenset[str]) -> bool:
    types = _types_of(references, leaf)
    return types is not None and not common_types(types, named)


def _types_of(references: References, leaf: Cursor) -> frozenset[str] | None:
    """Of a member that is a union itself, nothing: to look into all of them takes too long."""
    member = read(references, (leaf,), shallow=True)
    return None if member.unions else member.types


def _drop_idle_type(facts: Facts) -> None:
    """Take out a type next to a union that says what all members say, or what none does."""
    named = facts.types or frozenset()
    types = [_types_of(facts.references, leaf) for leaf in facts.unions[0].leaves]
    known = [(own, common_types(own, named)) for own in types if own is not None]
    if len(known) == len(types) and all(own <= common or not common for own, common in known):
        del facts.keywords["type"]


def essence(references: References, cursor: Cursor) -> Cursor:
    """The node that says what a node means: itself, or what it refers to or wraps."""
    seen: set[int] = set()
    while id(cursor.value) not in seen:
        seen.add(id(cursor.value))
        cursor = references.resolve(cursor)
        inner = _wrapped(cursor, references)
        if inner is None:
            return cursor
        cursor = inner
    return cursor


def null_at(facts: Facts) -> Cursor:
    """The node that allows null: what a schema means, or what wraps that and allows it."""
    found, inner = facts.at, facts.node
    seen: set[int] = set()
    while id(inner.value) not in seen and allows_null(facts.references, (inner,)):
        seen.add(id(inner.value))
        found = facts.references.resolve(inner)
        inner = _wrapped(found, facts.references) or found
    return found


def _wrapped(cursor: Cursor, references: References) -> Cursor | None:
    """The only schema in a node that adds nothing but notes to it."""
    for keyword, ignored in (("allOf", {"type"}), ("oneOf", set[str]()), ("anyOf", set[str]())):
        listed = cursor.get(keyword)
        if listed is None or restricts(cursor.value, {keyword, *ignored}):
            continue
        members = [
            member
            for member in listed.elements()
            if not is_null(references.resolve(member).value) and _says(member.value, keyword)
        ]
        if len(members) == 1:
            return members[0]
    return None


def _says(value: JSON, keyword: str) -> bool:
    """Whether a member counts: in an ``allOf`` that restricts, in a union that admits anything."""
    if keyword == "allOf":
        return value is False or restricts(value)
    return not admits_nothing(value)


class _Reader:
    """Takes nodes in, those that a node includes before the node itself."""

    def __init__(
        self, facts: Facts, permitted: frozenset[str] | None, *, flatten: bool, union: str
    ) -> None:
        self._facts = facts
        self._permitted = permitted
        self._kept = union
        self._references = facts.references
        self._flatten = flatten
        self._seen: set[int] = set()

    def absorb(self, cursor: Cursor) -> None:
        if id(cursor.value) in self._seen:
            return
        if reference_of(cursor.value) is not None:
            target = self._references.behind(cursor)
            if target is cursor:
                return
            self.absorb(target)
            if not self._references.siblings_count:
                return
        self._seen.add(id(cursor.value))
        if cursor.value is False:
            self._add("not", Cursor({}, cursor.parent, cursor.token))
        if isinstance(cursor.value, dict):
            self._node(cursor, cursor.value)

    def _node(self, cursor: Cursor, value: JSONObject) -> None:
        parts = cursor.get("allOf")
        taken = {"$ref", "nullable"}
        if parts is not None and (self._flatten or wraps_one(value)):
            taken.add("allOf")
            for part in parts.elements():
                self.absorb(part)
        if (branch := settled_branch(value)) is not None:
            taken |= {"if", "then", "else"}
            self.absorb(cursor.get(branch) or Cursor({}, cursor, branch))
        for key in ("oneOf", "anyOf"):
            if (child := cursor.get(key)) is not None:
                taken.add(key)
                self._union(key, child)
        is_bare = "allOf" in taken and not restricts(value, {"allOf", "type"})
        if (is_bare or not taken.isdisjoint(("oneOf", "anyOf"))) and self._contradicts(value):
            taken.add("type")
        own = {key: child for key, child in value.items() if key not in taken}
        rest = {key: child for key, child in own.items() if not is_note(key)}
        if rest:
            self._facts.base.append(Cursor(rest, cursor.parent, cursor.token))
        for key, child in spelled_out(cursor, own):
            if is_idle(key, child.value, own):
                continue
            closes = key in OF_OTHERS and admits_nothing(child.value)
            self._add(key, Cursor(value=False, parent=cursor, token=key) if closes else child)

    def _contradicts(self, value: JSONObject) -> bool:
        """Whether the type next to other schemas is none of theirs: they say what they are."""
        named, types = type_names(value.get("type")), self._facts.types
        return bool(named) and types is not None and not common_types(named, types)

    def _union(self, key: str, child: Cursor) -> None:
        kept = key == self._kept
        if isinstance(child.value, list) and len(child.value) == 1 and not kept:
            self.absorb(Cursor(child.value[0], child, 0))
            return
        union = Alternatives(
            key,
            child,
            self._members(child, keep_titled=True),
            self._members(child, keep_titled=False),
        )
        ends = [] if kept else [essence(self._references, leaf) for leaf in union.leaves]
        if kept:
            self._facts.unions.append(union)
            self._add(key, child)
        elif len(union.members) == 1:
            self.absorb(union.members[0])
        elif ends and all(says_only(end.value, {"type"}) for end in ends):
            self._merge("type", union, [name for end in ends for name in type_list(end.value)])
        elif ends and all(lists_values(end.value) for end in ends):
            values = [cursor.value for end in ends for cursor in values_of(end)]
            self._merge("enum", union, list({json_text(value): value for value in values}.values()))
        elif any(says_nothing(end.value) for end in ends):
            self._all_but(union)
        elif ends:
            self._facts.unions.append(union)
            self._add(key, child)
        elif isinstance(child.value, list) and child.value:
            nothing = all(map(admits_nothing, self._values(child)))
            found = Cursor({} if nothing else "null", child, 0)
            self._add("not" if nothing else "type", found)
        else:
            self._add(key, child)

    def _all_but(self, union: Alternatives) -> None:
        """A ``oneOf`` with a member that admits anything refuses what the others admit."""
        listed = list(zip(union.at.elements(), self._values(union.at), strict=True))
        others = [False if says_nothing(value) else member.value for member, value in listed]
        holder = union.at.parent
        if holder is not None and union.keyword == "oneOf" and any(others):
            self._add("not", Cursor({"oneOf": others}, holder.parent, holder.token))

    def _values(self, child: Cursor) -> list[JSON]:
        return [self._references.resolve(member).value for member in child.elements()]

    def _members(self, child: Cursor, *, keep_titled: bool) -> tuple[Cursor, ...]:
        """Those that the types next to the union permit.

        Types that permit none say nothing: the members say what they are.
        """
        found = members_of(child, self._references, keep_titled=keep_titled)
        if (named := self._permitted) is None:
            return found
        return tuple(c for c in found if not _is_disjoint(self._references, c, named)) or found

    def _merge(self, keyword: str, union: Alternatives, merged: list[JSON]) -> None:
        """Members that are types alone, or values alone, are one list of them."""
        self._add(keyword, Cursor(merged, union.at.parent, union.at.token))
        if any(self._references.resolve(member).text("title") for member in union.members):
            self._facts.labelled.append(union)

    def _add(self, key: str, child: Cursor) -> None:
        known = self._facts.keywords.setdefault(key, [])
        if key in TIGHTER and known:
            known[:] = [tighter(key, known[0], child)]
            return
        if key not in _ACCUMULATING:
            known[:] = [cursor for cursor in known if cursor.value != child.value]
        known.append(child)
