"""Which references lead to something that changed."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import JSON, as_list
from flaregen.drift.context import Context
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.inheritance import families
from flaregen.openapi.json_values import same_json
from flaregen.openapi.keywords import wraps_one
from flaregen.openapi.references import References, references
from flaregen.openapi.restrictions import says_nothing

READ_ONLY, WRITE_ONLY = "readOnly", "writeOnly"


class ChangedReferences:
    """The references whose target differs between the two documents, at any distance.

    A target counts as changed when it differs itself or refers to one that counts as changed.
    Each is looked at when something leads to it.
    """

    def __init__(self, old: References, new: References) -> None:
        self._old = old
        self._new = new
        self._families = families(old.root.value), families(new.root.value)
        self._known: set[str] = set()
        self._changed: set[str] = set()
        self._touching: dict[int, bool] = {}
        self._marks: dict[str, bool] = {}

    def touches(self, value: JSON) -> bool:
        """Whether anything at or below a node of the old document leads to a change."""
        if not isinstance(value, dict | list):
            return False
        key = id(value)
        if key not in self._touching:
            found = references(value)
            self._learn(found - self._known)
            self._touching[key] = not self._changed.isdisjoint(found)
        return self._touching[key]

    def marks_differ(self, value: JSON) -> bool:
        """Whether what a node refers to directly became read-only or write-only, or no longer is.

        The object that has such a property is the one that knows whether it requires it.
        """
        return any(map(self._marks_differ, self._changed & references(value)))

    def _marks_differ(self, reference: str) -> bool:
        if reference not in self._marks:
            targets = [(side, side.target(reference)) for side in (self._old, self._new)]
            self._marks[reference] = any(
                len({at is None or marked(side, at, mark) is None for side, at in targets}) > 1
                for mark in (READ_ONLY, WRITE_ONLY)
            )
        return self._marks[reference]

    @property
    def has_heirs(self) -> bool:
        return any(self._families)

    def heirs(self, old: str, new: str) -> list[str]:
        """What a value of a component may be as well, by its discriminator, on either side.

        What does not lead to a change is left out.
        """
        before, after = self._families
        found = dict.fromkeys([*before.get(old, ()), *after.get(new, ())])
        self._learn(found.keys() - self._known)
        return [one for one in found if one in self._changed]

    def leading_to_changes(
        self, schema: JSON, context: Context
    ) -> Iterator[tuple[str, Context, bool]]:
        """The references of a schema that touches a change that lead there, with their contexts.

        The last value says whether it is a part of a schema, and not the whole of one.
        """
        stack: list[tuple[JSON, Context, bool]] = [(schema, context, False)]
        while stack:
            node, context, is_part = stack.pop()
            if isinstance(node, list):
                stack.extend((child, context, is_part) for child in node)
            elif isinstance(node, dict):
                reference = node.get("$ref")
                if isinstance(reference, str) and reference in self._changed:
                    yield reference, context, is_part
                stack.extend(self._children(node, context.inside()))

    def _learn(self, new: set[str]) -> None:
        """Collect who refers to whom, then go back from what differs itself."""
        referrers: dict[str, set[str]] = {}
        changed: list[str] = []
        while new:
            reference = new.pop()
            self._known.add(reference)
            old, target = self._old.target(reference), self._new.target(reference)
            if old is None or target is None:
                continue
            if not same_json(old.value, target.value):
                changed.append(reference)
            for inner in {*references(old.value), *self._families[0].get(reference, ())}:
                referrers.setdefault(inner, set()).add(reference)
                if inner not in self._known:
                    new.add(inner)
        self._spread([*changed, *(self._changed & referrers.keys())], referrers)

    def _spread(self, changed: list[str], referrers: dict[str, set[str]]) -> None:
        self._changed.update(changed)
        while changed:
            for outer in referrers.get(changed.pop(), set()) - self._changed:
                self._changed.add(outer)
                changed.append(outer)

    def _children(
        self, node: dict[str, JSON], context: Context
    ) -> Iterator[tuple[JSON, Context, bool]]:
        for key, child in node.items():
            if not isinstance(child, dict | list):
                continue
            if key == "properties" and isinstance(child, dict):
                for name, field in child.items():
                    unsent = never_sent(self._new, Cursor(field, None, name), context)
                    yield field, context.excuse() if unsent else context, False
            else:
                is_part = key == "allOf" and not wraps_one(node)
                yield from ((child, one, is_part) for one in _contexts(node, key, context))


def _contexts(node: dict[str, JSON], key: str, context: Context) -> tuple[Context, ...]:
    """The contexts of what is under a key: where it is refused or decides, narrower is wider."""
    both = context, context.invert()
    match key:
        case "not":
            return both[1:]
        case "oneOf" if any(map(says_nothing, as_list(node[key]))):
            return both[1:]
        case "if" if "then" in node:
            return both if "else" in node else both[1:]
        case "contains" if "maxContains" in node:
            return both
    return (context,)


def never_sent(side: References, cursor: Cursor, context: Context) -> bool:
    """Whether a property does not occur in this direction, as a read-only one in a request."""
    mark = {"request": READ_ONLY, "response": WRITE_ONLY}.get(context.direction)
    return mark is not None and marked(side, cursor, mark) is not None


def marked(side: References, cursor: Cursor, mark: str) -> Cursor | None:
    """The node with a mark: a property, what the property refers to, or a part of that."""
    target = side.resolve(cursor)
    parts = target.get("allOf")
    nodes = [cursor, target, *(parts.elements() if parts is not None else ())]
    found = (one for node in nodes for one in (node, side.resolve(node)))
    return next((one for one in found if one.flag(mark)), None)
