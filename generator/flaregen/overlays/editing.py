"""Changing a document that must not change: what an edit touches is copied, the rest is shared.

The parsed document has 180,000 nodes and an overlay touches a few dozen, so copying
it first would cost more than all the edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, cast

from flaregen.document import JSON, JSONObject

Location: TypeAlias = tuple[str | int, ...]
"""The keys and indices that lead to a node from the root."""
PRIMITIVE = "a primitive value"


class IncompatibleError(Exception):
    """Two values that cannot be merged; the location counts from the target."""

    def __init__(self, present: JSON, new: JSON, location: Location) -> None:
        at = f" (at {''.join(f'/{key}' for key in location)} below the target)" if location else ""
        super().__init__(f"{kind_of(new)} cannot be merged into {kind_of(present)}{at}")


class Edit:
    """A series of changes to one document; ``root`` is the result so far."""

    def __init__(self, root: JSONObject) -> None:
        self.root = root
        self._own: dict[int, JSON] = {}

    def share(self) -> None:
        """Take nothing for our own any more, because values are about to be in two places."""
        self._own.clear()

    def remove(self, location: Location) -> None:
        """Take a node out of what contains it. The root cannot be removed."""
        container = self._opened(location[:-1])
        del container[location[-1]]  # type: ignore[arg-type]  # the key is of the container's kind

    def replace(self, location: Location, value: JSON) -> None:
        container = self._opened(location[:-1])
        container[location[-1]] = value  # type: ignore[index]  # as above

    def extend(self, location: Location, values: Sequence[JSON]) -> None:
        cast("list[JSON]", self._opened(location)).extend(values)

    def merge(self, location: Location, new: JSONObject) -> None:
        """Merge an object into the one at a location, objects inside objects likewise.

        Arrays are concatenated and primitives replaced. Raises IncompatibleError,
        after which some of it is merged.
        """
        self._merge(cast("JSONObject", self._opened(location)), new, ())

    def _merge(self, target: JSONObject, new: JSONObject, below: tuple[str, ...]) -> None:
        for key, value in new.items():
            if key not in target:
                target[key] = value
                continue
            match target[key], value:
                case dict(), dict():
                    self._merge(cast("JSONObject", self._step(target, key)), value, (*below, key))
                case list(), list():
                    cast("list[JSON]", self._step(target, key)).extend(value)
                case present, _ if kind_of(present) == kind_of(value):
                    target[key] = value
                case present, _:
                    raise IncompatibleError(present, value, (*below, key))

    def _opened(self, location: Location) -> JSONObject | list[JSON]:
        """The container at a location, and all on the way to it, ours to change."""
        if id(self.root) not in self._own:
            self.root = dict(self.root)
            self._own[id(self.root)] = self.root
        node: JSONObject | list[JSON] = self.root
        for key in location:
            node = self._step(node, key)
        return node

    def _step(self, container: JSONObject | list[JSON], key: str | int) -> JSONObject | list[JSON]:
        """A child container that may be edited: a copy, unless it is one already."""
        child: JSON = container[key]  # type: ignore[index]  # the key is of the container's kind
        if id(child) not in self._own:
            child = dict(child) if isinstance(child, dict) else list(cast("list[JSON]", child))
            # Kept, so that its id is not given to another object.
            self._own[id(child)] = child
            container[key] = child  # type: ignore[index]  # as above
        return cast("JSONObject | list[JSON]", child)


def kind_of(value: JSON) -> str:
    match value:
        case dict():
            return "an object"
        case list():
            return "an array"
        case _:
            return PRIMITIVE


def extent(root: JSON) -> tuple[int, int]:
    """How many values a document has and how deep it goes.

    What is in several places counts in each, as it would in a file; it is looked
    at once, because copies of copies have more places than anybody could visit.
    """
    known: dict[int, tuple[int, int]] = {}

    def measure(node: JSON) -> tuple[int, int]:
        if not isinstance(node, dict | list):
            return 1, 0
        if id(node) not in known:
            below = [
                measure(child) for child in (node.values() if isinstance(node, dict) else node)
            ]
            count = 1 + sum(nodes for nodes, _ in below)
            known[id(node)] = count, 1 + max((depth for _, depth in below), default=0)
        return known[id(node)]

    return measure(root)
