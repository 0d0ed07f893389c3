"""Which references lead to something that changed."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import JSON
from flaregen.drift.context import Context
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References, references


class ChangedReferences:
    """The references whose target differs between the two documents, at any distance.

    Found once, when first needed. A target counts as changed when it differs itself or
    refers to one that counts as changed.
    """

    def __init__(self, old: References, new: References) -> None:
        self._old = old
        self._new = new
        self._found: frozenset[str] | None = None
        self._touching: dict[int, bool] = {}

    def touches(self, value: JSON) -> bool:
        """Whether anything at or below a node of the old document leads to a change."""
        if not self.references or not isinstance(value, dict | list):
            return False
        key = id(value)
        if key not in self._touching:
            self._touching[key] = not self.references.isdisjoint(references(value))
        return self._touching[key]

    def leading_to_changes(self, schema: JSON, context: Context) -> Iterator[tuple[str, Context]]:
        """The references of a schema that lead to a change, each with its context."""
        stack: list[tuple[JSON, Context]] = [(schema, context)]
        while stack:
            node, context = stack.pop()
            if isinstance(node, list):
                stack.extend((child, context) for child in node)
            elif isinstance(node, dict):
                reference = node.get("$ref")
                if isinstance(reference, str) and reference in self.references:
                    yield reference, context
                stack.extend(self._children(node, context.inside()))

    @property
    def references(self) -> frozenset[str]:
        if self._found is None:
            self._found = self._search()
        return self._found

    def _search(self) -> frozenset[str]:
        """Collect who refers to whom, then go back from what differs itself."""
        pending = references(self._old.root.value)
        referrers: dict[str, set[str]] = {}
        changed: list[str] = []
        for reference in sorted(pending):
            old, new = self._old.target(reference), self._new.target(reference)
            if old is None or new is None:
                continue
            if old.value != new.value:
                changed.append(reference)
            for inner in references(old.value):
                referrers.setdefault(inner, set()).add(reference)
        found = set(changed)
        while changed:
            for outer in referrers.get(changed.pop(), ()):
                if outer not in found:
                    found.add(outer)
                    changed.append(outer)
        return frozenset(found)

    def _children(self, node: dict[str, JSON], context: Context) -> Iterator[tuple[JSON, Context]]:
        for key, child in node.items():
            if not isinstance(child, dict | list):
                continue
            if key == "not":
                yield child, context.invert()
            elif key == "properties" and isinstance(child, dict):
                for name, field in child.items():
                    unsent = never_sent(self._old, Cursor(field, None, name), context)
                    yield field, context.excuse() if unsent else context
            else:
                yield child, context


def never_sent(side: References, cursor: Cursor, context: Context) -> bool:
    """Whether a property does not occur in this direction, as a read-only one in a request."""
    mark = {"request": "readOnly", "response": "writeOnly"}.get(context.direction)
    return mark is not None and marked(side, cursor, mark)


def marked(side: References, cursor: Cursor, mark: str) -> bool:
    """A mark on a property, or on what the property refers to."""
    return cursor.flag(mark) or side.resolve(cursor).flag(mark)
