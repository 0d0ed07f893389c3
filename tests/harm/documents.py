"""Documents with any text in any place, and documents of any size."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from flaregen import config as configuration
from flaregen.config import Config
from flaregen.pipeline import emit, generate
from flaregen.rendered import RenderedFile
from flaregen.understanding import read

OPERATION = "workers-ai-post-run-model"
POINTER = "/paths/~1accounts~1{account_id}~1ai~1run~1{model_name}/post"


def text() -> dict[str, Any]:
    return {"type": "string"}


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def document(
    body: Any = None,
    *,
    components: dict[str, Any] | None = None,
    result: Any = None,
    path: str = "/accounts/{account_id}/ai/run/{model_name}",
    tag: str = "Workers AI",
    **operation: Any,
) -> dict[str, Any]:
    """One operation that takes a body and answers a result."""
    names = [part.strip("{}") for part in path.split("/") if part.startswith("{")]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Harm", "version": "1"},
        "servers": [{"url": "https://api.cloudflare.com/client/v4"}],
        "paths": {
            path: {
                "post": {
                    "operationId": OPERATION,
                    "summary": "Run",
                    "tags": [tag],
                    "parameters": [
                        {"name": name, "in": "path", "required": True, "schema": text()}
                        for name in names
                    ],
                    "requestBody": {"content": _json(body or obj(text=text()))},
                    "responses": {
                        "200": {
                            "description": "",
                            "content": _json(obj(result=result or obj(answer=text()))),
                        }
                    },
                    **operation,
                }
            }
        },
        "components": {"schemas": components or {}},
    }


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def config_for(root: Any, folder: Path, *, package: str = "workers_ai") -> Config:
    """The defaults, with a document that is written into the folder."""
    spec = folder / "spec.json"
    spec.write_text(json.dumps(root), encoding="utf-8")
    operations = tuple(f"POST {path}" for path in list(root["paths"])[:1])
    return replace(
        configuration.load(None),
        spec=str(spec),
        overlays=(),
        names=None,
        package=package,
        operations=operations,
    )


def built(root: Any, folder: Path) -> tuple[RenderedFile, ...]:
    """Everything a build would write, README and pyproject.toml included."""
    config = replace(config_for(root, folder), project=True)
    return generate(config, read(config))


def rendered(root: Any, folder: Path, *, package: str = "workers_ai") -> tuple[RenderedFile, ...]:
    """The package alone, not formatted, which is much faster."""
    config = config_for(root, folder, package=package)
    reading = read(config)
    return emit(config, reading.operations)
