"""Where the objects of schemas are found: what names them, and what surrounds them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace

from flaregen.names.identifiers import singular
from flaregen.names.labels import label
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Direction, Object, Schema


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
    ``path`` leads from a root: property names, ``[]`` for items, ``*`` for open keys.
    """

    direction: Direction
    chunk: bool = False
    component: str = ""
    words: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    around: Mapping[Pointer, Schema | int] = field(default_factory=dict, repr=False)
    """The schemas around it by their pointers; for objects, the number of the node."""
    unfolding: Hashable = None
    """What a schema that is read again in place of a recursion is known by; None outside of one."""
    owner: int | None = None
    """The number of the node that it is in."""

    @property
    def text(self) -> str:
        """``tools[].function`` for the way (tools, [], function)."""
        return ".".join(self.path).replace(".[]", "[]")

    # The next two are asked for each node and field, and ``replace`` would take four times as long.

    def inside(self, schema: Schema | int, pointer: Pointer) -> Place:
        around = {**self.around, pointer: schema}
        names = (self.component, self.words, self.exact, self.labels, self.path)
        owner = schema if isinstance(schema, int) else self.owner
        return Place(self.direction, self.chunk, *names, around, self.unfolding, owner)

    def property(self, wire: str) -> Place:
        words, exact, path = (*self.words, wire), (*self.exact, wire), (*self.path, wire)
        names = (self.component, words, exact, self.labels, path)
        return Place(self.direction, self.chunk, *names, self.around, self.unfolding, self.owner)

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
