"""What an OpenAPI document is made of: which key holds an object of which kind.

A walk by this table tells a schema's keyword ``example`` from a property that is called
``example``, and never mistakes an example's ``$ref`` for a reference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from flaregen.document import JSON, JSONObject, as_object, step
from flaregen.openapi.versions import METHODS
from flaregen.pointer import Pointer

Kind: TypeAlias = Literal[
    "document",
    "components",
    "path item",
    "operation",
    "callback",
    "parameter",
    "header",
    "request body",
    "response",
    "media type",
    "encoding",
    "example",
    "link",
    "security scheme",
    "schema",
]
Shape: TypeAlias = Literal["one", "list", "map"]


class Form(NamedTuple):
    """How a key holds objects of a kind: one of them, a list, or a map from names to them."""

    shape: Shape
    kind: Kind


_CONTENT: dict[str, Form] = {"content": Form("map", "media type")}
_VALUE: dict[str, Form] = {
    **_CONTENT,
    "schema": Form("one", "schema"),
    "examples": Form("map", "example"),
}
_SCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
SCHEMA_MAPS = ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
"""Keywords with schemas by names, which are not keywords."""
_SCHEMAS = (
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
)

_PARTS: dict[Kind, dict[str, Form]] = {
    "document": {
        "paths": Form("map", "path item"),
        "webhooks": Form("map", "path item"),
        "components": Form("one", "components"),
    },
    "components": {
        "schemas": Form("map", "schema"),
        "responses": Form("map", "response"),
        "parameters": Form("map", "parameter"),
        "examples": Form("map", "example"),
        "requestBodies": Form("map", "request body"),
        "headers": Form("map", "header"),
        "securitySchemes": Form("map", "security scheme"),
        "links": Form("map", "link"),
        "callbacks": Form("map", "callback"),
        "pathItems": Form("map", "path item"),
        "mediaTypes": Form("map", "media type"),
    },
    "path item": {
        "parameters": Form("list", "parameter"),
        **dict.fromkeys(METHODS, Form("one", "operation")),
        "additionalOperations": Form("map", "operation"),
    },
    "operation": {
        "parameters": Form("list", "parameter"),
        "requestBody": Form("one", "request body"),
        "responses": Form("map", "response"),
        "callbacks": Form("map", "callback"),
    },
    "callback": {},
    "parameter": _VALUE,
    "header": _VALUE,
    "request body": _CONTENT,
    "response": {**_CONTENT, "headers": Form("map", "header"), "links": Form("map", "link")},
    "media type": {
        "schema": Form("one", "schema"),
        "itemSchema": Form("one", "schema"),
        "examples": Form("map", "example"),
        "encoding": Form("map", "encoding"),
        "itemEncoding": Form("one", "encoding"),
        "prefixEncoding": Form("list", "encoding"),
    },
    "encoding": {"headers": Form("map", "header")},
    "example": {},
    "link": {},
    "security scheme": {},
    "schema": {
        **dict.fromkeys(_SCHEMAS, Form("one", "schema")),
        **dict.fromkeys(_SCHEMA_LISTS, Form("list", "schema")),
        **dict.fromkeys(SCHEMA_MAPS, Form("map", "schema")),
    },
}

SECTIONS: dict[Kind, str] = {form.kind: key for key, form in _PARTS["components"].items()}
"""Where the components of a kind are: ``schemas`` for schemas."""


class Part(NamedTuple):
    """An object of a known kind, and the tokens of its pointer."""

    tokens: tuple[str, ...]
    kind: Kind
    node: JSONObject

    @property
    def pointer(self) -> Pointer:
        return Pointer(self.tokens)


def whole(root: JSONObject) -> Part:
    return Part((), "document", root)


def walk(start: Part) -> Iterator[Part]:
    """Give a part and everything below it, in the document's order. References are not followed."""
    pending = [start]
    while pending:
        part = pending.pop()
        yield part
        below = parts(part)
        below.reverse()
        pending += below


