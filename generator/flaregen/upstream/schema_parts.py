"""Edits of a schema that is written in parts: references, ``allOf``, and unions of objects.

Nodes that are edited are copies; what stays is the same node.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeAlias

from flaregen.document import JSON, JSONObject, as_list, as_object, node_at
from flaregen.pointer import Pointer

UNIONS = ("anyOf", "oneOf")
_DEEPEST = 16
"""Schemas that contain themselves are looked into so far."""
Edit: TypeAlias = Callable[[JSONObject], JSON]
Test: TypeAlias = Callable[[JSONObject], bool]


@dataclass(slots=True)
class Components:
    """The components of a document, and what becomes of those that are edited.

    ``sole`` are references to those that nothing else uses: they are edited in place, in
    ``edited``. A copy takes the place of a reference to any other; it has the extensions that
    the component has in ``corrected``, as overlays do not reach it.
    """

    root: JSONObject
    corrected: JSONObject
    sole: Collection[str]
    edited: dict[str, JSON] = field(default_factory=dict)

    def at(self, reference: str) -> JSONObject:
        return as_object(self.edited.get(reference, _at(self.root, reference)))

    def resolved(self, node: JSON) -> JSONObject:
        found = as_object(node)
        while isinstance(reference := found.get("$ref"), str):
            found = self.at(reference)
        return found

    def through(self, node: JSONObject, edit: Edit) -> JSON:
        """A reference whose target is edited: the same one, or what takes its place."""
        reference = str(node["$ref"])
        target = self.at(reference)
        found = edit(target)
        if found == target:
            return node
        if reference in self.sole:
            self.edited[reference] = found
            return node
        corrected = as_object(_at(self.corrected, reference))
        extensions = {key: one for key, one in corrected.items() if key.startswith("x-")}
        # The title is the component's.
        return {**extensions, **{key: v for key, v in as_object(found).items() if key != "title"}}

    def has(self, node: JSON, test: Test, depth: int = _DEEPEST) -> bool:
        """Whether a part of a schema, or a member of its union, passes a test."""
        own = self.resolved(node)
        inner = [item for key in ("allOf", *UNIONS) for item in as_list(own.get(key))]
        return test(own) or (depth > 0 and any(self.has(item, test, depth - 1) for item in inner))

    def edit(self, node: JSON, test: Test, edit: Edit) -> JSON:
        """A schema with all parts edited that pass a test; None where none does."""
        if not self.has(node, test):
            return None
        own = as_object(node)
        if "$ref" in own:
            return self.through(own, lambda target: self.edit(target, test, edit))
        if test(own):
            return edit(own)
        found = {**own}
        for key in ("allOf", *UNIONS):
            if key in own:
                pairs = [(item, self.edit(item, test, edit)) for item in as_list(own[key])]
                found[key] = [old if new is None else new for old, new in pairs]
        return found

    def edit_at(self, node: JSON, way: tuple[str, ...], change: Callable[[JSON], JSON]) -> JSON:
        """The same for what is at the end of a way, in all parts that have it."""
        return self.edit(
            node,
            lambda own: _leads(own, way),
            lambda own: replaced(own, way, change(node_at(own, Pointer(way)))),
        )

    def with_property(self, node: JSON, name: str, schema: JSON) -> JSON:
        """An object with one more property, in itself or in a part of its own."""
        own = as_object(node)
        # A type that the whole does not state would be one more thing that changed.
        stated = {"type": "object"} if "type" in self.resolved(own) else {}
        more: JSONObject = {**stated, "properties": {name: schema}}

        def inside(one: JSON) -> JSON:
            return self.with_property(one, name, schema)

        if "$ref" in own:
            # Next to a union, it would narrow the type; so each form of one is extended.
            is_union = any(key in self.resolved(own) for key in UNIONS)
            is_edited = own["$ref"] in self.sole or is_union
            return self.through(own, inside) if is_edited else {"allOf": [own, more]}
        union = next((key for key in UNIONS if key in own and "properties" not in own), "")
        if union:
            forms = [
                inside(item) if self._is_object(item) else item for item in as_list(own[union])
            ]
            return {**own, union: forms}
        if "allOf" not in own or "properties" in own:
            return {**own, "properties": {**members(own), name: schema}}
        parts = as_list(own["allOf"])
        at = next((n for n, one in enumerate(parts) if "properties" in as_object(one)), None)
        if at is None:
            return {**own, "allOf": [*parts, more]}
        return {**own, "allOf": [*parts[:at], inside(parts[at]), *parts[at + 1 :]]}

    def with_labels(self, before: JSON, after: JSON) -> JSON:
        """Members of a union have the titles that they had: these pair requests and answers."""
        was, own = self.resolved(before), as_object(after)
        for key in UNIONS:
            pairs = list(zip(as_list(was.get(key)), as_list(own.get(key)), strict=False))
            if pairs and len(pairs) == len(as_list(own[key])):
                own = {**own, key: [self._labelled(*pair) for pair in pairs]}
        return own or after

    def _labelled(self, before: JSON, after: JSON) -> JSON:
        own, title = as_object(after), self.resolved(before).get("title")
        lost = isinstance(title, str) and "title" not in self.resolved(after)
        return {"title": title, **own} if lost else after

    def _is_object(self, node: JSON) -> bool:
        return self.has(node, lambda own: "properties" in own)


def members(schema: JSONObject) -> JSONObject:
    return as_object(schema.get("properties"))


def with_keyword(schema: JSONObject, key: str, value: JSON) -> JSONObject:
    """None takes the keyword away."""
    if value is None:
        return {name: one for name, one in schema.items() if name != key}
    return {**schema, key: value}


def without_properties(schema: JSONObject, names: Collection[str]) -> JSONObject:
    """An object without some of its properties, which it does not require then either."""
    left = {name: one for name, one in members(schema).items() if name not in names}
    if left == members(schema):
        return schema
    required = [item for item in as_list(schema.get("required")) if item not in names]
    return with_keyword({**schema, "properties": left}, "required", required or None)


def replaced(node: JSONObject, way: tuple[str, ...], value: JSON) -> JSONObject:
    """An object with a value at the end of a way through objects."""
    key, *rest = way
    return {**node, key: replaced(as_object(node.get(key)), (*rest,), value) if rest else value}


def _at(root: JSONObject, reference: str) -> JSON:
    return node_at(root, Pointer.parse_fragment(reference))


def _leads(node: JSONObject, way: tuple[str, ...]) -> bool:
    key, *rest = way
    return key in node and (not rest or _leads(as_object(node[key]), (*rest,)))
