"""From what a schema means to the intermediate representation."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from flaregen.diagnostic import DiagnosticError, Problem
from flaregen.document import Document
from flaregen.openapi.bounds import number
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.discriminator import MOST_MEMBERS, choices_of, fit, inherited
from flaregen.openapi.facts import Facts, Nodes
from flaregen.openapi.references import References, reference_of
from flaregen.openapi.schema_reader import read
from flaregen.pointer import Pointer
from flaregen.schemas import limits
from flaregen.schemas.keywords import (
    annotated,
    describes_others,
    exclusions,
    in_order,
    literals,
    readings,
    sent_as,
    string,
)
from flaregen.schemas.schema import (
    Anything,
    Array,
    Enumeration,
    Field,
    Map,
    Null,
    Object,
    Recursion,
    Scalar,
    ScalarKind,
    Schema,
    Union,
    leaves,
)

Enclosing: TypeAlias = Mapping[tuple[Pointer, ...], Pointer]
"""The schemas around one, by what says them, with their places."""

_SCALARS: Mapping[str, ScalarKind] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
_OCTET_FORMATS = frozenset({"uint8", "byte"})


class Known(NamedTuple):
    """What a reference means. It holds no recursion, so that it is the same everywhere."""

    schema: Schema
    nodes: int
    height: int


@dataclass(slots=True)
class Builder:
    """Makes one schema, with what it refers to.

    ``facts`` and ``known`` are shared by all schemas of a document. ``unsent`` is the keyword of
    what is left out, ``most`` the limit of nodes. ``circular`` gives the references behind
    which a schema is inside of itself. ``heirs`` are references to what inherits from a component.
    """

    document: Document
    references: References
    unsent: str
    most: int
    facts: dict[str, Facts]
    known: dict[str, Known]
    circular: Callable[[], frozenset[str]]
    heirs: Mapping[str, Sequence[str]]
    nodes: int = 0
    deepest: int = 0
    recursions: int = 0

    def read(self, nodes: Nodes, enclosing: Enclosing, facts: Facts | None = None) -> Schema:
        """``enclosing`` are the schemas around this one; meeting one of them again is recursion."""
        reference, depth = _only_reference(nodes), len(enclosing)
        known = self.known.get(reference)
        if known and self._is_small(known, depth):
            self._guard(nodes[-1], known.nodes, depth + known.height)
            return known.schema
        before, recursions, deepest = self.nodes, self.recursions, self.deepest
        self.deepest = depth
        self._guard(nodes[-1], 1, depth)
        facts = facts or self._facts(nodes)
        if self._is_too_much(reference, facts, enclosing):
            self.recursions += 1
            place = nodes[-1].pointer
            return Recursion(pointer=place, target=facts.at.pointer, nullable=facts.nullable)
        schema = self._schema(facts, nodes[-1], enclosing)
        if reference and self.recursions == recursions:
            self.known[reference] = Known(schema, self.nodes - before, self.deepest - depth)
        self.deepest = max(deepest, self.deepest)
        return schema

    def _is_too_much(self, reference: str, facts: Facts, enclosing: Enclosing) -> bool:
        """Whether an object is left for others to read, by its place.

        Objects that refer to each other unfold in as many ways as there are paths among them.
        """
        if not (reference and enclosing and facts.has("properties")):
            return False
        if not self._is_small(self.known.get(reference), len(enclosing)):
            return True
        return self.nodes > limits.MOST_IN_CIRCLES and reference in self.circular()

    def _is_small(self, known: Known | None, depth: int) -> bool:
        nodes, height = (known.nodes, known.height) if known else (0, 0)
        return self.nodes + nodes <= limits.MOST_UNFOLDED and depth + height <= limits.DEEPEST

    def _facts(self, nodes: Nodes) -> Facts:
        reference = _only_reference(nodes)
        facts = self.facts.get(reference) or read(self.references, nodes, flatten=True)
        if self._heirs(facts) is not None and (said := inherited(facts)) is not None:
            facts = read(self.references, (said, *nodes), flatten=True)
        if reference:
            self.facts[reference] = facts
        return facts

    def _schema(self, facts: Facts, cursor: Cursor, enclosing: Enclosing) -> Schema:
        if facts.key in enclosing:
            self.recursions += 1
            target = enclosing[facts.key]
            return Recursion(pointer=cursor.pointer, target=target, nullable=facts.nullable)
        inside = {**enclosing, facts.key: facts.at.pointer}
        return annotated(self._alternatives(facts, inside), facts)

    def _guard(self, cursor: Cursor, nodes: int, depth: int) -> None:
        self.nodes += nodes
        self.deepest = max(self.deepest, depth)
        if self.nodes > self.most:
            raise self._too_large(f"the schema unfolds into more than {self.most:,} nodes", cursor)
        if depth > limits.MAX_DEPTH:
            raise self._too_large(f"the schema is nested more than {limits.MAX_DEPTH} deep", cursor)

    def _too_large(self, message: str, cursor: Cursor) -> DiagnosticError:
        advice = "name what is repeated in components and refer to it, or remove the nested "
        advice += "allOf and oneOf that multiply each other"
        problem = Problem("schema-too-large", message, advice)
        return DiagnosticError([problem.at(self.document.source, pointer=cursor.pointer)])

    def _alternatives(self, facts: Facts, inside: Enclosing) -> Schema:
        """A union, or the one schema there is.

        Keywords next to a union belong to each member that they fit. Upstream writes
        ``type: object`` next to a ``oneOf`` of strings: there the members say what they are.
        """
        place = facts.at.pointer
        choices = choices_of(facts)
        if not choices:
            return self._with_heirs(facts, inside)
        if len(choices) > MOST_MEMBERS:
            raise self._too_large(_TOO_WIDE, facts.at)
        members = tuple(self._member(facts, choice, inside) for choice in choices)
        union = Union(pointer=place, members=members)
        if sum(1 for _ in leaves(union)) > MOST_MEMBERS:
            raise self._too_large(_TOO_WIDE, facts.at)
        return union

    def _with_heirs(self, facts: Facts, inside: Enclosing) -> Schema:
        """The schema, or a union of those that inherit from it and of itself."""
        own, place = self._typed(facts, inside), facts.at
        found = [Cursor({"$ref": one}, place, one) for one in self._heirs(facts) or ()]
        # What refers to this place means all of them.
        base = replace(own, pointer=place.pointer.child("discriminator"))
        members = (member for heir in found for member in leaves(self.read((heir,), inside)))
        return Union(pointer=place.pointer, members=(*members, base)) if found else own

    def _heirs(self, facts: Facts) -> Sequence[str] | None:
        return self.heirs.get(facts.at.pointer.fragment) if self.heirs else None

    def _member(self, facts: Facts, choice: Nodes, inside: Enclosing) -> Schema:
        base = tuple(facts.base)
        if base and fit(self.references, base, choice):
            choice = (*base, *choice)
        member = self.read(choice, inside)
        # Null is one of the union's own values, whichever member says so.
        return replace(member, nullable=False) if facts.nullable else member

    def _typed(self, facts: Facts, inside: Enclosing) -> Schema:
        """The schema by its types and values."""
        place = facts.at.pointer
        values = literals(facts)
        if values is not None:
            return Enumeration(pointer=place, values=values)
        types = facts.types
        if types is None:
            return Anything(pointer=place)
        if not types or (facts.nullable and facts.values == ()):
            return Null(pointer=place) if facts.nullable else Anything(pointer=place)
        kinds = in_order(facts, types)
        if len(kinds) == 1:
            return self._kind(kinds[0], facts, inside)
        # What refers to this place means all of them.
        members = (
            replace(self._kind(kind, facts, inside), pointer=place.child("type", number))
            for number, kind in enumerate(kinds)
        )
        return Union(pointer=place, members=tuple(members))

    def _kind(self, kind: str, facts: Facts, inside: Enclosing) -> Schema:
        place = facts.at.pointer
        match kind:
            case "object":
                return self._object(facts, inside)
            case "array":
                return self._array(facts, inside)
            case "string":
                return string(facts)
            case "integer" | "number" | "boolean":
                return Scalar(pointer=place, kind=_SCALARS[kind], format=facts.text("format"))
            case _:
                return Anything(pointer=place)

    def _object(self, facts: Facts, inside: Enclosing) -> Schema:
        place, required = facts.at.pointer, facts.required
        properties = facts.children("properties")
        values = self._values(facts, inside)
        if not properties and required and isinstance(values, Anything):
            return Object(pointer=place, fields=())
        if not properties:
            return Map(pointer=place, values=values)
        return Object(
            pointer=place,
            fields=tuple(self._fields(properties, required, inside)),
            exclusions=exclusions(facts),
            rest=None if isinstance(values, Anything) else values,
            is_open=describes_others(facts),
            own_description=facts.at.text("description") or "",
            sent_as=sent_as(facts),
            readings=tuple(readings(facts)),
        )

    def _fields(
        self, properties: Mapping[str, Nodes], required: Container[str], inside: Enclosing
    ) -> Iterator[Field]:
        for name, nodes in properties.items():
            facts = self._facts(nodes)
            if not facts.flag(self.unsent):
                schema = self.read(nodes, inside, facts)
                yield Field(wire=name, schema=schema, required=name in required)

    def _values(self, facts: Facts, inside: Enclosing) -> Schema:
        """What the keys of a map hold, those of a pattern included."""
        places = list(facts.children("patternProperties").values())
        rest = facts.subschema("additionalProperties")
        if rest and not any(cursor.value is False for cursor in rest):
            places.append(rest)
        elif not facts.has("additionalProperties"):
            places = []
        return self._either(places, facts, inside, "patternProperties")

    def _array(self, facts: Facts, inside: Enclosing) -> Schema:
        places: list[Nodes] = [(member,) for member in facts.members("prefixItems")]
        rest, most = facts.subschema("items"), number(facts.value("maxItems"))
        if rest and not any(cursor.value is False for cursor in rest):
            places.append(rest)
        elif not facts.has("items") and (most is None or most > len(places)):
            places = []
        items = self._either(places, facts, inside, "prefixItems")
        octets = isinstance(items, Scalar) and items.format in _OCTET_FORMATS
        return Array(pointer=facts.at.pointer, items=items, octets=octets)

    def _either(
        self, places: Iterable[Nodes], facts: Facts, inside: Enclosing, keyword: str
    ) -> Schema:
        """One of several schemas, of which a keyword lists some; anything where there is none."""
        members = tuple(self.read(nodes, inside) for nodes in places)
        match members:
            case ():
                return Anything(pointer=facts.at.pointer)
            case (only,):
                return only
            case _:
                return Union(pointer=facts.at.pointer.child(keyword), members=members)


def _only_reference(nodes: Nodes) -> str:
    """The reference that is all of a schema; empty where there is more."""
    node = nodes[0].value
    alone = len(nodes) == 1 and isinstance(node, dict) and len(node) == 1
    return (reference_of(node) or "") if alone else ""


_TOO_WIDE = f"the schema has more than {MOST_MEMBERS} members in allOf, anyOf or oneOf"
