"""Documents in a line or two, named in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from flaregen import config as configuration
from flaregen.document import Document, JSONObject, Source
from flaregen.names.named import NamedClass, NamedOperation
from flaregen.names.naming import Named, name
from flaregen.names.reviewed import ReviewedNames
from flaregen.schemas.extract import extract
from tests.support.openapi import json_body

TEXT: dict[str, Any] = {"type": "string"}
WHOLE: dict[str, Any] = {"type": "integer"}
NOTHING = ReviewedNames()


def obj(required: str = "", **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required.split()}


def items(schema: Any) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def const(value: Any) -> dict[str, Any]:
    return {"enum": [value]}


def operation(body: Any = None, answer: Any = None, **more: Any) -> dict[str, Any]:
    """An operation with a body and a result, each of them where it is given."""
    result = json_body(obj(result=answer)) if answer is not None else {}
    asked = {"requestBody": json_body(body)} if body is not None else {}
    return {**asked, "responses": {"200": {"description": "", **result}}, **more}


def with_parameters(label: str, node: dict[str, Any]) -> dict[str, Any]:
    """An operation with the parameters of its path."""
    found = [
        {"name": name, "in": "path", "required": True, "schema": TEXT}
        for name in re.findall(r"\{(\w+)\}", label)
    ]
    return {**node, "parameters": found}


def document(paths: Mapping[str, Any], **components: Any) -> Document:
    """``paths`` are operations by ``POST /things``."""
    items_: dict[str, Any] = {}
    for label, node in paths.items():
        method, _, path = label.partition(" ")
        items_.setdefault(path, {})[method.lower()] = node
    root: JSONObject = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": items_,
        "components": {"schemas": components},
    }
    text = json.dumps(root).encode()
    return Document(Source("spec.json", text, "json"), root, "3.1")


def named(found: Document, reviewed: ReviewedNames = NOTHING) -> tuple[NamedOperation, ...]:
    return named_in_full(found, reviewed).operations


def named_in_full(found: Document, reviewed: ReviewedNames = NOTHING) -> Named:
    """The operations, and warnings about their names."""
    config = configuration.load(None)
    operations = extract(found, found, config.wire)
    return name(operations, reviewed, config.scopes, found)


def classes_of(operations: tuple[NamedOperation, ...]) -> dict[str, NamedClass]:
    """Every class by its name. Two classes of one name fail."""
    found: dict[str, NamedClass] = {}
    for task in (task for operation in operations for task in operation.tasks):
        answer = task.response
        own = [cls for cls in (answer.cls, answer.chunk) if cls] if answer else []
        for cls in (*(one.cls for one in task.variants), *own, *task.nested):
            assert found.setdefault(cls.name, cls) == cls, cls.name
    return found
