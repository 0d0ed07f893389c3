"""Whether a proxy of the environment is used for an address."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from flaregen.network.addresses import goes_through_proxy


@pytest.mark.parametrize(
    ("environment", "url", "through"),
    [
        ({}, "https://example.com/a", False),
        ({"https_proxy": "http://proxy:1"}, "https://example.com/a", True),
        ({"https_proxy": "http://proxy:1"}, "http://example.com/a", False),
        ({"all_proxy": "http://proxy:1"}, "http://example.com/a", True),
        ({"all_proxy": "http://proxy:1", "no_proxy": "example.com"}, "http://example.com/a", False),
        ({"all_proxy": "http://proxy:1", "no_proxy": "example.org"}, "http://example.com/a", True),
    ],
)
def test_goes_through_proxy(
    environment: dict[str, str], url: str, through: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert goes_through_proxy(urlsplit(url)) is through
