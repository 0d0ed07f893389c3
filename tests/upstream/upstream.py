"""A small document in the manner of Cloudflare's, for following."""

from __future__ import annotations

import json
from typing import Any

RUN = "/accounts/{account_id}/ai/run/{model_name}"
CONFIG = """\
[spec]
path = "spec/openapi.json"
"""


def parameters(*names: str) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in names
    ]


def operation(identifier: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    answer = {"type": "object", "properties": {"result": {"$ref": "#/components/schemas/Answer"}}}
    return {
        "operationId": identifier,
        "requestBody": {"content": {"application/json": {"schema": schema}}},
        "responses": {
            "200": {"description": "Done", "content": {"application/json": {"schema": answer}}}
        },
        **more,
    }


def variant(title: str | None, **properties: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties, "required": sorted(properties)}
    return {"title": title, **schema} if title else schema


def document(*variants: dict[str, Any], version: str = "1") -> dict[str, Any]:
    """An operation that runs models, two models next to it, and one that nobody asks for."""
    union = {"oneOf": list(variants or [variant("Translation", text={"type": "string"})])}
    own = [{"name": "Workers AI"}, {"name": "Zones"}]
    return {
        "openapi": "3.0.3",
        "info": {"title": "Upstream", "version": version},
        "servers": [{"url": "https://api.cloudflare.com/client/v4"}],
        "tags": own,
        "paths": {
            "/zones": {"get": operation("list-zones", {"$ref": "#/components/schemas/Zone"})},
            "/accounts/{account_id}/ai/run/@cf/some/model": {
                "post": operation(
                    "some-model",
                    {"type": "object"},
                    tags=["Workers AI Translation"],
                    parameters=parameters("account_id"),
                )
            },
            RUN: {
                "post": operation(
                    "workers-ai-post-run-model",
                    union,
                    tags=["Workers AI"],
                    parameters=parameters("account_id", "model_name"),
                )
            },
        },
        "components": {
            "schemas": {
                "Zone": {"type": "object", "properties": {"name": {"type": "string"}}},
                "Answer": {
                    "oneOf": [
                        {
                            "title": "Translation",
                            "type": "object",
                            "properties": {"translated_text": {"type": "string"}},
                        }
                    ]
                },
            }
        },
    }


def unnamed() -> dict[str, Any]:
    """A document with two forms of a variant that differ in a bound alone, which names nothing."""
    forms = [
        {
            "type": "object",
            "required": ["image"],
            "properties": {"image": {"type": "string", "maxLength": most}},
        }
        for most in (10, 20)
    ]
    return document({"title": "Translation", "oneOf": forms})


def as_json(content: dict[str, Any]) -> bytes:
    return json.dumps(content).encode()
