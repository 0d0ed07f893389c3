"""The names of classes, and the other names that tasks have."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from flaregen.names import owners, reserved
from flaregen.names.graph import Graph, Node
from flaregen.names.identifiers import LONGEST, ClassName, ModuleName, class_name
from flaregen.names.labels import label, own_label, status
from flaregen.names.owners import Key
from flaregen.names.place import Place
from flaregen.names.subjects import Subjects
from flaregen.names.tasks import Draft
from flaregen.names.types import ClassType
from flaregen.names.wishes import Rank, Wish, granted


class _Names(NamedTuple):
    """The names that one object of a class asks for, and its distance from the root."""

    rank: Rank
    distance: int
    names: tuple[ClassName, ...]


@dataclass(slots=True)
class Classes:
    """The classes of all tasks, by the ``keys`` of their nodes.

    ``named`` also has names that are not classes: those of answers and model aliases by the
    number of their task, and those of unions. ``unnamed`` lists what got no name, ``hashed``
    the classes whose name only a digest tells from others.
    """

    graph: Graph
    shapes: Sequence[int]
    drafts: Sequence[Draft]
    subjects: Subjects
    chosen: Sequence[str]
    spelling: dict[str, str]
    unions: Sequence[ClassName]
    keys: list[Key] = field(default_factory=list)
    numbers: dict[Key, list[int]] = field(default_factory=dict)
    named: dict[Hashable, ClassName] = field(default_factory=dict)
    unnamed: list[Hashable] = field(default_factory=list)
    hashed: list[Key] = field(default_factory=list)
    modules: dict[Key, ModuleName] = field(default_factory=dict)
    _in_several: dict[Key, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.keys = owners.keys(self.graph.nodes, self.shapes, self.drafts, self.chosen)
        for number, key in enumerate(self.keys):
            self.numbers.setdefault(key, []).append(number)
        wishes = [*self._of_nodes(), *self._of_tasks()]
        wishes += [Wish(("union", name), (name,), (1, 0)) for name in self.unions]
        digests: dict[Hashable, ClassName] = {}
        self.named, self.unnamed = granted(
            wishes, reserved.CLASSES, distinguish=partial(self._distinguished, digests)
        )
        self.hashed = [*self._hashed(digests)]
        self.modules = owners.modules(self.graph.nodes, self.keys, self.drafts)

    def name_of(self, number: int) -> ClassName:
        return self.named.get(self.keys[number], ClassName("Unnamed"))

    def draft(self, number: int) -> Draft:
        """The first task that has a node."""
        return self.drafts[self.graph.nodes[number].root.task]

    def _of_nodes(self) -> Iterator[Wish[Hashable, ClassName]]:
        for key, numbers in self.numbers.items():
            # What several members of a union hold is not part of one of them.
            exact = len({self.graph.nodes[number].place.labels for number in numbers}) == 1
            found = sorted(
                self._wish(number, self.drafts[root.task], steps, exact=exact)
                for number in numbers
                for root, steps in self.graph.nodes[number].roots.items()
            )
            levels = range(max(len(wish.names) for wish in found))
            # The plainest of each length, whatever the order of the document is.
            names = (min(w for w in found if len(w.names) > n).names[n] for n in levels)
            yield Wish(key, tuple(names), found[0].rank)

    def _wish(self, number: int, draft: Draft, steps: int, *, exact: bool) -> _Names:
        node, chosen = self.graph.nodes[number], self.chosen[number]
        place, answered = node.place, node.place.direction == "response"
        if chosen:
            other = (f"{chosen}Response",) if answered else ()
            names = (chosen, *other, f"{draft.prefix}{chosen}")
            return _Names((0, answered), 0, tuple(map(ClassName, names)))
        if node.is_root:
            return _Names((1, 1), 0, self._root(number))
        words = place.exact if exact else place.words
        rank: Rank = (3, place.chunk)
        if place.component:
            rank = (3 if words else 2, len(node.schema.fields), len(node.schema.required))
        found = [class_name(one, self.spelling) for one in self._words(number, draft, words)]
        if any(len(name) == LONGEST for name in found):
            found.append(self._shorter(number, draft, words))
            found.sort(key=lambda name: len(name) == LONGEST)
        return _Names(rank, steps, tuple(found))

    def _words(
        self, number: int, draft: Draft, words: tuple[str, ...]
    ) -> Iterator[tuple[str, ...]]:
        """The words of each name that a nested object asks for."""
        place = self.graph.nodes[number].place
        component, suffix = place.component, _suffix(place)
        if isinstance(owner := self.keys[number].owner, str):
            if self._is_in_several(self.keys[number]):
                yield (owners.family(owner), suffix, *words)
            yield (component, suffix, *words)
        bases = _bases(draft, _base(draft, self.graph.nodes[number]))
        if self._is_answer(number, draft):
            yield bases[:1]
        inside = (component, *words) if component else words or ("Item",)
        yield from ((base, *inside) for base in bases)

    def _shorter(self, number: int, draft: Draft, words: tuple[str, ...]) -> ClassName:
        """What does not fit without the operation, or else without the outermost words."""
        node = self.graph.nodes[number]
        component, suffix = node.place.component, _suffix(node.place)
        head = (component, suffix) if component else (_base(draft, node),)
        several = (class_name((*head, *words[n:]), self.spelling) for n in range(len(words) + 1))
        return next((name for name in several if len(name) < LONGEST), ClassName())

    def _is_in_several(self, key: Key) -> bool:
        """Whether an object is written inside of several components."""
        if key not in self._in_several:
            places = (self.graph.nodes[one].place for one in self.numbers[key])
            found = {place.component for place in places if place.component and place.words}
            self._in_several[key] = len(found) > 1
        return self._in_several[key]

    def _is_answer(self, number: int, draft: Draft) -> bool:
        """Whether a task answers with an object of a component that no other task uses."""
        owned = isinstance(self.keys[number].owner, int)
        return owned and draft.response == ClassType(str(number))

    def _root(self, number: int) -> tuple[ClassName, ...]:
        draft, node = self.draft(number), self.graph.nodes[number]
        if number not in draft.variants:
            return _of_task(draft, draft.answer_base, "Chunk" if node.place.chunk else "Response")
        own = draft.task.requests[draft.variants.index(number)]
        found = class_name((label(own.schema, draft.schemas, own.label),))
        return _of_task(draft, draft.base, f"{found}Params")

    def _of_tasks(self) -> Iterator[Wish[Hashable, ClassName]]:
        """The names of answers and model aliases, unless a class has that name itself."""
        for draft in self.drafts:
            if draft.task.models:
                yield Wish(
                    (draft.merged_into, "model"), _of_task(draft, draft.base, "Model"), (1, 1)
                )
            if draft.task.response and draft.main is None and not self.same_name(draft):
                names = _of_task(draft, draft.answer_base, "Response")
                yield Wish((draft.answer_merged_into, "response"), names, (1, 1))

    def same_name(self, draft: Draft) -> bool:
        """Whether the class of an answer has the name that the task would give it."""
        if not isinstance(draft.response, ClassType):
            return False
        number = int(draft.response.name)
        wished = self._wish(number, draft, 0, exact=True).names
        return wished[:1] == (ClassName(f"{draft.answer_base}Response"),)

    def _hashed(self, digests: Mapping[Hashable, ClassName]) -> Iterator[Key]:
        """Classes that only a digest names, but not those of twins, which may differ in bounds."""
        for key, numbers in self.numbers.items():
            draft, name = self.draft(numbers[0]), self.named.get(key, "")
            root = self.graph.nodes[numbers[0]].is_root
            by_task = draft.hashed and root and name.startswith(draft.base)
            by_itself = name == digests.get(key)
            if (by_task or by_itself) and not draft.operation.twin:
                yield key

    def _distinguished(
        self, digests: dict[Hashable, ClassName], keys: Sequence[Hashable], name: ClassName
    ) -> Iterator[list[ClassName]]:
        """New names for classes that ask for one name: by what each has alone, or by a digest."""
        known = [key for key in keys if isinstance(key, Key)]
        if len(known) < len(keys):
            return
        numbers = [self.numbers[key][0] for key in known]
        objects = [self.graph.nodes[number].schema for number in numbers]
        yield _suffixed(name, (own_label(one, objects) for one in objects))
        yield _suffixed(name, (status(one.pointer) for one in objects))
        found = _suffixed(name, map(self.subjects.shape, numbers))
        digests.update(zip(known, found, strict=True))
        yield found
        # What says the same in two operations.
        yield _suffixed(name, (self.draft(number).operation.operation_id for number in numbers))


def _suffix(place: Place) -> str:
    """What tells the answer of a component from what is sent, in a name that lacks it."""
    answered = place.direction == "response"
    return "Response" if answered and not place.component.lower().endswith("response") else ""


def _suffixed(name: ClassName, labels: Iterable[str]) -> list[ClassName]:
    return [class_name((name, one) if one else ()) for one in labels]


def _base(draft: Draft, node: Node) -> str:
    if node.place.direction == "request":
        return draft.base
    return f"{draft.answer_base}{'Chunk' if node.place.chunk else 'Response'}"


def _of_task(draft: Draft, base: str, suffix: str) -> tuple[ClassName, ...]:
    return tuple(ClassName(f"{one}{suffix}") for one in _bases(draft, base))


def _bases(draft: Draft, base: str) -> tuple[str, ...]:
    """The base, and the base with the operation in front if it lacks that."""
    return (base,) if base.startswith(draft.prefix) else (base, f"{draft.prefix}{base}")
