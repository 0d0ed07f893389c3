"""What a schema means, however it is spelled.

OpenAPI 3.0 and 3.1 say the same in different words, and JSON Schema says much in more than
one way: null as a flag, a type, a value or a member of a union; several types as a list or
as a union; one value as a list of one. ``read`` gives one reading of all of them, on which
the client is built and documents are compared. Sources: OpenAPI 3.0.3 section 4.7.24,
OpenAPI 3.1.1 section 4.8.24, JSON Schema 2020-12 core and validation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from flaregen.document import JSON, JSONObject
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.nullability import Follow, allows_null, is_null
from flaregen.openapi.references import References, reference_of
from flaregen.pointer import Pointer

Nodes: TypeAlias = tuple[Cursor, ...]
"""One schema: a node, or several that hold at once. The last one gives it its place."""

ANNOTATIONS = frozenset(
    {"title", "description", "example", "examples", "externalDocs", "deprecated", "$comment"}
)
"""Keywords that describe a value without restricting it."""

_NOTES = ANNOTATIONS | {"nullable", "readOnly", "writeOnly", "default", "xml"}
"""What a node may say of the schema that it wraps."""

_ACCUMULATING = frozenset({"properties", "required", "patternProperties", "allOf"})
_IMPLIED = {
    "object": ("properties", "required", "additionalProperties", "patternProperties"),
    "array": ("items", "prefixItems"),
}
"""Keywords that say a type where ``type`` does not."""


@dataclass(frozen=True, slots=True)
class Alternatives:
    """A union, null left out.

    ``leaves`` has nested unions taken apart; in ``members`` those with a title of their own
    are kept whole. Both keep the document's order.
    """

    keyword: str
    at: Cursor
    members: tuple[Cursor, ...]
    leaves: tuple[Cursor, ...]


@dataclass(slots=True)
class Facts:
    """One schema, one level deep.

    ``keywords`` hold the nodes under each keyword; several of them hold at once, since they
    come from the members of an ``allOf`` or from what a ``$ref`` has next to it. The last one
    is the schema's own. ``base`` are the nodes that say something besides the unions.
    """

    references: References
    at: Cursor
    key: tuple[Pointer, ...]
    nullable: bool = False
    keywords: dict[str, list[Cursor]] = field(default_factory=dict)
    unions: list[Alternatives] = field(default_factory=list)
    labelled: list[Alternatives] = field(default_factory=list)
    """Unions that are no more than a list of types or values, but whose members have titles."""
    base: list[Cursor] = field(default_factory=list)

    def one(self, keyword: str) -> Cursor | None:
        found = self.keywords.get(keyword)
        return found[-1] if found else None

    def value(self, keyword: str) -> JSON:
        found = self.one(keyword)
        return None if found is None else found.value

    def text(self, keyword: str) -> str:
        """The last text under a keyword, empty where there is none."""
        found = (cursor.value for cursor in reversed(self.keywords.get(keyword, ())))
        return next((value for value in found if isinstance(value, str) and value), "")

    def flag(self, keyword: str) -> bool:
        return any(cursor.value is True for cursor in self.keywords.get(keyword, ()))

    def has(self, keyword: str) -> bool:
        return keyword in self.keywords

    @property
    def meaningful(self) -> set[str]:
        """The keywords that restrict something."""
        return {key for key in self.keywords if key not in ANNOTATIONS and not key.startswith("x-")}

    @property
    def types(self) -> frozenset[str] | None:
        """The types allowed, without null; None where any is, empty where null alone is.

        Where no type is said, values or the keywords of objects and arrays say it.
        """
        found: frozenset[str] | None = None
        for cursor in self.keywords.get("type", ()):
            named = type_names(cursor.value)
            found = named if found is None else _common_types(found, named)
        return self._implied() if found is None else found

    def _implied(self) -> frozenset[str] | None:
        values = self.values
        if values is not None:
            return frozenset(type_of(value) for value in values)
        for kind, keywords in _IMPLIED.items():
            if any(keyword in self.keywords for keyword in keywords):
                return frozenset({kind})
        return None

    @property
    def values(self) -> tuple[JSON, ...] | None:
        """The values of ``enum`` and ``const`` that all of them allow, without null."""
        found: dict[str, JSON] | None = None
        for cursor in (*self.keywords.get("enum", ()), *self.keywords.get("const", ())):
            listed = {json_text(value): value for value in listed_values(cursor)}
            found = listed if found is None else {k: v for k, v in found.items() if k in listed}
        if found is None:
            return None
        return tuple(value for value in found.values() if value is not None)

    @property
    def required(self) -> dict[str, None]:
        """Required names, in the order in which they are listed."""
        return {
            name: None
            for cursor in self.keywords.get("required", ())
            if isinstance(cursor.value, list)
            for name in cursor.value
            if isinstance(name, str)
        }

    def children(self, keyword: str) -> dict[str, Nodes]:
        """The named subschemas of ``properties`` and its like."""
        found: dict[str, Nodes] = {}
        for cursor in self.keywords.get(keyword, ()):
            for name, child in cursor.items():
                found[name] = (*found.get(name, ()), child)
        return found

    def subschema(self, keyword: str) -> Nodes:
        """The nodes under a keyword that holds one schema; empty where none restricts anything."""
        return tuple(c for c in self.keywords.get(keyword, ()) if not says_nothing(c.value))

    def members(self, keyword: str) -> list[Cursor]:
        """The members of a union, or of a list of schemas."""
        unions = [union for union in self.unions if union.keyword == keyword]
        if unions:
            return [leaf for union in unions for leaf in union.leaves]
        return [member for cursor in self.keywords.get(keyword, ()) for member in cursor.elements()]


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
    places = {place.pointer: place for place in (essence(node, follow) for node in nodes)}
    facts = Facts(references, list(places.values())[-1], tuple(places))
    facts.nullable = allows_null(references, nodes, follow)
    reader = _Reader(facts, follow, flatten=flatten)
    for node in nodes:
        reader.absorb(node)
    return facts


def essence(cursor: Cursor, follow: Follow) -> Cursor:
    """The node that says what a node means: itself, or what it refers to or wraps."""
    seen: set[int] = set()
    while id(cursor.value) not in seen:
        seen.add(id(cursor.value))
        if reference_of(cursor.value) is not None and _restricts(cursor.value, {"$ref"}):
            return cursor
        cursor = follow(cursor)
        inner = _wrapped(cursor, follow)
        if inner is None:
            return cursor
        cursor = inner
    return cursor


def _wrapped(cursor: Cursor, follow: Follow) -> Cursor | None:
    """The only schema in a node that adds nothing but notes to it."""
    for keyword, beside in (("allOf", {"type"}), ("oneOf", set[str]()), ("anyOf", set[str]())):
        listed = cursor.get(keyword)
        if listed is None or _restricts(cursor.value, {keyword, *beside}):
            continue
        members = [member for member in listed.elements() if not is_null(follow(member).value)]
        if len(members) == 1:
            return members[0]
    return None


def _restricts(value: JSON, apart_from: set[str]) -> bool:
    return isinstance(value, dict) and any(
        key not in apart_from and key not in _NOTES and not key.startswith("x-") for key in value
    )


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
        if parts is not None and (self._flatten or _wraps_one(value)):
            taken.add("allOf")
            for part in parts.elements():
                self.absorb(part)
        for key in ("oneOf", "anyOf"):
            if (child := cursor.get(key)) is not None:
                taken.add(key)
                self._union(key, child)
        own = {key: child for key, child in value.items() if key not in taken}
        rest = {key: child for key, child in own.items() if key not in _NOTES}
        if _restricts(rest, set()):
            self._facts.base.append(Cursor(rest, cursor.parent, cursor.token))
        for key in own:
            self._keyword(cursor, key)

    def _keyword(self, cursor: Cursor, key: str) -> None:
        child = Cursor(self._value(cursor, key), cursor, key)
        if isinstance(cursor.value, dict) and not _is_idle(key, child.value):
            self._add(key, child)

    def _value(self, cursor: Cursor, key: str) -> JSON:
        return cursor.value[key] if isinstance(cursor.value, dict) else None

    def _union(self, key: str, child: Cursor) -> None:
        union = Alternatives(
            key,
            child,
            tuple(_unique(_taken_apart(child, self._follow, keep_titled=True), self._follow)),
            tuple(_unique(_taken_apart(child, self._follow, keep_titled=False), self._follow)),
        )
        ends = [self._follow(leaf) for leaf in union.leaves]
        if len(union.members) == 1:
            self.absorb(union.members[0])
        elif ends and all(_says_only(end.value, {"type"}) for end in ends):
            self._merge("type", union, [name for end in ends for name in type_list(end.value)])
        elif ends and all(_lists_values(end.value) for end in ends):
            values = [value for end in ends for value in _values_of(end)]
            self._merge("enum", union, list({json_text(value): value for value in values}.values()))
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
        if key in _ACCUMULATING or all(one.value != child.value for one in known):
            known.append(child)


def _taken_apart(child: Cursor, follow: Follow, *, keep_titled: bool) -> Iterator[Cursor]:
    """The members of a union, those of unions inside of it in their place, null left out."""
    seen: set[int] = set()
    pending = [child]
    while pending:
        cursor = pending.pop()
        if isinstance(cursor.value, list):
            pending += reversed(list(cursor.elements()))
            continue
        end = follow(cursor)
        if id(end.value) in seen or is_null(end.value):
            continue
        nested = _nested(end)
        if nested is None or (keep_titled and end.text("title")):
            yield cursor
        else:
            seen.add(id(end.value))
            pending.append(nested)


def _nested(end: Cursor) -> Cursor | None:
    """The members of a node that is a union and nothing else."""
    for keyword in ("oneOf", "anyOf"):
        found = end.get(keyword)
        if found is not None and not _restricts(end.value, {keyword}):
            return found
    return None


def _unique(cursors: Iterable[Cursor], follow: Follow) -> Iterator[Cursor]:
    """Each member once; an integer is a number already."""
    found = list(cursors)
    ends = [follow(cursor).value for cursor in found]
    numbers = any(_says_only(end, {"type"}) and "number" in type_list(end) for end in ends)
    seen: list[JSON] = []
    for cursor, end in zip(found, ends, strict=True):
        is_number = numbers and _says_only(end, {"type"}) and type_list(end) == ["integer"]
        if not is_number and end not in seen:
            seen.append(end)
            yield cursor


def _wraps_one(value: JSONObject) -> bool:
    """Whether an ``allOf`` of one has nothing next to it that could repeat what the one says."""
    listed = value.get("allOf")
    one = isinstance(listed, list) and len(listed) == 1
    return one and not _restricts(value, {"allOf", "type"})


def _is_idle(key: str, value: JSON) -> bool:
    """Whether a keyword says what holds without it as well."""
    match key:
        case "minLength" | "minItems" | "minProperties" | "minContains":
            return value == 0
        case "uniqueItems" | "deprecated" | "readOnly" | "writeOnly":
            return value is False
        case "exclusiveMinimum" | "exclusiveMaximum":
            return value is False
        case "required" | "examples" | "properties" | "patternProperties":
            return not value
        case "items" | "additionalProperties" | "unevaluatedProperties" | "unevaluatedItems":
            return says_nothing(value)
        case _:
            return False


def _says_only(value: JSON, keywords: set[str]) -> bool:
    """A member of a union that restricts a value by these keywords, all of them, and no more."""
    return isinstance(value, dict) and keywords <= value.keys() and not _restricts(value, keywords)


def _lists_values(value: JSON) -> bool:
    if not isinstance(value, dict) or not ("enum" in value or "const" in value):
        return False
    return not _restricts(value, {"enum", "const", "type"})


def _values_of(cursor: Cursor) -> list[JSON]:
    for keyword in ("const", "enum"):
        if (found := cursor.get(keyword)) is not None:
            return listed_values(found)
    return []


def listed_values(cursor: Cursor) -> list[JSON]:
    """The values of an ``enum``, or the one of a ``const``."""
    if cursor.token == "const":  # noqa: S105  a token of a pointer
        return [cursor.value]
    return cursor.value if isinstance(cursor.value, list) else []


def type_list(value: JSON) -> list[JSON]:
    """The types that a schema names, null included."""
    named = value.get("type") if isinstance(value, dict) else None
    return named if isinstance(named, list) else [named]


def type_names(value: JSON) -> frozenset[str]:
    """The types that the keyword ``type`` holds, without null; a number covers integers."""
    items = value if isinstance(value, list) else [value]
    named = frozenset(item for item in items if isinstance(item, str)) - {"null"}
    return named - {"integer"} if "number" in named else named


def _common_types(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    whole = {"integer"} if "number" in one | other else set[str]()
    return (one & other) | (whole & (one | other))


def says_nothing(value: JSON) -> bool:
    """Whether a schema admits anything."""
    return value is True or value == {}


def json_text(value: JSON) -> str:
    """A text that two values share where JSON takes them for the same; 1 is not true."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, sort_keys=True)


def type_of(value: JSON) -> str:
    """The JSON Schema type of a value."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"
