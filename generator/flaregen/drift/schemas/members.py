"""Pairs of members of two unions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flaregen.document import JSON, JSONObject
from flaregen.drift.messages import shown
from flaregen.drift.renames import renamed
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.discriminator import name_of_component
from flaregen.openapi.facts import Facts
from flaregen.openapi.json_values import same_json
from flaregen.openapi.references import References
from flaregen.openapi.schema_reader import read

_MOST_TOLD = 3
_ALIKE = 0.5
"""Two members below this likeness are different things."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a union, with what it can be recognised by."""

    at: Cursor
    schema: Facts
    title: str | None
    reference: str | None
    group: str | None = None
    """The title of the nested union that the member was taken from."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Members that belong together, and those left over on either side."""

    pairs: tuple[tuple[Member, Member], ...]
    removed: tuple[Member, ...]
    added: tuple[Member, ...]


def members(schema: Facts, keyword: str) -> list[Member]:
    """The members of a union, nested ones taken apart, or those of an ``allOf``."""
    top = schema.one(keyword)
    return [
        replace(member(schema.references, node), group=_group(node, top))
        for node in schema.members(keyword)
    ]


def _group(node: Cursor, top: Cursor | None) -> str | None:
    """The title of the nested union that holds a member."""
    union = node.parent.parent if node.parent is not None else None
    nested = union is not None and top is not None and union is not top.parent
    return union.text("title") if nested and union is not None else None


def member(side: References, node: Cursor) -> Member:
    target = side.resolve(node)
    schema = read(side, (node,), flatten=True)
    return Member(node, schema, target.text("title"), node.text("$ref"))


def name(one: Member) -> str:
    """What to call a member in a message."""
    return _given_name(one) or " ".join([_kind(one), *_told(one.schema)])


def _given_name(one: Member) -> str | None:
    return one.title or (one.reference and name_of_component(one.reference))


def _kind(one: Member) -> str:
    return "/".join(sorted(one.schema.types or ())) or "schema"


def _told(schema: Facts) -> Iterator[str]:
    """What tells a member apart from others of its type."""
    fields = schema.children("properties")
    names = [*sorted(schema.required), *sorted(fields.keys() - schema.required.keys())]
    values = [(field, values_of(schema, field)) for field in names]
    fixed = [f"{field} {shown(found[0])}" for field, found in values if len(found) == 1]
    others = sorted(schema.meaningful - {"type"})
    if schema.values:
        yield ", ".join(map(shown, schema.values[:_MOST_TOLD]))
    elif names:
        yield f"with {', '.join((fixed or names)[:_MOST_TOLD])}"
    elif items := schema.one("items"):
        inner = member(schema.references, items)
        yield f"of {_given_name(inner) or _kind(inner)}"
    elif others:
        yield f"with {others[0]} {shown(schema.value(others[0]))}"


def values_of(schema: Facts, field: str) -> tuple[JSON, ...]:
    """The values that a property may have; empty where it may have any, or be null."""
    nodes = schema.children("properties").get(field)
    found = read(schema.references, nodes, flatten=True) if nodes else None
    return () if found is None or found.nullable else found.values or ()


def match(old: list[Member], new: list[Member]) -> Matching:
    """Pair members by title, then reference, then equal content, then likeness."""
    left, come = dict(enumerate(old)), dict(enumerate(new))
    pairs: list[tuple[Member, Member]] = []
    for key in (lambda one: one.title, lambda one: one.reference):
        for before, after in renamed(left, come, key).items():
            pairs.append((left.pop(before), come.pop(after)))
    for before, after in _most_alike(left, come):
        if before in left and after in come:
            pairs.append((left.pop(before), come.pop(after)))
    return Matching(tuple(pairs), tuple(left.values()), tuple(come.values()))


def _most_alike(old: Mapping[int, Member], new: Mapping[int, Member]) -> list[tuple[int, int]]:
    """The numbers of two members each that may belong together.

    The best come first; ties go to members of one group, then to the earlier ones.
    """
    ranked = sorted(
        (-likeness(one, other), one.group != other.group, before, after)
        for before, one in old.items()
        for after, other in new.items()
        if not _elsewhere(one, other)
    )
    return [(before, after) for score, _, before, after in ranked if -score >= _ALIKE]


def _elsewhere(one: Member, other: Member) -> bool:
    """Whether two members are different components, of which one is still there.

    Components with equal content count as one: either name will do.
    """
    if one.reference is None or other.reference is None:
        return False
    if same_json(one.schema.at.value, other.schema.at.value):
        return False
    old, new = one.schema.references, other.schema.references
    return new.target(one.reference) is not None or old.target(other.reference) is not None


def likeness(one: Member, other: Member) -> float:
    """From 0, nothing in common, to 1, the same."""
    old, new = one.schema, other.schema
    if same_json(old.at.value, new.at.value):
        return 1.0
    if old.types is not None and new.types is not None and old.types.isdisjoint(new.types):
        return 0.0
    before, after = _properties(old), _properties(new)
    if before or after:
        asked = 0.2 if old.required and old.required == new.required else 0.0
        return min(0.99, asked + (_shared(before, after) + _contained(before, after)) / 2)
    same_kind = 0.5 if old.types == new.types else 0.25
    return min(0.99, same_kind + 0.5 * _shared(_values(old), _values(new)))


def _properties(schema: Facts) -> JSONObject:
    return {name: cursors[0].value for name, cursors in schema.children("properties").items()}


def _contained(before: JSONObject, after: JSONObject) -> float:
    """How much of the smaller one is in the larger: a schema that only grew is the same."""
    smaller = min(len(before), len(after))
    return len(before.keys() & after.keys()) / smaller if smaller else 0.0


def _values(schema: Facts) -> dict[str, JSON]:
    return {key: schema.value(key) for key in schema.meaningful - {"type"}}


def _shared(before: JSONObject, after: JSONObject) -> float:
    together = before.keys() | after.keys()
    if not together:
        return 1.0
    common = before.keys() & after.keys()
    return sum(1.0 if before[key] == after[key] else 0.7 for key in common) / len(together)
