"""Servers of a document that are not the configured service, and what to do about each."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.config_file import ServiceTable
from flaregen.pointer import Pointer
from flaregen.validating.server_check import foreign_servers
from tests.reading.documents import document, operation

_OWN = "https://api.example/v4"
_OTHER = "https://other.example"
_GET = Pointer(("paths", "/a", "get"))


def _found(whole: Any = (), item: Any = (), own: Any = (), *allowed: str) -> list[tuple[str, str]]:
    """The place of each server that is reported, and the whole text."""
    made = document(
        {"/a": {"servers": list(item), "get": operation(servers=list(own))}}, servers=list(whole)
    )
    found = foreign_servers(made, [_GET], ServiceTable(_OWN, allowed))
    assert {one.code for one in found} <= {"foreign-server"}
    return [(str(one.pointer), f"{one.message}\n{one.help}") for one in found]


def _server(url: str, **variables: str) -> Any:
    return {"url": url, "variables": {k: {"default": v} for k, v in variables.items()}}


@pytest.mark.parametrize(
    "url", [_OWN, f"{_OWN}/", _OTHER, f"{_OTHER}/", "https://{host}.example/v4"]
)
def test_servers_that_are_configured(url: str) -> None:
    server = [_server(url, host="api")]
    assert _found(server, server, server, f"{_OTHER}/") == []


def test_every_place_that_counts_for_an_operation() -> None:
    server = [_server(_OWN), _server(_OTHER)]
    assert [place for place, _ in _found(server, server, server)] == [
        "/servers/1/url",
        "/paths/~1a/servers/1/url",
        "/paths/~1a/get/servers/1/url",
    ]


def test_the_whole_message() -> None:
    ((_, said),) = _found(
        [_server("https://{host}.example", host="b")], (), (), "https://c.example"
    )
    assert said == (
        f'The server "https://{{host}}.example" is not the configured service, {_OWN}.\n'
        f"to go on calling {_OWN} only, say in flaregen.toml:\n"
        "[service]\n"
        'other_servers = ["https://c.example", "https://{host}.example"]\n'
        "or, if tokens may go there:\n"
        "[service]\n"
        'base_url = "https://b.example"'
    )


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://b.example", "it must be https, or anyone on the way can read the token"),
        ("/v4", "it must start with https:// and a host"),
        ("https://me@b.example", "it names a user, and leads to the host b.example"),
        ("https://b.example?c", "it must not have a query or a fragment"),
        ("https://b.example#c", "it must not have a query or a fragment"),
        (
            "https://{b}.example",
            "it holds spaces, placeholders or characters that are not plain ASCII",
        ),
    ],
)
def test_no_token_goes_where_others_read_it(url: str, why: str) -> None:
    ((_, said),) = _found([_server(url)])
    reason = f"It cannot be configured as the service: {why}."
    assert said.splitlines() == [
        f'The server "{url}" is not the configured service, {_OWN}. {reason}',
        f"to go on calling {_OWN} only, say in flaregen.toml:",
        "[service]",
        f'other_servers = ["{url}"]',
    ]
