"""What differs between two trees, as a plain walk sees it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

Place = tuple[str, ...]

MISSING: Any = object()


class Node(NamedTuple):
    """A value and its place; the value is MISSING where the tree has none."""

    at: Place
    value: Any

    def child(self, key: str) -> Node:
        value = self.value.get(key, MISSING) if isinstance(self.value, dict) else MISSING
        return Node((*self.at, key), value)

    @property
    def items(self) -> list[Node]:
        return [Node((*self.at, str(i)), one) for i, one in enumerate(self.value)]


class Pair(NamedTuple):
    old: Node
    new: Node


def differences(old: Node, new: Node, around: tuple[Pair, ...] = ()) -> Iterator[tuple[Pair, ...]]:
    """Each difference with the pairs around it, itself the last.

    Of lists of one length, equal items belong together, and the others by their order.
    """
    if canonical(old.value) == canonical(new.value):
        return
    here = (*around, Pair(old, new))
    if isinstance(old.value, dict) and isinstance(new.value, dict):
        for key in dict.fromkeys((*old.value, *new.value)):
            yield from differences(old.child(key), new.child(key), here)
    elif pairs := rest(old, new):
        for one, other in pairs:
            yield from differences(one, other, here)
    else:
        yield here


def rest(old: Node, new: Node) -> list[Pair]:
    """Items of two lists that have none like them; nothing where they do not pair."""
    if not (isinstance(old.value, list) and isinstance(new.value, list)):
        return []
    gone, come = _without(old, new), _without(new, old)
    named = [{_name(one): one for one in side} for side in (gone, come)]
    if None not in named[0].keys() | named[1].keys() and [*map(len, named)] == [
        len(gone),
        len(come),
    ]:
        names = dict.fromkeys((*named[0], *named[1]))
        return [Pair(*(one.get(name, Node((), MISSING)) for one in named)) for name in names]
    nodes = all(isinstance(one.value, dict | list) for one in (*gone, *come))
    if len(gone) != len(come) or not nodes:
        return []
    return [Pair(one, other) for one, other in zip(gone, come, strict=True)]


def _name(item: Node) -> tuple[str, str] | None:
    """What tells an item from the others, where its members say it."""
    value = item.value if isinstance(item.value, dict) else {}
    return (value["in"], value["name"]) if "in" in value and "name" in value else None


def _without(one: Node, other: Node) -> list[Node]:
    left = Counter(canonical(item) for item in other.value)
    found = []
    for item in one.items:
        text = canonical(item.value)
        if left[text]:
            left[text] -= 1
        else:
            found.append(item)
    return found


def canonical(value: Any) -> str:
    return "" if value is MISSING else json.dumps(value, sort_keys=True)


def at(root: Any, place: Place) -> Any:
    """The value at a place, through references where the way leads through one."""
    node = root
    for token in place:
        node = follow(root, node)
        if isinstance(node, list):
            node = node[int(token)]
        else:
            node = node.get(token) if isinstance(node, dict) else None
    return node


def follow(root: Any, node: Any) -> Any:
    while isinstance(node, dict) and (place := reference(node)) is not None:
        node = at(root, place)
    return node


def reference(node: Any) -> Place | None:
    text = node.get("$ref") if isinstance(node, dict) else None
    if not isinstance(text, str) or not text.startswith("#/"):
        return None
    return tuple(t.replace("~1", "/").replace("~0", "~") for t in text[2:].split("/"))


def reached(root: Any, start: Any) -> set[Place]:
    """The components that a value leads to."""
    found: set[Place] = set()
    pending = [start]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            place = reference(node)
            if place is not None and place[:3] not in found:
                found.add(place[:3])
                pending.append(at(root, place[:3]))
            pending.extend(node.values())
        elif isinstance(node, list):
            pending.extend(node)
    return found


def users(root: Any) -> dict[Place, set[Place]]:
    """The places that refer to each component, but for those that no operation leads to."""
    used = reached(root, root["paths"])
    found: dict[Place, set[Place]] = {}
    pending: list[Node] = [Node((), root)]
    while pending:
        node = pending.pop()
        if isinstance(node.value, dict):
            place = reference(node.value)
            if place is not None and (node.at[0] == "paths" or node.at[:3] in used):
                found.setdefault(place[:3], set()).add(node.at)
            pending.extend(node.child(key) for key in node.value)
        elif isinstance(node.value, list):
            pending.extend(node.items)
    return found


def sorted_items(node: Node) -> list[str]:
    return sorted(map(canonical, node.value))
