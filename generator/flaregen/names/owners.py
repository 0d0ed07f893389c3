"""Which objects become one class, and in which module it is.

A component that several tasks use has its classes in a module of its own; so has what a
reviewed name was given to. Everything else belongs to its task, where identical objects
of one direction are one class. So are those of all tasks of a module that have the same
words, and what is written inside of several components of a family.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from flaregen.names.graph import Node
from flaregen.names.identifiers import ModuleName, module_name
from flaregen.names.reach import reached
from flaregen.names.shapes import documented
from flaregen.names.tasks import Draft

_SHARED = "components"
"""The folder of modules that more than one task uses."""


class Key(NamedTuple):
    """What makes two objects one class. ``owner`` is a component, a reviewed name, or a task."""

    owner: str | int
    kind: str
    shape: int


def keys(
    nodes: Sequence[Node], shapes: Sequence[int], drafts: Sequence[Draft], chosen: Sequence[str]
) -> list[Key]:
    """The key of each node. ``chosen`` are the reviewed names of nodes, empty where none is."""
    bound = _bound(nodes, chosen)
    owners = [
        "" if n in bound else chosen[n] or node.place.component for n, node in enumerate(nodes)
    ]
    tasks_of = [_tasks(node, drafts) for node in nodes]
    users: defaultdict[Key, set[int]] = defaultdict(set)
    for node, owner, shape, tasks in zip(nodes, owners, shapes, tasks_of, strict=True):
        if owner:
            users[Key(owner, node.place.direction, shape)].update(tasks)
    shared = {key for key, using in users.items() if len(using) > 1}
    # What a task says in words of its own is the same class if it is the same.
    alike = {(key.kind, key.shape, task): key for key in sorted(shared) for task in users[key]}
    said, first = documented(nodes, shapes), dict[Hashable, int]()
    inside: dict[Hashable, Key] = {}
    found = []
    for number, node in enumerate(nodes):
        # Where several tasks lead to a node, its own key is a shared one.
        direction, shape, task = node.place.direction, shapes[number], tasks_of[number][0]
        if node.is_root:
            draft = drafts[node.root.task]
            found.append(Key(task, _kind(node, draft, number, shapes), shape))
            continue
        own = Key(owners[number], direction, shape)
        if own in shared and node.place.words and not chosen[number]:
            own = inside.setdefault((direction, said[number], family(owners[number])), own)
        same = first.setdefault((direction, said[number], drafts[task].module), task)
        plain = alike.get((direction, shape, task), Key(same, direction, shape))
        found.append(own if own in shared else plain)
    return found


def _tasks(node: Node, drafts: Sequence[Draft]) -> list[int]:
    """The tasks that lead to a node."""
    own = [drafts[root.task] for root in node.roots]
    is_asked = node.place.direction == "request"
    return [draft.merged_into if is_asked else draft.answer_merged_into for draft in own]


def _kind(node: Node, draft: Draft, number: int, shapes: Sequence[int]) -> str:
    """The kind of a root. Forms of a body with equal shapes and labels are one kind."""
    if number in draft.variants:
        forms = zip(draft.variants, draft.task.requests, strict=True)
        said = [(shapes[n], form.label) for n, form in forms]
        return f"params {said.index(said[draft.variants.index(number)])}"
    return "chunk" if node.place.chunk else "answer"


def _bound(nodes: Sequence[Node], chosen: Sequence[str]) -> set[int]:
    """The nodes that belong to a task: those outside of components, and all that refer to them."""
    users: defaultdict[int, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for reference in node.references:
            users[reference].append(number)
    outside = [
        n for n, node in enumerate(nodes) if node.is_root or not (chosen[n] or node.place.component)
    ]
    return {*reached(outside, lambda number: users[number])}


def family(component: str) -> str:
    """The prefix that related components share: ``dns-records`` of ``dns-records_record``."""
    return component.partition("_")[0] or component


def modules(
    nodes: Sequence[Node], found: Sequence[Key], drafts: Sequence[Draft]
) -> dict[Key, ModuleName]:
    """The module of each class: its task's, or that of the component's family."""
    shared = {key: module_name(family(key.owner)) for key in found if isinstance(key.owner, str)}
    merged = _merged(nodes, found, shared)
    own = {key: drafts[key.owner].module for key in found if isinstance(key.owner, int)}
    return own | {key: ModuleName(f"{_SHARED}.{merged[name]}") for key, name in shared.items()}


def _merged(
    nodes: Sequence[Node], found: Sequence[Key], shared: Mapping[Key, str]
) -> dict[str, str]:
    """Modules that would import one another are one, by the name that sorts first."""
    edges: defaultdict[str, set[str]] = defaultdict(set)
    for node, key in zip(nodes, found, strict=True):
        if key in shared:
            edges[shared[key]] |= {shared[found[n]] for n in node.references if found[n] in shared}
    imported = {name: reached([name], lambda one: edges[one]) for name in {*shared.values()}}
    return {
        name: min(one for one in known if name in imported[one]) for name, known in imported.items()
    }
