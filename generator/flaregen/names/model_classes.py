"""What was read of models, by shape, and what groups of models and their modules are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypeAlias

from flaregen.names import reserved
from flaregen.names.graph import Graph, Node
from flaregen.names.identifiers import ClassName, ModuleName, class_name, module_name
from flaregen.names.labels import component
from flaregen.names.placement import component_of
from flaregen.names.reviewed import ReviewedNames
from flaregen.names.types import Type, references, renamed
from flaregen.names.wishes import Wish, granted
from flaregen.schemas.model_groups import ModelGroup
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


FIXED = frozenset({"answers", "facts", "info", "inputs", "names", "overloads", "runner", "shared"})
"""Modules of the folder that belong to no group, and the one of shared answers."""


def bases(
    groups: Sequence[ModelGroup], reviewed: ReviewedNames, spelling: Mapping[str, str]
) -> list[ClassName]:
    """What each group is called: by its title or component, else by how its models' names begin."""
    wishes = []
    for number, group in enumerate(groups):
        labels = [form.label.split() for form in group.forms]
        alike = [w for w in labels[0] if all(w in label for label in labels)] if labels else []
        own = [model.value.rpartition("/")[2] for model in group.models]
        common = own[0] if len(own) == 1 else _beginning(own)
        words = [group.title and reviewed.task_for(group.title)]
        # One word that forms have in common says little.
        words += [" ".join(alike) if len(alike) > 1 else "", _family(group), common]
        words += [" ".join(alike)]
        words += [own[0], group.models[0].value]
        names = tuple(class_name((word,), spelling) for word in words if word)
        wishes.append(Wish(number, names, (not group.title,)))
    found, _ = granted(wishes, reserved.MODELS)
    return [found.get(number, ClassName(f"Model{number}")) for number in range(len(groups))]


def _family(group: ModelGroup) -> str:
    """The one component that the forms are written in, which stays when a model leaves."""
    schemas = (form.schema for form in group.forms)
    found = {component_of(schema) for schema in schemas if not component(schema.pointer)}
    return found.pop().removesuffix("-request") if len(found) == 1 else ""


def _beginning(names: Sequence[str]) -> str:
    """The words that all of several names begin with."""
    columns = zip(*(name.split("-") for name in names), strict=False)
    return "-".join(words[0] for words in takewhile(lambda words: len({*words}) == 1, columns))


def module_of(base: ClassName, group: ModelGroup) -> ModuleName:
    plain = group.title if class_name((group.title,)).lower() == base.lower() else base
    name = module_name(plain)
    return ModuleName(f"{name}_") if name in FIXED else name
