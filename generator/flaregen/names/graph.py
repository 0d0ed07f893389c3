"""The objects of schemas as a graph. The types of an object's fields refer to other objects.

A recursion becomes a reference. So a component has the same shape wherever reading enters its
circle, and ``shapes`` finds which nodes are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from flaregen.names.identifiers import singular
from flaregen.names.labels import component, label
from flaregen.names.types import (
    AnyType,
    Base64Type,
    ClassType,
    DataURLType,
    FilePartType,
    ListType,
    LiteralType,
    MapType,
    NullType,
    OctetsType,
    ScalarType,
    Type,
    references,
    union,
)
from flaregen.pointer import Pointer
from flaregen.schemas.schema import (
    Anything,
    Array,
    Binary,
    Direction,
    Enumeration,
    Field,
    Map,
    Null,
    Object,
    Recursion,
    Scalar,
    Schema,
    Union,
)

_FILES: Mapping[str, Type] = {
    "raw": Base64Type(),
    "part": FilePartType(),
    "base64": Base64Type(),
    "data-url": DataURLType(),
}
"""What callers pass for bytes. Raw bytes inside of JSON are base64, too."""


K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Root:
    """Where reading begins: the requests or the answers of a task, with the task's title."""

    task: int
    direction: Direction
    title: str
    chunk: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where an object is found.

    ``component`` is the nearest one around it, empty outside of components. ``words`` lead
    from there to the object; ``exact`` are the same with the ``labels`` of union members among
    them.
    ``path`` leads from the root: property names, ``[]`` for items, ``*`` for open keys.
    """

    root: Root
    component: str = ""
    words: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    around: Mapping[Pointer, Schema | int] = field(default_factory=dict, repr=False)
    """The schemas around it by their pointers; for objects, the number of the node."""
    unfolding: bool = False
    """Whether it is inside of a schema that is read again in place of a recursion."""

    @property
    def text(self) -> str:
        """``tools[].function`` for the way (tools, [], function)."""
        return ".".join(self.path).replace(".[]", "[]")

    # The next two are asked for each node and field, and ``replace`` would take four times as long.

    def inside(self, schema: Schema | int, pointer: Pointer) -> Place:
        around = {**self.around, pointer: schema}
        names = (self.component, self.words, self.exact, self.labels, self.path)
        return Place(self.root, *names, around, self.unfolding)

    def property(self, wire: str) -> Place:
        words, exact, path = (*self.words, wire), (*self.exact, wire), (*self.path, wire)
        names = (self.component, words, exact, self.labels, path)
        return Place(self.root, *names, self.around, self.unfolding)

    def of(self, owner: str) -> Place:
        """The place where a component begins."""
        return replace(self, component=owner, words=(), exact=(), labels=())

    def item(self, token: str) -> Place:
        """The place of an item: the last word in singular, or ``Item``."""
        words, exact = _one_of(self.words), _one_of(self.exact)
        return replace(self, words=words, exact=exact, path=(*self.path, token))

    def member(self, schema: Object, siblings: tuple[Object, ...]) -> Place:
        """The place of an object in a union, with the label that tells it from its siblings."""
        if len(siblings) < 2:
            return self
        *outer, last = self.exact or ("Item",)
        found = label(schema, siblings, schema.title)
        exact = tuple(word for word in (*outer, found, last) if word)
        labels = (*self.labels, found)
        return replace(self, words=self.words or ("Item",), exact=exact, labels=labels)

    def titled(self, title: str) -> Place:
        """The place of a list, map or union in a union, with its title."""
        if not title:
            return self
        return replace(self, exact=(*self.exact, title), labels=(*self.labels, title))


def _one_of(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[:-1], singular(words[-1])) if words else ("Item",)


@dataclass(slots=True)
class Node:
    """An object with properties.

    ``types`` are those of its fields, in their order, and ``rest`` that of all other members;
    None where nothing is said of them, or where they are objects, which stay JSON.
    """

    schema: Object
    place: Place
    is_root: bool
    types: tuple[Type, ...] = ()
    rest: Type | None = None

    @property
    def references(self) -> tuple[int, ...]:
        """The nodes that the fields refer to, in the order of the fields' names."""
        return tuple(int(name) for _, type_ in self.sorted() for name in references(type_))

    def sorted(self) -> list[tuple[Field, Type]]:
        pairs = zip(self.schema.fields, self.types, strict=True)
        return sorted(pairs, key=lambda pair: pair[0].wire)


