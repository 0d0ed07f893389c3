"""Documents around a fragment: an operation that sends it, or answers with it."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any, Literal

from flaregen.document import Document, OpenAPIVersion, Source
from flaregen.names.symbol import Surface
from flaregen.rendered import RenderedFile
from tests.support.emitted_surface import emitted_surface

Way = Literal["request", "response"]


def document(root: dict[str, Any], name: str = "document.json") -> Document:
    content = json.dumps(root).encode()
    version: OpenAPIVersion = (
        "3.1" if str(root.get("openapi", "3.0.3")).startswith("3.1") else "3.0"
    )
    return Document(Source(name, content, "json"), root, version)


def api(operation: Any, **more: Any) -> Document:
    return document(
        {
            "openapi": "3.0.3",
            "info": {"title": "A", "version": "1.0.0"},
            "paths": {"/a": {"post": operation}},
            **more,
        }
    )


def around(schema: Any, way: Way, **more: Any) -> Document:
    """A body with a schema, sent or answered."""
    body = {"content": {"application/json": {"schema": schema}}}
    if way == "request":
        return api({"requestBody": body, "responses": {}}, **more)
    return api({"responses": {"200": {"description": "", **body}}}, **more)


def wrap(setting: str, fragment: Any, way: Way) -> Document:
    match setting:
        case "schema":
            return around(fragment, way)
        case "member":
            return around({"type": "object", "properties": {"field": fragment}}, way)
        case "parameter":
            parameter = {"in": "query", "name": "field", **fragment}
            return api({"parameters": [parameter], "responses": {}})
        case "header":
            return api({"responses": {"200": {"description": "", "headers": {"field": fragment}}}})
        case "response":
            return api({"responses": {"200": fragment}})
        case "request":
            return api({"requestBody": fragment, "responses": {}})
        case "operation":
            return api(fragment)
        case "document":
            return document({"openapi": "3.0.3", **fragment})
        case "client":
            raise TypeError("lines of Python are no part of a document")


def ways(setting: str) -> tuple[Way, ...]:
    """The directions in which a setting can be met."""
    match setting:
        case "schema" | "member" | "client":
            return ("request", "response")
        case "header" | "response":
            return ("response",)
        case _:
            return ("request",)


def emitted(code: str, way: Way) -> Surface:
    """The surface of a client with these lines, in which a class is sent or answered."""
    if way == "response":
        code = code.replace("Params[object]", "Response")
    name = "task.py"
    if "(Resource[" in code:
        name = "resources/ai.py"
    elif "Model:" in code:
        name = "catalogue.py"
    return emitted_surface([RenderedFile(PurePosixPath("client", name), code.encode())])
