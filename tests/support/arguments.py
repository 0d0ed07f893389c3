"""A value for all that a call of an operation can take."""

from __future__ import annotations

from typing import Any

from flaregen.names.keywords import body_argument, field_keywords
from flaregen.names.named import NamedOperation
from flaregen.schemas.schema import Enumeration
from tests.support.documents import sample


def arguments(operation: NamedOperation) -> dict[str, Any]:
    keywords: dict[str, Any] = {}
    for one in operation.parameters:
        schema = one.parameter.schema
        value = sample(schema, full=True)
        if operation.operation.twin and one.argument == "zone_id":
            # One of both ids says which of two paths is meant.
            continue
        if one.parameter.location == "path":
            chosen = isinstance(value, int | float) or isinstance(schema, Enumeration)
            value = value if chosen and not one.environment else "text"
            keywords[one.argument] = value if not isinstance(value, bool) else "text"
        elif not isinstance(value, dict) or "anything" not in value:
            keywords[one.argument] = value
    if variants := operation.variants:
        wires = {field.wire for field in variants[0].cls.fields}
        for name, fields in field_keywords(operation).items():
            if fields[0].wire in wires:
                keywords[name] = sample(fields[0].schema, full=True)
    elif body_argument(operation) == "body":
        bodies = [task.body for task in operation.operation.tasks if task.body is not None]
        keywords["body"] = sample(bodies[0], full=True) if bodies else b"raw"
    elif operation.operation.media_types:
        keywords["any_field"] = {}
    return keywords