@dataclass(slots=True)
class Graph:
    """Reads schemas into nodes. ``interpret`` reads the target of a recursion again."""

    interpret: Callable[[Pointer, Direction], Schema]
    nodes: list[Node] = field(default_factory=list)
    unions: dict[str, Type] = field(default_factory=dict)
    """Components that are unions, as they were read in requests."""
    _again: dict[tuple[Root, Pointer], int] = field(default_factory=dict)

    def root(self, schema: Object, root: Root) -> int:
        """The node of a request or an answer as a whole, with the nodes of everything inside."""
        return self._node(schema, Place(root), is_root=True)

    def type(self, schema: Schema, place: Place) -> Type:
        """The type of a schema; the objects in it become nodes."""
        if name := component(schema.pointer):
            place = place.of(name)
        plain = self._plain(schema, place)
        return union((plain, NullType())) if schema.nullable else plain

    def _plain(self, schema: Schema, place: Place) -> Type:
        match schema:
            case Anything():
                return AnyType()
            case Null():
                return NullType()
            case Scalar(kind=kind):
                return ScalarType(kind, place.root.direction == "request" and schema.is_moment)
            case Enumeration(values=values):
                return LiteralType(values)
            case Binary(encoding=encoding):
                return _FILES[encoding]
            case Array(items=items, octets=octets):
                inner = self.type(items, place.inside(schema, schema.pointer).item("[]"))
                return OctetsType(inner) if octets else ListType(inner)
            case Map(values=values):
                inside = place.inside(schema, schema.pointer)
                return MapType(self.type(values, inside.item("*")))
            case Object(fields=fields):
                return self._object(schema, place) if fields else MapType(AnyType())
            case Recursion():
                return self._recursion(schema.target, place)
            case Union():
                return self._union(schema, place)

    def _union(self, schema: Union, place: Place) -> Type:
        inside = place.inside(schema, schema.pointer)
        siblings = tuple(m for m in schema.members if isinstance(m, Object) and m.fields)
        found = union(
            self.type(
                m, inside.member(m, siblings) if isinstance(m, Object) else inside.titled(m.title)
            )
            for m in schema.members
        )
        if place.root.direction == "request" and (name := component(schema.pointer)):
            self.unions[name] = found
        return found

    def _object(self, schema: Object, place: Place) -> Type:
        if isinstance(place.around.get(schema.pointer), int):
            return self._recursion(schema.pointer, place)
        if not place.unfolding:
            return ClassType(str(self._node(schema, place)))
        number = self._again.get((place.root, schema.pointer))
        if number is None:
            number = self._again[place.root, schema.pointer] = len(self.nodes)
            self._node(schema, place)
        return ClassType(str(number))

    def _node(self, schema: Object, place: Place, *, is_root: bool = False) -> int:
        number = len(self.nodes)
        node = Node(schema, place, is_root)
        self.nodes.append(node)
        inside = place.inside(number, schema.pointer)
        node.types = tuple(self.type(f.schema, inside.property(f.wire)) for f in schema.fields)
        if schema.rest is not None:
            rest = self.type(_without_classes(schema.rest), inside)
            node.rest = None if rest == AnyType() else rest
        return number

    def _recursion(self, target: Pointer, place: Place) -> Type:
        """A reference to the object that recurs; a target that is not an object is read again."""
        found = place.around.get(target)
        if isinstance(found, int) and not (self.nodes[found].is_root and component(target)):
            return ClassType(str(found))
        around: dict[Pointer, Schema | int] = {}
        if found is None or isinstance(found, int):
            # A merge left nothing of it, or it has become another kind of class.
            found = self.interpret(target, place.root.direction)
        else:
            pointers = list(place.around)
            since = pointers[pointers.index(target) :]
            if not any(isinstance(place.around[pointer], int) for pointer in since):
                # Lists and maps alone: no class could bear the recursion.
                return AnyType()
            around = {pointer: place.around[pointer] for pointer in pointers if pointer != target}
        return self.type(found, replace(place, around=around, unfolding=True))


def _without_classes(schema: Schema) -> Schema:
    """A schema with objects of any kind in place of those that would be classes."""
    match schema:
        case Object() | Recursion():
            anything = Map(pointer=schema.pointer, values=Anything(pointer=schema.pointer))
            return replace(anything, nullable=schema.nullable)
        case Array(items=inner):
            return replace(schema, items=_without_classes(inner))
        case Map(values=inner):
            return replace(schema, values=_without_classes(inner))
        case Union(members=members) if tuple(map(_without_classes, members)) != members:
            return Anything(pointer=schema.pointer)
        case _:
            return schema


def reached(starts: Sequence[K], inside: Callable[[K], Iterable[K]]) -> list[K]:
    """The starts and everything inside of them, depth first, each once."""
    found: dict[K, None] = {}
    waiting = list(reversed(starts))
    while waiting:
        if (key := waiting.pop()) not in found:
            found[key] = None
            waiting += reversed(list(inside(key)))
    return list(found)
