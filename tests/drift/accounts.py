"""What accounts for a difference between two documents.

An entry of the report does that is at it, around it or inside it. So does a reason why it means
nothing, which is decided here, by following references and by what the specification says of a
key, and not by asking the code under test.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from flaregen.drift.change import Change
from flaregen.drift.rules import RULES

from .raw_differences import (
    MISSING,
    Node,
    Pair,
    Place,
    at,
    canonical,
    follow,
    reached,
    reference,
    rest,
    sorted_items,
    users,
)

_NAMES = frozenset({"properties", "patternProperties", "responses", "headers", "content", "paths"})
"""Keys that hold names rather than keywords."""
_SECTIONS = frozenset({"schemas", "parameters", "requestBodies", "securitySchemes", "examples"})
_METHODS = ("get", "put", "post", "delete", "patch", "options", "head", "trace")
_COMPOSED = ("allOf", "anyOf", "oneOf")
_NESTED = _NAMES | {*_METHODS, *_COMPOSED, "items", "not", "additionalProperties", "schema"}
_NESTED |= {"parameters", "requestBody", "schemas", "callbacks", "components"}
"""Keys below which an entry about a node says nothing."""
_TEXT = {
    "description": "a description describes",
    "summary": "a summary describes",
    "title": "the title of what no task is made from names nothing",
    "example": "an example describes",
    "examples": "an example describes",
    "externalDocs": "a link describes",
    "tags": "a tag groups",
}
_OF_THE_DOCUMENT = ("openapi", "info", "tags", "externalDocs")


class Claims:
    """The places that the entries of a report speak for."""

    def __init__(self, old: Any, new: Any, changes: Iterable[Change]) -> None:
        self.whole: set[Place] = set()
        self.nodes: set[Place] = set()
        self.around: set[Place] = set()
        self.reached: set[Place] = set()
        for change in changes:
            for one in change.all:
                for before, after in one.pairs:
                    places = tuple(None if p is None else p.tokens for p in (before, after))
                    self._add(one.id, places)
                    for root, place in zip((old, new), places, strict=True):
                        if place is not None:
                            self.reached |= reached(root, at(root, place))

    def _add(self, rule: str, places: tuple[Place | None, ...]) -> None:
        deepest = max(len(place or ()) for place in places)
        one_sided = None in places or len(places[0] or ()) != len(places[1] or ())
        # A schema that was none of a union is the member that came or went.
        member = rule.startswith(("one-of-", "any-of-"))
        replaced = member or RULES[rule].replaces or rule == "reference-changed"
        for place in places:
            if place is None or (len(place) < deepest and not member):
                continue
            claimed = place[:-1] if replaced and place[-1] in ("type", "oneOf", "anyOf") else place
            (self.whole if one_sided or replaced else self.nodes).add(claimed)
            self.around.update(place[:length] for length in range(len(place) + 1))

    def cover(self, node: Node, *, inside: bool = True) -> bool:
        """Whether an entry is at a place, around it and speaks for it, or inside it."""
        place = node.at
        lengths = range(len(place))
        return (
            place in (self.around if inside else self.whole)
            or any(place[:length] in self.whole for length in lengths)
            or any(place[:n] in self.nodes and self._speaks(place[n:]) for n in lengths)
        )

    def _speaks(self, rest: Place) -> bool:
        """Whether an entry about a node speaks for what is further down."""
        if rest[-1] == "nullable":
            return all(one in _COMPOSED or one.isdigit() for one in rest[:-1])
        return rest[0] not in _NESTED


class Accounts:
    """Tells what accounts for a difference: an entry, a reason why it means nothing, or neither."""

    def __init__(self, old: Any, new: Any, changes: Iterable[Change]) -> None:
        self._roots = old, new
        self._claims = Claims(old, new, changes)
        self._used = reached(old, old["paths"]) | reached(new, new["paths"])
        self._users = users(old), users(new)
        self._explained: dict[tuple[Place, Place], bool] = {}

    def of(self, difference: tuple[Pair, ...]) -> str:
        """The reason; empty where nothing accounts for a difference."""
        old, new = difference[-1]
        if self._covered(old, new):
            return "an entry"
        if self._is_replaced(old.at[:3]):
            return "another component has the name: no place refers to both"
        for one, other in difference:
            if reason := self._idle(one, other):
                return reason
        for one, other in reversed(difference[-_HEIGHT:]):
            if one.at[-2:-1] == ("parameters",) and self._same_but_for_read_only(one, other):
                return "a parameter is sent, whatever readOnly says"
            if self._explain(one, other):
                return "the rest of an equal spelling"
        return ""

    def _is_replaced(self, component: Place) -> bool:
        if not _is_component(component):
            return False
        old, new = (users.get(component, set()) for users in self._users)
        return bool(old or new) and old.isdisjoint(new)

    def _same_but_for_read_only(self, old: Node, new: Node) -> bool:
        schemas = [
            follow(root, follow(root, node.value).get("schema", {}))
            for root, node in zip(self._roots, (old, new), strict=True)
            if node.value is not MISSING
        ]
        said = [{k: v for k, v in s.items() if k not in ("readOnly", *_TEXT)} for s in schemas]
        return len(said) == len(_SIDES) and said[0] == said[1]

    def _covered(self, old: Node, new: Node) -> bool:
        # An entry inside of two objects accounts for a part of what differs in them.
        inside = not isinstance(old.value, dict) or not isinstance(new.value, dict)
        known = [node for node in (old, new) if node.value is not MISSING]
        if any(self._claims.cover(node, inside=inside) for node in known):
            return True
        came = MISSING in (old.value, new.value) and _is_component(old.at)
        return came and old.at in self._claims.reached

    def _idle(self, old: Node, new: Node) -> str:
        """Why two nodes mean the same whatever is in them."""
        place = old.at or new.at
        if not place:
            return ""
        key = place[-1]
        keyword = len(place) == 1 or place[-2] not in _NAMES
        if keyword and key.startswith("x-"):
            return "an extension is none of OpenAPI's"
        if keyword and key in _TEXT and (len(place) < 2 or place[-2] not in _SECTIONS):
            return _TEXT[key]
        return (
            self._idle_in_the_document(place)
            or self._idle_keyword(old, new, place)
            or self._of_a_part(old, new)
        )

    def _idle_in_the_document(self, place: Place) -> str:
        if len(place) == 1 and place[0] in _OF_THE_DOCUMENT:
            return "it is about the document"
        if _is_component(place) and place not in self._used and place[1] != "securitySchemes":
            return "nothing refers to the component"
        if place == ("security",) and not any(map(inherits, self._roots)):
            return "every operation has its own"
        return ""

    def _idle_keyword(self, old: Node, new: Node, place: Place) -> str:
        key = place[-1]
        both = {canonical(one.value) for one in (old, new)}
        if key == "minLength" and _max(old, new) <= 1 and self._is_in_path(place):
            return "a value in a path is never empty"
        if key in ("readOnly", "writeOnly") and not self._is_of_a_property(place):
            return "it is about properties alone"
        if self._same_order(old, new):
            return "the order of a list means nothing"
        if key == "type" and both == {"", '"object"'} and self._are_objects(place):
            return "properties are those of an object"
        if key == "parameters" and self._same_parameters(place):
            return "a parameter of the path is one of its operations"
        if key in ("items", "additionalProperties") and both <= {"", "{}", "true"}:
            return "a schema without keywords admits everything"
        return ""

    def _are_objects(self, place: Place) -> bool:
        holders = (at(root, place[:-1]) for root in self._roots)
        return all(isinstance(o, dict) and o.keys() & {"properties", "required"} for o in holders)

    def _same_parameters(self, place: Place) -> bool:
        """Whether the operations of a path item take the same, wherever it is written."""
        if place[:1] != ("paths",) or len(place) > _DEPTH_OF_AN_OPERATION + 1:
            return False
        items = [at(root, place[:2]) or {} for root in self._roots]
        methods = [name for name in _METHODS if name in items[0] and name in items[1]]
        return all(self._take_the_same(place[:2], name) for name in methods)

    def _take_the_same(self, path: Place, method: str) -> bool:
        old, new = (
            {
                (follow(root, n.value)["in"], follow(root, n.value)["name"]): n
                for place in (path, (*path, method))
                for n in Node((*place, "parameters"), at(root, (*place, "parameters")) or []).items
            }
            for root in self._roots
        )
        gone, come = old.keys() - new.keys(), new.keys() - old.keys()
        return (
            all(self._claims.cover(old[name]) for name in gone)
            and all(self._claims.cover(new[name]) for name in come)
            and all(self._item_explained(old[name], new[name]) for name in old.keys() & new.keys())
        )

    def _of_a_part(self, old: Node, new: Node) -> str:
        """Why two nodes of a part mean the same: another part says what one of them says."""
        place, last = old.at, len(old.at) - 1
        index = next((n for n in range(last, 0, -1) if place[n - 1] == "allOf"), 0)
        if not index or place[index + 1 :] not in (("type",), ("properties", place[-1])):
            return ""
        name = (place[-2], place[-1]) if place[-2:-1] == ("properties",) else (place[-1], "")
        said = [
            {
                canonical(one.value)
                for one in self._flat(
                    side, Node(place[: index - 1], at(root, place[: index - 1]))
                ).get(name, ())
                if one.at != place
            }
            for side, root in enumerate(self._roots)
        ]
        own = [{canonical(one.value)} - {""} for one in (old, new)]
        before, after = (mine | others for mine, others in zip(own, said, strict=True))
        return "another part says it, too" if before == after else ""

    def _is_of_a_property(self, place: Place) -> bool:
        """Whether a property has the schema of a keyword, or refers to it."""
        holder = place[:-1]
        places = {holder, *(one for users in self._users for one in users.get(holder, ()))}
        return any("properties" in one[-2:-1] or "allOf" in one[-2:-1] for one in places)

    def _is_in_path(self, place: Place) -> bool:
        if place[-2:-1] != ("schema",):
            return False
        holders = (follow(root, at(root, place[:-2])) for root in self._roots)
        return all(isinstance(one, dict) and one.get("in") == "path" for one in holders)

    def _same_order(self, old: Node, new: Node) -> bool:
        both = isinstance(old.value, list) and isinstance(new.value, list)
        ordered = old.at[-1] in ("prefixItems", "servers")
        return both and not ordered and sorted_items(old) == sorted_items(new)

    def _explain(self, old: Node, new: Node) -> bool:
        """Whether all that differs between two nodes, references followed, is accounted for."""
        if MISSING in (old.value, new.value):
            return False
        old, new = (self._meant(side, one) for side, one in ((0, old), (1, new)))
        key = old.at, new.at
        if key not in self._explained:
            # What refers to itself is as good as the rest of it.
            self._explained[key] = True
            self._explained[key] = self._each_explained(old, new)
        return self._explained[key]

    def _meant(self, side: int, node: Node) -> Node:
        """The node that another one means: what it refers to, or is the only part of."""
        root = self._roots[side]
        while True:
            place = reference(node.value)
            parts = node.value.get("allOf") if isinstance(node.value, dict) else None
            if place is not None:
                node = Node(place, at(root, place))
            elif parts and len(parts) == 1 and node.value.keys() - _TEXT.keys() <= {"allOf"}:
                node = Node((*node.at, "allOf", "0"), parts[0])
            elif (member := _only_member(node)) is not None:
                node = member
            elif parts and len(parts) == 1 and self._wraps(root, node.value, parts[0]):
                node = Node((*node.at, "allOf", "0"), parts[0])
            else:
                return Node(node.at, _with_null_outside(node.value))

    def _wraps(self, root: Any, node: Any, part: Any) -> bool:
        """Whether a node says besides its part only the type that the part has, too."""
        inner = follow(root, part)
        rest = node.keys() - _TEXT.keys() - {"allOf"}
        return rest == {"type"} and isinstance(inner, dict) and inner.get("type") == node["type"]

    def _each_explained(self, old: Node, new: Node) -> bool:
        if isinstance(old.value, dict) and isinstance(new.value, dict):
            if "allOf" in old.value or "allOf" in new.value:
                return self._same_parts(old, new)
            return all(map(self._member_explained, *_members(old, new)))
        if pairs := rest(old, new):
            return all(self._item_explained(one, other) for one, other in pairs)
        return canonical(old.value) == canonical(new.value)

    def _same_parts(self, old: Node, new: Node) -> bool:
        """Whether two schemas made of parts say the same, property by property."""
        before, after = (self._flat(side, one) for side, one in ((0, old), (1, new)))
        return all(self._said(before.get(key, []), after.get(key, [])) for key in before | after)

    def _flat(self, side: int, node: Node) -> dict[tuple[str, str], list[Node]]:
        """What all parts of a schema say, by keyword, and of properties by name."""
        found: dict[tuple[str, str], list[Node]] = {}
        pending, seen = [node], set()
        while pending:
            node = self._meant(side, pending.pop())
            if node.at in seen or not isinstance(node.value, dict):
                continue
            seen.add(node.at)
            for key in node.value:
                child = node.child(key)
                if key == "allOf":
                    pending += child.items
                elif key == "required":
                    for name in child.value:
                        place = Node((*node.at, "properties", name), True)
                        found.setdefault((key, name), []).append(place)
                elif key == "properties":
                    for name in child.value:
                        found.setdefault((key, name), []).append(child.child(name))
                elif key not in _TEXT:
                    found.setdefault((key, ""), []).append(child)
        return found

    def _said(self, old: list[Node], new: list[Node]) -> bool:
        inside = not (old and new)
        if any(self._claims.cover(node, inside=inside) for node in (*old, *new)):
            return True
        if {n.at[-1] for n in (*old, *new)} == {"type"} and not (old and new):
            return {canonical(n.value) for n in (*old, *new)} == {'"object"'}
        values = [
            {canonical(n.value.get("enum")) for n in side if isinstance(n.value, dict)}
            for side in (old, new)
        ]
        if any(len(json.loads(one) or ()) == 1 for one in values[0] & values[1]):
            return True
        return bool(old and new) and (
            all(any(self._explain(one, other) for other in new) for one in old)
            and all(any(self._explain(one, other) for one in old) for other in new)
        )

    def _item_explained(self, old: Node, new: Node) -> bool:
        return self._covered(old, new) or self._explain(old, new)

    def _member_explained(self, old: Node, new: Node) -> bool:
        if old.value is MISSING and new.value is MISSING:
            return True
        if self._covered(old, new) or self._idle(old, new):
            return True
        if old.at[-1] == "required":
            return self._required(old, new)
        return self._explain(old, new)

    def _required(self, old: Node, new: Node) -> bool:
        """Names in a list of what is required are spoken of at their properties."""
        before, after = (set(n.value) if isinstance(n.value, list) else set() for n in (old, new))
        return all(
            any(
                self._claims.cover(Node((*node.at[:-1], "properties", name), None))
                for node in (old, new)
            )
            for name in before ^ after
        )


_SIDES = ("old", "new")
_DEPTH_OF_AN_OPERATION = 3
_HEIGHT = 4
"""How far around a difference its other spelling is looked for."""


def _with_null_outside(value: Any) -> Any:
    """A schema whose union says of no member that it may be null, but of the whole."""
    listed = value.get("anyOf") if isinstance(value, dict) else None
    if listed is None or not all(isinstance(one, dict) for one in listed):
        return value
    null = any(one.get("nullable") for one in (value, *listed))
    members = [{k: v for k, v in one.items() if k != "nullable"} for one in listed]
    return {**value, "anyOf": members, "nullable": null}


def _only_member(node: Node) -> Node | None:
    """The member of a union whose members are equal."""
    listed = node.child("oneOf").value
    if listed is MISSING or len({*map(canonical, listed)}) != 1:
        return None
    return Node((*node.at, "oneOf", "0"), listed[0])


def _members(old: Node, new: Node) -> tuple[list[Node], list[Node]]:
    """The members of two objects side by side; ``4xx`` is ``4XX``."""
    names = {key.upper(): key for key in new.value} if old.at[-1:] == ("responses",) else {}
    keys = [(key, names.get(key.upper(), key)) for key in old.value]
    keys += [(key, key) for key in new.value.keys() - {other for _, other in keys}]
    return [old.child(key) for key, _ in keys], [new.child(key) for _, key in keys]


def _is_component(place: Place) -> bool:
    return len(place) == 3 and place[0] == "components"


def inherits(root: Any) -> bool:
    """Whether what a document demands of callers holds for any operation."""
    operations = (one for item in root["paths"].values() for one in item.values())
    return any("security" not in one for one in operations if isinstance(one, dict))


def _max(old: Node, new: Node) -> int:
    return max(one.value if isinstance(one.value, int) else 0 for one in (old, new))
