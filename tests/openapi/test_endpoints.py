"""Which members of a path item are operations."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.document import Document, OpenAPIVersion
from flaregen.openapi.endpoints import endpoints
from flaregen.reading.sources import make_source

METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]


@pytest.mark.parametrize(
    ("version", "methods"), [("3.0", METHODS), ("3.1", METHODS), ("3.2", [*METHODS, "query"])]
)
def test_a_version_has_its_methods(version: OpenAPIVersion, methods: list[str]) -> None:
    others = ["summary", "servers", "parameters", "x-get", "GET", "copy"]
    members: dict[str, Any] = {name: {} for name in (*METHODS, "query", *others)}
    document = Document(make_source("a.json", b"{}"), {"paths": {"/a": members}}, version)
    assert [str(one) for one in endpoints(document)] == [f"{name.upper()} /a" for name in methods]
