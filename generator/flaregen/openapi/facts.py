"""What a schema means, however it is spelled.

OpenAPI 3.0 and 3.1 say the same in different words, and JSON Schema says much in more than
one way: null as a flag, a type, a value or a member of a union; several types as a list or
as a union; one value as a list of one. ``read`` gives one reading of all of them, on which
the client is built and documents are compared. Sources: OpenAPI 3.0.3 section 4.7.24,
OpenAPI 3.1.1 section 4.8.24, JSON Schema 2020-12 core and validation.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from flaregen.document import JSON, JSONObject, as_list, as_object
from flaregen.openapi.annotations import ANNOTATIONS
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.json_values import json_text, type_of, whole
from flaregen.openapi.media_types import OCTETS
from flaregen.openapi.references import References
from flaregen.openapi.restrictions import says_nothing
from flaregen.pointer import Pointer

Nodes: TypeAlias = tuple[Cursor, ...]
"""One schema: a node, or several that hold at once. The last one gives it its place."""

_BASE64 = frozenset({"byte", "base64", "base64url"})
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
    is the schema's own. ``base`` are the nodes that say something besides the unions. ``at`` is
    the node that says what ``node`` means, which refers to it or wraps it.
    """

    references: References
    node: Cursor
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

        Where no type is said, values or the keywords of objects and arrays say it. Types that
        exclude each other describe nothing: then the last one counts, which is the schema's own.
        """
        found: frozenset[str] | None = None
        for cursor in self.keywords.get("type", ()):
            named = type_names(cursor.value)
            found = named if found is None else common_types(found, named) or named
        return self._implied() if found is None else found

    @property
    def admits_nothing(self) -> bool:
        """Whether this is the schema ``false``, however it is written."""
        return any(says_nothing(cursor.value) for cursor in self.keywords.get("not", ()))

    @property
    def states_type(self) -> bool:
        """Whether a type is said in words, and not only by the keywords that go with it."""
        return bool(self.unions) or any(self.has(key) for key in ("type", "enum", "const"))

    def _implied(self) -> frozenset[str] | None:
        values = self.values
        if values is not None:
            return frozenset(type_of(value) for value in values)
        return frozenset({"string"}) if self.is_file else implied_type(self.keywords)

    @property
    def values(self) -> tuple[JSON, ...] | None:
        """The values of ``enum`` and ``const`` that all of them allow, without null."""
        found = self.choices
        return None if found is None else tuple(whole(cursor.value) for cursor in found.values())

    @property
    def choices(self) -> dict[str, Cursor] | None:
        """The places of these values, by their text; None where any value is allowed."""
        found: dict[str, Cursor] | None = None
        for cursor in (*self.keywords.get("enum", ()), *self.keywords.get("const", ())):
            listed = {json_text(value.value): value for value in listed_values(cursor)}
            found = listed if found is None else {k: v for k, v in found.items() if k in listed}
        return None if found is None else {k: v for k, v in found.items() if v.value is not None}

    @property
    def examples(self) -> list[JSON]:
        """Examples, of which OpenAPI 3.0 has one."""
        if self.has("example"):
            return [self.value("example")]
        return as_list(self.value("examples"))

    @property
    def is_base64(self) -> bool:
        """Whether a text holds bytes: a format in OpenAPI 3.0, an encoding from 3.1 on."""
        return not _BASE64.isdisjoint({self.text("format"), self.text("contentEncoding")})

    @property
    def is_file(self) -> bool:
        """Whether a text is bytes as they are: a format in 3.0, a media type from 3.1 on."""
        octets = self.text("contentMediaType") == OCTETS and not self.has("contentEncoding")
        return self.text("format") == "binary" or octets

    def are_same_bytes(self, other: Facts) -> bool:
        """Whether two schemas say in the same way, in whatever words, that a text is bytes."""
        return (self.is_base64 and other.is_base64) or (self.is_file and other.is_file)

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

    def beside(self, unions: Iterable[Cursor]) -> list[JSONObject]:
        """The nodes that say something, without those that these unions are in."""
        own = {union.parent.pointer for union in unions if union.parent}
        return [as_object(node.value) for node in self.base if node.pointer not in own]

    def subschema(self, keyword: str) -> Nodes:
        """The nodes under a keyword that holds one schema; empty where none restricts anything."""
        return tuple(c for c in self.keywords.get(keyword, ()) if not says_nothing(c.value))

    def members(self, keyword: str) -> list[Cursor]:
        """The members of a union, or of a list of schemas."""
        unions = [union for union in self.unions if union.keyword == keyword]
        if unions:
            return [leaf for union in unions for leaf in union.leaves]
        return [member for cursor in self.keywords.get(keyword, ()) for member in cursor.elements()]


def implied_type(keywords: Container[str]) -> frozenset[str] | None:
    """The type that keywords say which objects alone have, or arrays."""
    for kind, own in _IMPLIED.items():
        if any(keyword in keywords for keyword in own):
            return frozenset({kind})
    return None


def listed_values(cursor: Cursor) -> list[Cursor]:
    """The values of an ``enum``, or the one of a ``const``."""
    return [cursor] if cursor.token == "const" else list(cursor.elements())  # noqa: S105  a key


def type_list(value: JSON) -> list[JSON]:
    """The types that a schema names, null included."""
    named = value.get("type") if isinstance(value, dict) else None
    return named if isinstance(named, list) else [named]


def type_names(value: JSON) -> frozenset[str]:
    """The types that the keyword ``type`` holds, without null; a number covers integers."""
    items = value if isinstance(value, list) else [value]
    named = frozenset(item for item in items if isinstance(item, str)) - {"null"}
    return named - {"integer"} if "number" in named else named


def common_types(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    whole = {"integer"} if "number" in one | other else set[str]()
    return (one & other) | (whole & (one | other))
