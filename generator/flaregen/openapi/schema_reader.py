"""From the nodes of a schema to what it means."""

from __future__ import annotations

from collections.abc import Iterable

from flaregen.document import JSON, JSONObject
from flaregen.openapi.bounds import TIGHTER, settle, tighter
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Alternatives, Facts, json_text, says_nothing, type_list
from flaregen.openapi.keywords import (
    is_idle,
    is_note,
    lists_values,
    restricts,
    says_only,
    spelled_out,
    values_of,
    wraps_one,
)
from flaregen.openapi.nullability import Follow, allows_null, is_null
from flaregen.openapi.references import References, reference_of
from flaregen.openapi.unions import taken_apart, unique

_ACCUMULATING = frozenset({"properties", "required", "patternProperties", "allOf"})


def read(
    references: References, nodes: Iterable[Cursor], *, flatten: bool, strict: bool = False
) -> Facts:
    """Read nodes that hold at once as one schema.

    ``flatten`` takes the members of every ``allOf`` in; without it one with little next to it
    is. ``strict`` raises DiagnosticError for a reference that cannot be followed, which is
    taken for a schema that says nothing otherwise.
    """
    nodes = tuple(nodes)
    follow = references.follow if strict else references.resolve
    places = {
        place.pointer: place for place in (essence(references, node, follow) for node in nodes)
    }
    facts = Facts(references, list(places.values())[-1], tuple(places))
    facts.nullable = allows_null(references, nodes, follow)
    reader = _Reader(facts, follow, flatten=flatten)
    for node in nodes:
        reader.absorb(node)
    settle(facts)
    return facts


def essence(references: References, cursor: Cursor, follow: Follow) -> Cursor:
    """The node that says what a node means: itself, or what it refers to or wraps."""
    seen: set[int] = set()
    while id(cursor.value) not in seen:
        seen.add(id(cursor.value))
        if _adds_to_a_reference(cursor, references):
            return cursor
        cursor = follow(cursor)
        inner = _wrapped(cursor, follow)
        if inner is None:
            return cursor
        cursor = inner
    return cursor


def _adds_to_a_reference(cursor: Cursor, references: References) -> bool:
    return (
        references.siblings_count
        and reference_of(cursor.value) is not None
        and restricts(cursor.value, {"$ref"})
    )


def _wrapped(cursor: Cursor, follow: Follow) -> Cursor | None:
    """The only schema in a node that adds nothing but notes to it."""
    for keyword, beside in (("allOf", {"type"}), ("oneOf", set[str]()), ("anyOf", set[str]())):
        listed = cursor.get(keyword)
        if listed is None or restricts(cursor.value, {keyword, *beside}):
            continue
        members = [member for member in listed.elements() if not is_null(follow(member).value)]
        if len(members) == 1:
            return members[0]
    return None


class _Reader:
    """Takes nodes in, those that a node includes before the node itself."""

    def __init__(self, facts: Facts, follow: Follow, *, flatten: bool) -> None:
        self._facts = facts
        self._follow = follow
        self._flatten = flatten
        self._seen: set[int] = set()

    def absorb(self, cursor: Cursor) -> None:
        if id(cursor.value) in self._seen:
            return
        if reference_of(cursor.value) is not None:
            target = self._follow(cursor)
            if target is cursor:
                return
            self.absorb(target)
            if not self._facts.references.siblings_count:
                return
        self._seen.add(id(cursor.value))
        if cursor.value is False:
            self._facts.keywords.setdefault("not", []).append(cursor)
        if isinstance(cursor.value, dict):
            self._node(cursor, cursor.value)

    def _node(self, cursor: Cursor, value: JSONObject) -> None:
        parts = cursor.get("allOf")
        taken = {"$ref", "nullable"}
        if parts is not None and (self._flatten or wraps_one(value)):
            taken.add("allOf")
            for part in parts.elements():
                self.absorb(part)
        for key in ("oneOf", "anyOf"):
            if (child := cursor.get(key)) is not None:
                taken.add(key)
                self._union(key, child)
        own = {key: child for key, child in value.items() if key not in taken}
        rest = {key: child for key, child in own.items() if not is_note(key)}
        if rest:
            self._facts.base.append(Cursor(rest, cursor.parent, cursor.token))
        for key, child in spelled_out(cursor, own):
            if not is_idle(key, child.value):
                self._add(key, child)

    def _union(self, key: str, child: Cursor) -> None:
        union = Alternatives(
            key,
            child,
            tuple(unique(taken_apart(child, self._follow, keep_titled=True), self._follow)),
            tuple(unique(taken_apart(child, self._follow, keep_titled=False), self._follow)),
        )
        ends = [self._follow(leaf) for leaf in union.leaves]
        if len(union.members) == 1:
            self.absorb(union.members[0])
        elif ends and all(says_only(end.value, {"type"}) for end in ends):
            self._merge("type", union, [name for end in ends for name in type_list(end.value)])
        elif ends and all(lists_values(end.value) for end in ends):
            values = [value for end in ends for value in values_of(end)]
            self._merge("enum", union, list({json_text(value): value for value in values}.values()))
        elif any(says_nothing(end.value) for end in ends):
            return
        elif ends:
            self._facts.unions.append(union)
            self._add(key, child)
        elif isinstance(child.value, list) and child.value:
            self._add("type", Cursor("null", child, 0))
        else:
            self._add(key, child)

    def _merge(self, keyword: str, union: Alternatives, merged: list[JSON]) -> None:
        """Members that are types alone, or values alone, are one list of them."""
        self._add(keyword, Cursor(merged, union.at.parent, union.at.token))
        if any(self._follow(member).text("title") for member in union.members):
            self._facts.labelled.append(union)

    def _add(self, key: str, child: Cursor) -> None:
        known = self._facts.keywords.setdefault(key, [])
        if key in TIGHTER and known:
            known[:] = [tighter(key, known[0], child)]
        elif key in _ACCUMULATING or all(one.value != child.value for one in known):
            known.append(child)