def parts(part: Part) -> list[Part]:
    """Give the parts one level down. Whatever is not an object is passed over."""
    below: list[Part] = []
    tokens, kind, node = part
    forms = _PARTS[kind]
    for key, child in node.items():
        # Every key of a callback holds a path item.
        form = forms.get(key) if kind != "callback" else _PATH_ITEM
        if form is not None and isinstance(child, dict | list):
            below += _expand((*tokens, key), form, child)
    return below


_PATH_ITEM = Form("one", "path item")


def parts_at(root: JSONObject, pointer: Pointer) -> tuple[Part, ...]:
    """Find the part at a pointer, or the parts in the map or list that is there.

    Nothing where the table does not reach: inside of examples and extensions, and
    where there is no object at all.
    """
    part = whole(root)
    rest = pointer.tokens
    while rest:
        form = _form(part.kind, rest[0])
        if form is None:
            return ()
        taken = rest[:1] if form.shape == "one" else rest[:2]
        child = _descend(part.node, taken)
        tokens = (*part.tokens, *taken)
        if form.shape != "one" and len(taken) == 1:
            return tuple(_expand(tokens, form, child))
        if not isinstance(child, dict):
            return ()
        part = Part(tokens, form.kind, child)
        rest = rest[len(taken) :]
    return (part,)


def _form(kind: Kind, key: str) -> Form | None:
    """Say what a key of a part holds."""
    return _PATH_ITEM if kind == "callback" else _PARTS[kind].get(key)


def _descend(node: JSON, tokens: tuple[str, ...]) -> JSON:
    try:
        for token in tokens:
            node = step(node, token)
    except KeyError:
        return None
    return node


def _expand(tokens: tuple[str, ...], form: Form, node: JSON) -> list[Part]:
    shape, kind = form
    if shape == "one":
        return [Part(tokens, kind, node)] if isinstance(node, dict) else []
    if shape == "map" and isinstance(node, dict):
        return [
            Part((*tokens, name), kind, member)
            for name, member in node.items()
            if isinstance(member, dict)
        ]
    if shape == "list" and isinstance(node, list):
        return [
            Part((*tokens, str(index)), kind, item)
            for index, item in enumerate(node)
            if isinstance(item, dict)
        ]
    return []


def location_of(
    root: JSONObject, tokens: tuple[str, ...]
) -> tuple[tuple[str | int, ...], JSONObject]:
    """Turn tokens into keys and indices, and give the object that they lead to."""
    node: JSON = root
    location: list[str | int] = []
    for token in tokens:
        location.append(int(token) if isinstance(node, list) else token)
        node = step(node, token)
    return tuple(location), as_object(node)


def shallow(part: Part) -> JSONObject:
    """Copy a part with nothing in the parts below it, so that only itself can be wrong."""
    node = dict(part.node)
    for key in {below.tokens[len(part.tokens)] for below in parts(part)}:
        match node[key], _form(part.kind, key):
            case dict() as child, Form("map", _):
                node[key] = {name: _emptied(member) for name, member in child.items()}
            case child, _:
                node[key] = [_emptied(item) for item in child] if isinstance(child, list) else {}
    return node


def with_subschemas(schema: JSONObject, edit: Callable[[JSON], JSON]) -> JSONObject:
    """The schema with every schema one level down edited.

    Lists are looked into wherever schemas are: older drafts have some under ``items``.
    """
    made: JSONObject = {}
    for key, value in schema.items():
        form = _PARTS["schema"].get(key)
        if form is None:
            made[key] = value
        elif isinstance(value, list):
            made[key] = [edit(item) for item in value]
        elif form.shape == "map" and isinstance(value, dict):
            made[key] = {name: edit(one) for name, one in value.items()}
        else:
            made[key] = edit(value)
    return made


def _emptied(node: JSON) -> JSON:
    return {} if isinstance(node, dict) else node
