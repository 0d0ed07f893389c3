"""What is read once, however many operations and components lead to it."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.names.graph import Graph
from flaregen.names.place import Root
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.schema import Object
from tests.names.documents import TEXT, document, items, obj, operation
from tests.support.openapi import ref

_LEAF = {"Leaf": obj("a", a=TEXT, inner=obj(b=TEXT))}
_TWO_WAYS = {
    "Left": obj(leaf=ref("Leaf")),
    "Right": obj(leaf=ref("Leaf"), many=items(ref("Leaf"))),
}
_OPEN = {"not": {"type": "string"}}
BODIES: dict[str, tuple[dict[str, Any], int]] = {
    "one component": (obj(leaf=ref("Leaf")), 2),
    "several ways to one": (obj(left=ref("Left"), right=ref("Right"), leaf=ref("Leaf")), 4),
    "in a list, in a union": (obj(any={"oneOf": [ref("Leaf"), items(ref("Leaf"))]}), 2),
}
"""Bodies, and how many objects of components are in each."""


def _graph(found: Document, bodies: int) -> Graph:
    graph = Graph(partial(interpret, found))
    for number in range(bodies):
        place = Pointer(("paths", f"/p{number}", "post", "requestBody", "content"))
        schema = interpret(found, place.child("application/json", "schema"), "request")
        assert isinstance(schema, Object)
        graph.root(schema, Root(number, "request", ""))
    return graph


@pytest.mark.parametrize("name", BODIES)
def test_what_components_have_is_read_once(name: str) -> None:
    body, shared = BODIES[name]
    paths = {f"POST /p{number}": operation(body) for number in range(5)}
    graph = _graph(document(paths, **_LEAF, **_TWO_WAYS), len(paths))
    assert len(graph.nodes) == len(paths) + shared
    for node in graph.nodes:
        tasks = [root.task for root in node.roots]
        assert tasks == [0, 1, 2, 3, 4] if node.place.component else len(tasks) == 1
    assert [len(numbers) for numbers in graph.within.values()] == [shared + 1] * len(paths)


def test_where_a_recursion_leads_elsewhere_an_object_is_another() -> None:
    """The body that holds itself is a class of its own, which only its own objects refer to."""
    own = "#/paths/~1p0/post/requestBody/content/application~1json/schema"
    paths = {
        "POST /p0": operation(obj(a=TEXT, leaf=ref("Leaf"))),
        "POST /p1": operation(obj(leaf=ref("Leaf"))),
    }
    leaf = obj(body={"$ref": own})
    graph = _graph(document(paths, Leaf=leaf), 2)
    assert [node.place.component for node in graph.nodes] == ["", "Leaf", "", "Leaf", "Leaf"]
    assert [[root.task for root in node.roots] for node in graph.nodes[:3]] == [[0], [0], [1]]


def test_a_member_of_what_may_be_anything_belongs_to_each_that_has_it() -> None:
    """Its class is there for callers, though no type refers to it."""
    body = obj(outer=ref("Outer"), a={"anyOf": [_OPEN, ref("Leaf")]})
    paths = {f"POST /p{number}": operation(body) for number in (0, 1)}
    outer = obj(a={"anyOf": [_OPEN, ref("Peer")]})
    graph = _graph(document(paths, Outer=outer, Peer=obj(b=TEXT), **_LEAF), 2)
    found = {node.place.component: [root.task for root in node.roots] for node in graph.nodes}
    assert found["Leaf"] == found["Peer"] == [0, 1]


def test_the_shortest_way_from_each_root_counts() -> None:
    paths = {
        "POST /p0": operation(obj(deep=obj(leaves=items(ref("Leaf"))), outer=ref("Outer"))),
        "POST /p1": operation(obj(leaf=ref("Leaf"))),
    }
    graph = _graph(document(paths, Outer=obj(leaf=ref("Leaf")), **_LEAF), 2)
    leaf = next(node for node in graph.nodes if node.schema.pointer.tokens[-1] == "Leaf")
    assert {root.task: steps for root, steps in leaf.roots.items()} == {0: 2, 1: 1}
