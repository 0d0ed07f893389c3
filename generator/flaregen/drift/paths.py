"""Pairs of paths and operations of two documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from flaregen.openapi.cursor import Cursor
from flaregen.openapi.endpoints import path_parameters, without_names
from flaregen.openapi.references import References
from flaregen.openapi.versions import METHODS


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation and the path item that holds it. ``method`` is in capitals."""

    method: str
    path: str
    item: Cursor
    at: Cursor

    @property
    def id(self) -> str | None:
        return self.at.text("operationId")

    @property
    def key(self) -> tuple[str, str]:
        return self.method, self.path


@dataclass(frozen=True, slots=True)
class PathItem:
    """A path. ``chosen`` holds the methods that count; None: all of them."""

    path: str
    at: Cursor
    chosen: frozenset[str] | None = None

    @property
    def operations(self) -> dict[str, Operation]:
        """By method, in the order of the document."""
        named = {key: node for key, node in self.at.items() if key in METHODS}
        others = self.at.get("additionalOperations")
        named |= {} if others is None else dict(others.items())
        return {
            key: Operation(key.upper(), self.path, self.at, node)
            for key, node in named.items()
            if isinstance(node.value, dict) and (self.chosen is None or key in self.chosen)
        }


def path_items(side: References, holder: str = "paths") -> dict[str, PathItem]:
    paths = side.root.get(holder)
    if paths is None:
        return {}
    items = (
        PathItem(path, _resolved(side, node), _chosen(side, path))
        for path, node in paths.items()
        if not path.startswith("x-")
    )
    return {item.path: item for item in items if item.chosen is None or item.chosen}


def _resolved(side: References, node: Cursor) -> Cursor:
    """What a path item means: a reference may have other keys next to it, in every version."""
    target = side.behind(node)
    own = {key: one.value for key, one in node.items() if key != "$ref"}
    if target is node or not (own and isinstance(target.value, dict)):
        return target
    return Cursor({**target.value, **own}, target.parent, target.token)


def _chosen(side: References, path: str) -> frozenset[str] | None:
    """The chosen methods of a path; None where all are."""
    if side.operations is None:
        return None
    return frozenset(
        pointer.tokens[-1] for pointer in side.operations if pointer.tokens[1:-1] == (path,)
    )


PathPair: TypeAlias = tuple[PathItem | None, PathItem | None]
"""A path in both documents; None where one of them does not have it."""


def match_paths(
    old: dict[str, PathItem], new: dict[str, PathItem], prefixes: tuple[str, str] = ("", "")
) -> list[PathPair]:
    """Pairs of paths, equal but for the names of their parameters.

    ``prefixes`` are what the servers of either document have before its paths.
    """
    before, after = (_below(one, prefix) for one, prefix in zip((old, new), prefixes, strict=True))
    exact = before.keys() & after.keys()
    free = {without_names(path): item for path, item in after.items() if path not in exact}
    here: list[PathPair] = [
        (item, after[path] if path in exact else free.pop(without_names(path), None))
        for path, item in before.items()
    ]
    return here + [
        (None, item) for path, item in after.items() if free.get(without_names(path)) is item
    ]


def _below(items: dict[str, PathItem], prefix: str) -> dict[str, PathItem]:
    """The items by their paths below a prefix, which servers of their own do not have."""
    if not prefix:
        return items
    return {
        path if item.at.get("servers") else f"{prefix}{path}": item for path, item in items.items()
    }


def parameter_names(old: str, new: str) -> dict[str, str]:
    """The old names of path parameters by their new ones, where they differ.

    A name that both paths have is the same parameter, wherever it is.
    """
    before, after = path_parameters(old), path_parameters(new)
    gone = (one for one in before if one not in after)
    come = (one for one in after if one not in before)
    return dict(zip(come, gone, strict=False))


def are_reordered(old: str, new: str) -> bool:
    """Whether a path parameter is at another place than before, among the others."""
    before, after = path_parameters(old), path_parameters(new)
    return any(before.index(one) != after.index(one) for one in before if one in after)
