"""A three-way merge of schemas: what the service changed, where the pinned document has it.

The pinned schema may be written otherwise than the service's: with components, in parts
(``allOf``), as a union. What changed from the service's last schema to its present one is
applied to it, and the rest of it stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from flaregen.document import JSON, JSONObject, as_list, as_object
from flaregen.printable import shortened
from flaregen.upstream.model_schemas import WORDS, BrokenSchemaError, followed, wordless
from flaregen.upstream.schema_parts import (
    UNIONS,
    Components,
    members,
    with_keyword,
    without_properties,
)

_ALIKE = 0.5
"""The share of properties that members of two unions have in common to be the same member."""
_MOST_LETTERS = 300
"""Of a schema, in a message."""
_NOWHERE = -1
_Change: TypeAlias = tuple[JSON, JSON]
"""What the service said, and what it says now; None for nothing."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that the pinned schema has no place for; None is what is not there."""

    place: str
    before: JSON
    now: JSON
    pinned: JSON

    def message(self) -> str:
        before, now, pinned = (_shortened(item) for item in (self.before, self.now, self.pinned))
        said = f"the service said {before}, and says {now}"
        return f"{self.place}: {said}; the pin says {pinned}"


@dataclass(slots=True)
class SchemaMerge:
    """Merges changes into schemas of a document; conflicts are left as they are pinned."""

    components: Components
    conflicts: list[Conflict] = field(default_factory=list)

    def merge(self, change: _Change, pinned: JSON, place: str) -> JSON:
        """The pinned schema with what changed; itself where nothing did."""
        before, now = change
        if wordless(before) == wordless(now) or self._says(pinned, now):
            return pinned
        if not (isinstance(before, dict) and isinstance(now, dict) and isinstance(pinned, dict)):
            return self._conflict(place, change, pinned)
        if not _says_anything(pinned):
            return {**now, **{key: one for key, one in pinned.items() if key in WORDS}}
        old, new = as_object(wordless(before)), as_object(wordless(now))
        merged: JSON = pinned
        for key in dict.fromkeys((*old, *new)):
            if key != "required" and old.get(key) != new.get(key):
                merged = self._keyword(key, (before, now), merged, place)
        return self._required((before, now), merged, place)

    def _says(self, pinned: JSON, now: JSON) -> bool:
        try:
            return wordless(followed(pinned, self.components.root)) == wordless(now)
        except BrokenSchemaError:  # it contains itself
            return False

    def _conflict(self, place: str, change: _Change, pinned: JSON) -> JSON:
        self.conflicts.append(Conflict(place, *change, pinned))
        return pinned

    def _keyword(
        self, key: str, change: tuple[JSONObject, JSONObject], pinned: JSON, place: str
    ) -> JSON:
        before, now = (one.get(key) for one in change)
        match key, before, now:
            case "properties", _, _:
                return self._properties(change, pinned, place)
            case "items", dict(), dict():
                return self._inside(("items",), (before, now), pinned, f"{place}/items")
            case (("anyOf" | "oneOf"), list(), list()):
                return self._union((before, now), pinned, place)
            case _:
                return self._plain(key, (before, now), pinned, place)

    def _inside(self, way: tuple[str, ...], change: _Change, pinned: JSON, place: str) -> JSON:
        """Merge into what is at the end of a way, in each part of the schema that has it."""
        found = self.components.edit_at(pinned, way, lambda one: self.merge(change, one, place))
        if found is None:
            self._conflict(place, change, None)
        return pinned if found is None else found

    def _properties(self, change: tuple[JSONObject, JSONObject], pinned: JSON, place: str) -> JSON:
        before, now = (members(one) for one in change)
        for name in dict.fromkeys((*before, *now)):
            known = self._knows(pinned, name)
            if name not in now:
                pinned = self._without(pinned, name) if known else pinned
            elif name not in before:
                if not known:
                    pinned = self.components.with_property(pinned, name, now[name])
            elif wordless(before[name]) != wordless(now[name]):
                inner = (before[name], now[name])
                pinned = self._inside(("properties", name), inner, pinned, f"{place}/{name}")
        return pinned

    def _knows(self, pinned: JSON, name: str) -> bool:
        return self.components.has(pinned, lambda own: name in members(own))

    def _without(self, pinned: JSON, name: str) -> JSON:
        return self.components.edit(
            pinned,
            lambda own: name in members(own),
            lambda own: without_properties(own, {name}),
        )

    def _required(self, change: tuple[JSONObject, JSONObject], pinned: JSON, place: str) -> JSON:
        before, now = (as_list(one.get("required")) for one in change)
        for name in [str(item) for item in (*before, *now) if (item in before) != (item in now)]:
            if self._knows(pinned, name):
                pinned = self._demanding(name, pinned, demanded=name in now)
            elif name in now:
                self._conflict(f"{place}/required", (before, now), None)
        return pinned

    def _demanding(self, name: str, pinned: JSON, *, demanded: bool) -> JSON:
        def edit(own: JSONObject) -> JSON:
            names = as_list(own.get("required"))
            if (name in names) == demanded:
                return own
            named = [*names, name] if demanded else [item for item in names if item != name]
            return with_keyword(own, "required", named or None)

        return self.components.edit(pinned, lambda own: name in members(own), edit)

    def _plain(self, key: str, change: _Change, pinned: JSON, place: str) -> JSON:
        """A keyword whose value is one thing, or a list of values."""
        before, now = change

        def edit(own: JSONObject) -> JSON:
            value = own.get(key)
            if wordless(value) in (wordless(before), wordless(now)):
                return with_keyword(own, key, now)
            if key == "enum" and isinstance(value, list) and isinstance(now, list):
                return {**own, key: _values((as_list(before), now), value)}
            self._conflict(f"{place}/{key}", change, value)
            return own

        found = self.components.edit(pinned, lambda own: key in own, edit)
        if found is not None:
            return found
        if now is not None and before is not None:
            self._conflict(f"{place}/{key}", change, None)
        elif now is not None:
            own = as_object(pinned)
            if "$ref" in own:
                return self.components.through(own, lambda one: with_keyword(one, key, now))
            return with_keyword(own, key, now)
        return pinned

    def _union(self, change: tuple[list[JSON], list[JSON]], pinned: JSON, place: str) -> JSON:
        def edit(own: JSONObject) -> JSON:
            key = next(union for union in UNIONS if union in own)
            return {**own, key: self._alternatives(*change, as_list(own[key]), place)}

        found = self.components.edit(pinned, lambda own: any(key in own for key in UNIONS), edit)
        if found is not None:
            return found
        # The pin may have one of several forms.
        only = self._alternatives(*change, [pinned], place)
        return only[0] if len(only) == 1 else self._conflict(place, (*change,), pinned)

    def _alternatives(
        self, before: list[JSON], now: list[JSON], pinned: list[JSON], place: str
    ) -> list[JSON]:
        old, new = _others(before, now), _others(now, before)
        if old and new and len(before) != len(now):
            self._conflict(place, (before, now), pinned)
            return pinned
        found = [*pinned]
        for number, one in enumerate(old):
            at = self._member(one, found)
            if at is None:
                self._conflict(place, (one, new[number] if new else None), pinned)
            elif at == _NOWHERE:
                continue
            elif new:
                found[at] = self.merge((one, new[number]), found[at], place)
            else:
                del found[at]
        return found if old else [*found, *new]

    def _member(self, wanted: JSON, among: Sequence[JSON]) -> int | None:
        """The one member that is like another; None where several may be it.

        What has nothing in common with any is a form that the pin leaves out.
        """
        scores = [self._likeness(wanted, item) for item in among]
        best = max(scores, default=0.0)
        if not best:
            return _NOWHERE
        return scores.index(best) if best > _ALIKE and scores.count(best) == 1 else None

    def _likeness(self, one: JSON, other: JSON) -> float:
        if self._says(other, one):
            return 2.0
        names = [set(self._names(node)) for node in (one, other)]
        if not any(names):
            kinds = [self.components.resolved(node).get("type") for node in (one, other)]
            return 1.0 if kinds[0] == kinds[1] else 0.0
        return len(names[0] & names[1]) / len(names[0] | names[1])

    def _names(self, node: JSON) -> Iterator[str]:
        """Of properties, with the one value that says which of several objects it is."""
        own = self.components.resolved(node)
        for name, one in members(own).items():
            values = self.components.resolved(one).get("enum")
            yield f"{name}={values}" if isinstance(values, list) and len(values) == 1 else name
        for part in as_list(own.get("allOf")):
            yield from self._names(part)


def _shortened(node: JSON) -> str:
    if node is None:
        return "nothing"
    return shortened(json.dumps(node), _MOST_LETTERS)


def _says_anything(schema: JSONObject) -> bool:
    if schema.get("type", "object") not in ("object", "array"):
        return True
    return any(key != "type" and key not in WORDS and not key.startswith("x-") for key in schema)


def _values(change: tuple[list[JSON], list[JSON]], pinned: list[JSON]) -> list[JSON]:
    before, now = change
    left = [item for item in pinned if item in now or item not in before]
    return [*left, *(item for item in now if item not in (*left, *before))]


def _others(some: list[JSON], of: list[JSON]) -> list[JSON]:
    known = [wordless(item) for item in of]
    return [item for item in some if wordless(item) not in known]
