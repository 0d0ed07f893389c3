"""Small documents for tests that say only what they are about."""

from __future__ import annotations

import json
from typing import Any

from flaregen.document import Document, JSONObject
from flaregen.reading.load import parse
from flaregen.reading.sources import make_source


def document(
    paths: Any = None, *, version: str = "3.0.3", name: str = "spec.json", **more: Any
) -> Document:
    """Make a document, valid where the parts are. The text has a line per node."""
    info = {"title": "Things", "version": "1.0.0"}
    root = {"openapi": version, "info": info, "paths": paths or {}, **more}
    return parse(make_source(name, json.dumps(root, indent=1).encode()))


def operation(schema: Any = None, **more: Any) -> JSONObject:
    """Make an operation whose answer has a schema."""
    answer: JSONObject = {"description": "An answer."}
    if schema is not None:
        answer["content"] = {"application/json": {"schema": schema}}
    return {"responses": {"200": answer}, **more}


def parameter(name: str, place: str = "path", schema: Any = None, **more: Any) -> JSONObject:
    needed = {"required": True} if place == "path" else {}
    return {"name": name, "in": place, **needed, "schema": schema or {"type": "string"}, **more}


def ref(target: str) -> JSONObject:
    return {"$ref": target}


def dig(node: Any, *keys: str | int) -> Any:
    """Go down by keys and indices."""
    for key in keys:
        node = node[key]
    return node
