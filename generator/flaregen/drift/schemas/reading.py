"""A schema as the comparison sees it: what several spellings of the same have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from flaregen.document import JSON
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References

ANNOTATIONS = frozenset(
    {"title", "description", "example", "examples", "externalDocs", "deprecated", "$comment"}
)
"""Keywords that say something without restricting anything."""


@dataclass(slots=True)
class Schema:
    """The keywords of a schema, each with the nodes it was found at.

    Several nodes under one keyword hold at once: they come from the members of an
    ``allOf`` that was flattened, or from what stands beside a ``$ref``. ``nullable``
    gathers the ways to allow null: the 3.0 flag, the member of a type list, the
    null member of a union.
    """

    side: References
    at: Cursor
    keywords: dict[str, list[Cursor]] = field(default_factory=dict)
    nullable: bool = False

    def one(self, keyword: str) -> Cursor | None:
        found = self.keywords.get(keyword)
        return found[0] if found else None

    def value(self, keyword: str) -> JSON:
        found = self.one(keyword)
        return None if found is None else found.value

    def has(self, keyword: str) -> bool:
        return keyword in self.keywords

    @property
    def meaningful(self) -> set[str]:
        """The keywords that restrict something."""
        return {key for key in self.keywords if key not in ANNOTATIONS and not key.startswith("x-")}

    @property
    def types(self) -> frozenset[str] | None:
        """The types allowed, null left out; None when any is.

        Where no type is said, a fixed value or a list of values says it.
        """
        found: frozenset[str] | None = None
        for cursor in self.keywords.get("type", ()):
            named = _names(cursor.value)
            found = named if found is None else found & named
        return found if found is not None else self._implied()

    def _implied(self) -> frozenset[str] | None:
        values = self.value("enum")
        if self.has("const"):
            values = [self.value("const")]
        if not isinstance(values, list):
            return None
        return frozenset(type_of(value) for value in values) - {"null"} or None

    @property
    def required(self) -> set[str]:
        return {
            name
            for cursor in self.keywords.get("required", ())
            if isinstance(cursor.value, list)
            for name in cursor.value
            if isinstance(name, str)
        }

    def children(self, keyword: str) -> dict[str, tuple[Cursor, ...]]:
        """The named subschemas of ``properties`` and its like."""
        found: dict[str, tuple[Cursor, ...]] = {}
        for cursor in self.keywords.get(keyword, ()):
            for name, child in cursor.items():
                found[name] = (*found.get(name, ()), child)
        return found

    def members(self, keyword: str) -> list[Cursor]:
        """The members of a union or an ``allOf``."""
        return [member for cursor in self.keywords.get(keyword, ()) for member in cursor.elements()]


def read(side: References, cursors: Iterable[Cursor], *, flatten: bool = False) -> Schema:
    """Read nodes that hold at once as one schema.

    A union of a single member is that member, and so is an ``allOf`` with little
    beside it. ``flatten`` takes the members of every ``allOf`` in.
    """
    cursors = tuple(cursors)
    schema = Schema(side, side.resolve(cursors[0]))
    _Reader(schema, flatten=flatten).absorb_all(cursors)
    return schema


class _Reader:
    def __init__(self, schema: Schema, *, flatten: bool) -> None:
        self._schema = schema
        self._flatten = flatten
        self._seen: set[int] = set()

    def absorb_all(self, cursors: Iterable[Cursor]) -> None:
        for cursor in cursors:
            self.absorb(cursor)

    def absorb(self, cursor: Cursor) -> None:
        side = self._schema.side
        if "$ref" in (cursor.value if isinstance(cursor.value, dict) else ()):
            target = side.resolve(cursor)
            if target is not cursor and side.siblings_count:
                self._keywords(cursor)
            cursor = target
        if id(cursor.value) in self._seen:
            return
        self._seen.add(id(cursor.value))
        if cursor.value is False:
            self._schema.keywords.setdefault("not", []).append(cursor)
        self._keywords(cursor)

    def _keywords(self, cursor: Cursor) -> None:
        for key, child in cursor.items():
            match key:
                case "nullable":
                    self._schema.nullable |= child.value is True
                case "allOf" if self._flatten or (_count(child) == 1 and _wrapper(cursor.value)):
                    self.absorb_all(child.elements())
                case "oneOf" | "anyOf":
                    self._union(key, child)
                case _:
                    if key == "type" and isinstance(child.value, list):
                        self._schema.nullable |= "null" in child.value
                    if key != "$ref" or self._schema.side.resolve(cursor) is cursor:
                        self._add(key, child)

    def _union(self, key: str, child: Cursor) -> None:
        members = [member for member in child.elements() if not is_null(member.value)]
        self._schema.nullable |= len(members) < _count(child)
        if len(members) == 1:
            self.absorb(members[0])
        elif members and all(_plain_type(member.value) for member in members):
            types = [name for member in members for name in _types(member)]
            self._add("type", Cursor(types, child.parent, child.token))
        elif members or _count(child) == 0:
            self._add(key, child)
        else:
            self._add("type", Cursor("null", child, 0))

    def _add(self, key: str, child: Cursor) -> None:
        known = self._schema.keywords.setdefault(key, [])
        if not known or key in _ACCUMULATING or known[0].value != child.value:
            known.append(child)


_BESIDE = frozenset({"allOf", "type", "nullable", "readOnly", "writeOnly", "default", "xml"})
_ACCUMULATING = frozenset({"properties", "required", "patternProperties", "allOf"})


def _names(value: JSON) -> frozenset[str]:
    """The types that the keyword ``type`` holds; null counts where it is alone."""
    items = value if isinstance(value, list) else [value]
    named = frozenset(item for item in items if isinstance(item, str))
    return named - {"null"} or named


def _wrapper(value: JSON) -> bool:
    """Whether an ``allOf`` has nothing beside it that could repeat what its member says."""
    return isinstance(value, dict) and all(
        key in _BESIDE or key in ANNOTATIONS or key.startswith("x-") for key in value
    )


def _plain_type(value: JSON) -> bool:
    """A member of a union that says its type and nothing else."""
    return isinstance(value, dict) and "type" in value and value.keys() <= {"type", *ANNOTATIONS}


def _types(cursor: Cursor) -> list[JSON]:
    kind = cursor.get("type")
    return [] if kind is None else kind.value if isinstance(kind.value, list) else [kind.value]


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


def _count(cursor: Cursor) -> int:
    return len(cursor.value) if isinstance(cursor.value, list) else 0


def is_null(value: JSON) -> bool:
    """The member of a union that stands for null."""
    return isinstance(value, dict) and (
        value.get("type") in ("null", ["null"]) or value.get("enum") == [None]
    )
