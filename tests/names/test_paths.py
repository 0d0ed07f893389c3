"""What a path suggests: the resource, and the method with its verb."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.names.paths import Answer, Outline, suggestion
from flaregen.names.reviewed import ReviewedResource

_SCOPES = {"accounts", "zones"}


def _plain(
    method: str, path: str, resources: tuple[ReviewedResource, ...] = (), **more: Any
) -> str:
    found = suggestion(Outline(method, path, **more), _SCOPES, resources)
    return f"{found.resource}.{found.methods[0]}"


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("GET", "/things", "things.list"),
        ("GET", "/things/", "things.list"),
        ("GET", "/things/{id}", "things.get"),
        ("GET", "/things/{id}/", "things.get"),
        ("GET", "/things/{id}.json", "things.get"),
        ("GET", "/accounts/{account_id}/things/{id}", "things.get"),
        ("GET", "/accounts/{account_id}", "accounts.get"),
        ("GET", "/accounts", "accounts.list"),
        ("PATCH", "/zones/{zone_id}", "zones.edit"),
        ("GET", "/v2/zones/{zone_id}/things", "v2.things.list"),
        ("PUT", "/accounts/{a}/maps/{map}/accounts/{other}", "maps.accounts.update"),
        ("POST", "/things", "things.create"),
        ("POST", "/things/{id}/parts", "things.parts.create"),
        ("POST", "/things/{id}/rotate-key", "things.rotate_key"),
        ("GET", "/pfx2as-moas/things", "pfx2as_moas.things.list"),
        ("POST", "/accounts/{account_id}/ai/run/{model_name}", "ai.run"),
        ("POST", "/run/{model_name}", "run.create"),
        ("PATCH", "/things/{id}/parts", "things.parts.edit"),
        ("GET", "/radar/http/summary/browser", "radar.http.summary.browser"),
        ("GET", "/accounts/{a}/http/summary/browser", "http.summary.browser.get"),
        ("QUERY", "/things", "things.query"),
        ("LINK", "/things", "things.call"),
        ("GET", "/status", "status.get"),
        ("GET", "/", "api.get"),
    ],
)
def test_names(method: str, path: str, name: str) -> None:
    assert _plain(method, path) == name


@pytest.mark.parametrize(
    ("path", "answer", "verb"),
    [
        ("/things", "no list", "get"),
        ("/things", "perhaps a list", "list"),
        ("/status", "perhaps a list", "get"),
        ("/status", "list", "list"),
        ("/things/{id}", "list", "get"),
    ],
)
def test_lists_are_known_by_the_answer(path: str, answer: Answer, verb: str) -> None:
    assert _plain("GET", path, answer=answer).rpartition(".")[2] == verb


def test_pages_and_bodies_that_are_lists() -> None:
    assert _plain("GET", "/status", answer="no list", pages=True) == "status.list"
    assert _plain("PUT", "/things", sends_list=True) == "things.bulk_update"
    assert _plain("PUT", "/things/{id}", sends_list=True) == "things.update"
    assert suggestion(Outline("DELETE", "/things"), _SCOPES).methods == ("delete", "bulk_delete")


def test_reviewed_beginnings_of_paths() -> None:
    rows = (
        ReviewedResource("/access", "zero_trust.access"),
        ReviewedResource("/access/apps/{}/ca", "zero_trust.cas"),
        ReviewedResource("/zones/{zone_id}/access", "zones.access"),
        ReviewedResource("/ai/run", "ai.run"),
    )
    assert _plain("GET", "/accounts/{a}/access/groups/{g}", rows) == "zero_trust.access.groups.get"
    assert _plain("GET", "/access/groups", rows) == "zero_trust.access.groups.list"
    assert _plain("GET", "/accounts/{a}/access/apps/{x}/ca", rows) == "zero_trust.cas.get"
    assert _plain("GET", "/zones/{z}/access/groups", rows) == "zones.access.groups.list"
    assert _plain("GET", "/accounts/{a}/accessories", rows) == "accessories.list"
    assert _plain("POST", "/accounts/{a}/ai/run/{model}", rows) == "ai.run.create"
