"""Which references lead to something that changed."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import JSON
from flaregen.drift.mode import Mode
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References as Side
from flaregen.openapi.references import references


class Unrest:
    """The references whose target differs between the two documents, at any distance.

    Found once, when first asked for: a component is restless when it differs
    itself or refers to one that is.
    """

    def __init__(self, old: Side, new: Side) -> None:
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

    def restless(self, schema: JSON, mode: Mode) -> Iterator[tuple[str, Mode]]:
        """The references of an (equal) schema that lead to a change, and how they are met."""
        stack: list[tuple[JSON, Mode]] = [(schema, mode)]
        while stack:
            node, mode = stack.pop()
            if isinstance(node, list):
                stack.extend((child, mode) for child in node)
            elif isinstance(node, dict):
                reference = node.get("$ref")
                if isinstance(reference, str) and reference in self.references:
                    yield reference, mode
                stack.extend(self._children(node, mode.inside()))

    @property
    def references(self) -> frozenset[str]:
        if self._found is None:
            self._found = self._search()
        return self._found

    def _search(self) -> frozenset[str]:
        """Collect who refers to whom, then spread from what differs itself."""
        pending = references(self._old.root.value)
        referrers: dict[str, set[str]] = {}
        restless: list[str] = []
        for reference in sorted(pending):
            old, new = self._old.target(reference), self._new.target(reference)
            if old is None or new is None:
                continue
            if old.value != new.value:
                restless.append(reference)
            for inner in references(old.value):
                referrers.setdefault(inner, set()).add(reference)
        found = set(restless)
        while restless:
            for outer in referrers.get(restless.pop(), ()):
                if outer not in found:
                    found.add(outer)
                    restless.append(outer)
        return frozenset(found)

    def _children(self, node: dict[str, JSON], mode: Mode) -> Iterator[tuple[JSON, Mode]]:
        for key, child in node.items():
            if not isinstance(child, dict | list):
                continue
            if key == "not":
                yield child, mode.invert()
            elif key == "properties" and isinstance(child, dict):
                for name, field in child.items():
                    unsent = never_sent(self._old, Cursor(field, None, name), mode)
                    yield field, mode.excuse() if unsent else mode
            else:
                yield child, mode


def never_sent(side: Side, cursor: Cursor, mode: Mode) -> bool:
    """Whether a property does not occur in this direction: read-only ones in a request."""
    mark = {"request": "readOnly", "response": "writeOnly"}.get(mode.direction)
    return mark is not None and marked(side, cursor, mark)


def marked(side: Side, cursor: Cursor, mark: str) -> bool:
    """A mark on a property, or on what the property refers to."""
    return cursor.flag(mark) or side.resolve(cursor).flag(mark)
