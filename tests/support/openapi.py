"""Parts of OpenAPI documents."""

from __future__ import annotations

from typing import Any


def ref(component: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{component}"}


def json_body(schema: Any) -> dict[str, Any]:
    """What a body or an answer has, as JSON."""
    return {"content": {"application/json": {"schema": schema}}}
