"""What was read of models, by shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from flaregen.names.graph import Graph, Node
from flaregen.names.identifiers import ClassName, ModuleName
from flaregen.names.labels import component
from flaregen.names.placement import component_of
from flaregen.names.reviewed import ReviewedNames
from flaregen.names.types import Type, references, renamed
from flaregen.schemas.schema import Direction

Key: TypeAlias = tuple[Direction, int, str]
"""Direction, shape and title: what has a title of its own is a class of its own."""


@dataclass(slots=True)
class Classes:
    """What was read, by shape: one class for each."""

    graph: Graph
    keys: list[Key]
    reviewed: ReviewedNames
    spelling: Mapping[str, str]
    numbers: dict[Key, list[int]] = field(default_factory=dict)
    names: dict[Key, ClassName] = field(default_factory=dict)
    modules: dict[ClassName, ModuleName] = field(default_factory=dict)
    """Of the classes of answers."""

    def __post_init__(self) -> None:
        for number, key in enumerate(self.keys):
            self.numbers.setdefault(key, []).append(number)

    def nested(self, direction: Direction) -> Iterator[Key]:
        """What is inside of something, a whole form that is inside of another included."""
        referred = {self.keys[n] for node in self.graph.nodes for n in node.references}
        for key, numbers in self.numbers.items():
            own = (not self.graph.nodes[number].is_root for number in numbers)
            if key[0] == direction and (key in referred or any(own)):
                yield key

    def node(self, key: Key) -> Node:
        return self.graph.nodes[self.numbers[key][0]]

    def components(self, key: Key) -> set[str]:
        """Those that the class is written in; none where that is elsewhere, too."""
        found = {component_of(self.graph.nodes[number].schema) for number in self.numbers[key]}
        return set() if "" in found else found

    def is_copy(self, key: Key) -> bool:
        """Whether no component is the class: what is one keeps the name that a copy has, too."""
        return not any(component(self.graph.nodes[one].schema.pointer) for one in self.numbers[key])

    def type(self, type_: Type) -> Type:
        return renamed(type_, lambda number: self.names[self.keys[int(number)]])

    def referred(self, type_: Type) -> Iterator[Key]:
        yield from (self.keys[int(number)] for number in references(type_))

    def inside(self, key: Key) -> Iterator[Key]:
        yield from (self.keys[number] for number in self.node(key).references)
