"""Which module holds a class that several use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from functools import partial
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from flaregen.names.graph import Graph
from flaregen.names.reach import reached
from flaregen.names.types import references
from flaregen.schemas.schema import Direction, Schema

K = TypeVar("K", bound=Hashable)
U = TypeVar("U", bound=Hashable)


def component_of(schema: Schema) -> str:
    """The component that a schema is written in; empty outside of components."""
    tokens = schema.pointer.tokens
    return str(tokens[2]) if tokens[:1] == ("components",) and len(tokens) > 2 else ""


def referring_components(graph: Graph, direction: Direction) -> dict[str, set[str]]:
    """The components that refer to each component; the empty name is outside of components."""
    found: dict[str, set[str]] = {}
    for node in (one for one in graph.nodes if one.place.direction == direction):
        around = component_of(node.schema)
        for one, type_ in zip(node.schema.fields, node.types, strict=True):
            place = component_of(one.schema)
            for number in references(type_):
                inner = component_of(graph.nodes[int(number)].schema)
                # A reference to a component is written in what is around the property.
                origin = around if place == inner else place
                found.setdefault(inner, set()).update({origin} - {inner})
    return found


def place_classes(
    users: Mapping[K, Collection[U]],
    components: Callable[[K], Collection[str]],
    own: Callable[[U], Collection[str]],
    before: Mapping[str, Collection[str]],
    inside: Callable[[K], Iterable[K]],
) -> dict[K, U | None]:
    """The user in whose module each class is, None for what is shared.

    What several use is with the one that has it anyhow: whose ``own`` component it is written
    in, or that all ways lead through to where it is written; the first of those that are alike. So
    it stays there when another comes to use it. ``components`` are those that a class is
    written in, ``before`` those that refer to one, and ``inside`` what a class refers to.
    """
    owners: dict[K, list[U]] = {}
    for key, using in users.items():
        ways = list(_ways(components(key), before))
        found = ([one for one in using if way in own(one)] for way in ways)
        owners[key] = next((one for one in found if one), [])
    result = _placed(users, owners, inside)
    return result if _is_acyclic(result, inside) else _placed(users, {}, inside)


def _ways(components: Collection[str], before: Mapping[str, Collection[str]]) -> Iterator[str]:
    """The one component that a class is written in, and those that all ways to it pass through.

    What is outside of all components does not count: it comes and goes.
    """
    starts = sorted(components)
    if len(starts) == 1 and starts != [""]:
        for way in reached(starts, partial(_around, before, "")):
            others = [start for start in starts if start != way]
            passing = reached(others, partial(_around, before, way))
            if all(_around(before, "", one) for one in passing):
                yield way


def _around(before: Mapping[str, Collection[str]], without: str, component: str) -> list[str]:
    return sorted({*before.get(component, ())} - {"", without})


def _placed(
    users: Mapping[K, Collection[U]],
    owners: Mapping[K, Collection[U]],
    inside: Callable[[K], Iterable[K]],
) -> dict[K, U | None]:
    found: dict[K, U | None] = {}
    for key, using in users.items():
        likely = using if len(using) == 1 else owners.get(key, ())
        found[key] = next(iter(likely), None)
    shared = [key for key, user in found.items() if user is None]
    return found | dict.fromkeys(reached(shared, inside))


def _is_acyclic(placed: Mapping[K, U | None], inside: Callable[[K], Iterable[K]]) -> bool:
    """Whether modules can import each other's classes."""
    needed: dict[U | None, set[U | None]] = {}
    for key, user in placed.items():
        found = {placed[one] for one in inside(key) if one in placed}
        needed.setdefault(user, set()).update(found - {user})
    try:
        TopologicalSorter(needed).prepare()
    except CycleError:
        return False
    return True
