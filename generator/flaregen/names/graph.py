"""The objects of schemas as a graph. The types of an object's fields refer to other objects.

A recursion becomes a reference. So a component has the same shape wherever reading enters its
circle, and ``shapes`` finds which nodes are the same. What a component has is read once, whoever
refers to it; the ``roots`` of a node are the requests and answers that lead to it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flaregen.names.labels import component
from flaregen.names.place import Place, Root
from flaregen.names.reach import fewest_steps, reached
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


_DEEPEST = 40
"""Steps from a root after which an object waits: read at once, a long circle fills the stack."""


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
    roots: dict[Root, int] = field(default_factory=dict)
    """The requests and answers that lead to it, and in how many steps."""

    @property
    def root(self) -> Root:
        """The first that leads to it."""
        return next(iter(self.roots))

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
    starts: dict[Root, list[Type]] = field(default_factory=dict)
    """What was read of each request or answer."""
    within: dict[Root, dict[int, None]] = field(default_factory=dict)
    """The nodes that each leads to, in the order in which they are found there."""
    _inside: dict[int | None, list[tuple[int, int]]] = field(default_factory=dict)
    """What was read in each node, members of what may be anything included, and how many steps
    lead there. None is a root that is not a node."""
    _known: dict[Hashable, int] = field(default_factory=dict)
    _waiting: list[int] = field(default_factory=list)
    _leading_out: dict[int, frozenset[Pointer]] = field(default_factory=dict)

    def root(self, schema: Object, root: Root) -> int:
        """The node of a request or an answer as a whole, with the nodes of everything inside."""
        number = self._add(schema, Place(root.direction, root.chunk), is_root=True)
        self._fill(number)
        self._begin(ClassType(str(number)), [(number, 0)], root)
        return number

    def read(self, schema: Schema, root: Root) -> Type:
        """The type of a request or an answer that has no class of its own."""
        self._inside[None] = []
        found = self._type(schema, Place(root.direction, root.chunk))
        self._begin(found, self._inside[None], root)
        return found

    def _begin(self, type_: Type, starts: Sequence[tuple[int, int]], root: Root) -> None:
        """Note what a root leads to, when that has been read to its end."""
        while self._waiting:
            self._fill(self._waiting.pop(0))
        self.starts.setdefault(root, []).append(type_)
        own = self.within.setdefault(root, {})
        steps = fewest_steps(starts, self._inside.__getitem__)
        numbers = [number for number, _ in starts]
        for number in reached(numbers, lambda one: (inner for inner, _ in self._inside[one])):
            own[number] = None
            known = self.nodes[number].roots
            known[root] = min(steps[number], known.get(root, steps[number]))

    def _type(self, schema: Schema, place: Place) -> Type:
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
                return ScalarType(kind, place.direction == "request" and schema.is_moment)
            case Enumeration(values=values):
                return LiteralType(values)
            case Binary(encoding=encoding):
                return _FILES[encoding]
            case Array(items=items, octets=octets):
                inner = self._type(items, place.inside(schema, schema.pointer).item("[]"))
                return OctetsType(inner) if octets else ListType(inner)
            case Map(values=values):
                inside = place.inside(schema, schema.pointer)
                return MapType(self._type(values, inside.item("*")))
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
            self._type(
                m, inside.member(m, siblings) if isinstance(m, Object) else inside.titled(m.title)
            )
            for m in schema.members
        )
        if place.direction == "request" and (name := component(schema.pointer)):
            self.unions[name] = found
        return found

    def _object(self, schema: Object, place: Place) -> Type:
        if isinstance(place.around.get(schema.pointer), int):
            return self._recursion(schema.pointer, place)
        key = self._key(schema, place)
        number = None if key is None else self._known.get(key)
        if number is None:
            number = self._add(schema, place)
            if key is not None:
                self._known[key] = number
            if len(place.path) < _DEEPEST:
                self._fill(number)
            else:
                self._waiting.append(number)
        before = 0 if place.owner is None else len(self.nodes[place.owner].place.path)
        self._inside[place.owner].append((number, len(place.path) - before))
        return ClassType(str(number))

    def _key(self, schema: Object, place: Place) -> Hashable | None:
        """What an object is known by in other places; None if it has to be read in each.

        An object of a component is the same wherever the recursions in it lead to the same.
        """
        if place.unfolding is not None:
            return (place.unfolding, place.component, schema.pointer)
        if not place.component:
            return None
        leading = [self._enclosing(target, place) for target in self._out_of(schema)]
        if not all(one is None or isinstance(one, int) for one in leading):
            return None
        names = (place.component, place.words, place.exact, place.labels)
        return (place.direction, place.chunk, *names, id(schema), *leading)

    def _out_of(self, schema: Schema) -> frozenset[Pointer]:
        """Where the recursions in a schema lead to outside of it.

        Nodes hold their schemas, so that no other has the same id.
        """
        if isinstance(schema, Recursion):
            return frozenset({schema.target})
        if id(schema) not in self._leading_out:
            inside = frozenset[Pointer]().union(*map(self._out_of, _parts(schema)))
            self._leading_out[id(schema)] = inside - {schema.pointer}
        return self._leading_out[id(schema)]

    def _add(self, schema: Object, place: Place, *, is_root: bool = False) -> int:
        number = len(self.nodes)
        self._inside[number] = []
        self.nodes.append(Node(schema, place, is_root))
        return number

    def _fill(self, number: int) -> None:
        """Give a node the types of its fields."""
        node = self.nodes[number]
        schema, inside = node.schema, node.place.inside(number, node.schema.pointer)
        node.types = tuple(self._type(f.schema, inside.property(f.wire)) for f in schema.fields)
        if schema.rest is not None:
            rest = self._type(_without_classes(schema.rest), inside)
            node.rest = None if rest == AnyType() else rest

    def _enclosing(self, target: Pointer, place: Place) -> Schema | int | None:
        """What a recursion leads to; None if that is not around it, or another kind of class."""
        found = place.around.get(target)
        is_root = isinstance(found, int) and self.nodes[found].is_root
        return None if is_root and component(target) else found

    def _recursion(self, target: Pointer, place: Place) -> Type:
        """A reference to the object that recurs; a target that is not an object is read again."""
        found = self._enclosing(target, place)
        if isinstance(found, int):
            return ClassType(str(found))
        if found is None:
            # A merge left nothing of it, or it is the class of a request or an answer.
            again = replace(place, around={}, unfolding=(place.direction, place.chunk))
            return self._type(self.interpret(target, place.direction), again)
        pointers = list(place.around)
        since = pointers[pointers.index(target) :]
        if not any(isinstance(place.around[pointer], int) for pointer in since):
            # Lists and maps alone: no class could bear the recursion.
            return AnyType()
        around = {pointer: place.around[pointer] for pointer in pointers if pointer != target}
        outermost = next(one for one in around.values() if isinstance(one, int))
        return self._type(found, replace(place, around=around, unfolding=outermost))


def _parts(schema: Schema) -> Iterable[Schema]:
    """The schemas inside of one that may be classes."""
    match schema:
        case Object(fields=fields):
            return (one.schema for one in fields)
        case Array(items=inner) | Map(values=inner):
            return (inner,)
        case Union(members=members):
            return members
        case _:
            return ()


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
