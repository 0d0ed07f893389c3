"""What a path suggests: the resource, and the method with its verb."""

from __future__ import annotations

import pytest

from flaregen.names.paths import method_name, resource_name


@pytest.mark.parametrize(
    ("method", "path", "resource", "name"),
    [
        ("GET", "/things", "things", "list"),
        ("GET", "/things/", "things", "list"),
        ("GET", "/things/{id}", "things", "get"),
        ("GET", "/things/{id}/", "things", "get"),
        ("GET", "/accounts/{account_id}/things/{id}", "things", "get"),
        ("POST", "/things", "things", "create"),
        ("POST", "/accounts/{account_id}/ai/run/{model_name}", "ai", "run"),
        ("PATCH", "/things/{id}/parts", "things", "edit_parts"),
        ("QUERY", "/things", "things", "query"),
        ("LINK", "/things", "things", "call"),
        ("GET", "/", "api", "list"),
    ],
)
def test_names(method: str, path: str, resource: str, name: str) -> None:
    scopes = {"accounts"}
    assert (resource_name(path, scopes), method_name(method, path, scopes)) == (resource, name)
