"""Which addresses a token may be sent to."""

from __future__ import annotations

import pytest

from flaregen.service_url import problem_with

_UNPLAIN = "it holds spaces, placeholders or characters that are not plain ASCII"
_SCHEME = "it must start with https:// and a host"
_OPEN = "it must be https, or anyone on the way can read the token"


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("https://api.cloudflare.com/client/v4", ""),
        ("http://localhost:8787/client/v4", ""),
        ("http://127.0.0.1:1", ""),
        ("http://[::1]:1", ""),
        ("https://api.cloudflare.com:443", ""),
        ("", _UNPLAIN),
        ("https://api.cloudflare.com/client v4", _UNPLAIN),
        ("https://{host}/client", _UNPLAIN),
        ("https://api.cloudflare.com\\@evil.example", _UNPLAIN),
        ("https://\u0430pi.cloudflare.com", _UNPLAIN),
        ("https://host:99999", "it cannot be read: Port out of range 0-65535"),
        ("https:///client", _SCHEME),
        ("ftp://api.cloudflare.com", _SCHEME),
        ("http://api.cloudflare.com", _OPEN),
        (
            "https://api.cloudflare.com@evil.example",
            "it names a user, and leads to the host evil.example",
        ),
        (
            "https://api.cloudflare.com/?to=x",
            "it must not have a query or a fragment",
        ),
        (
            "https://api.cloudflare.com/#x",
            "it must not have a query or a fragment",
        ),
    ],
)
def test_where_tokens_go(url: str, problem: str) -> None:
    assert problem_with(url) == problem
