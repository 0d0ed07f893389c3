"""The addresses of servers."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.openapi.servers import address


@pytest.mark.parametrize(
    ("server", "url"),
    [
        ({"url": "https://api.example/v4"}, "https://api.example/v4"),
        ({"url": "https://api.example/v4/"}, "https://api.example/v4"),
        ({"url": "/"}, "/"),
        (
            {"url": "https://{host}/{v}", "variables": {"v": {"default": "v4"}}},
            "https://{host}/v4",
        ),
        ({"url": "https://a/{v}", "variables": {"v": {"default": 4}}}, "https://a/{v}"),
        ({"url": "{v}/{v}/", "variables": {"v": {"default": "a"}}}, "a/a"),
    ],
)
def test_addresses(server: Any, url: str) -> None:
    assert address(server) == url
