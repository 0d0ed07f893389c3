"""Credentials: where they come from, and the headers that carry them."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import cast

import httpx2

from .errors import CloudflareError

# RFC 9110, section 5.6.2; how long a body is, the HTTP library says.
_TOKEN = re.compile(r"(?i)(?!(content-length|transfer-encoding)$)[!#$%&'*+.^_`|~0-9a-z-]+")
# Beyond visible ASCII, space and tab, HTTP allows nothing that a header should hold, and
# the HTTP library repeats in its message what begins or ends with a space.
_UNSENDABLE = re.compile(r"[^\t\x20-\x7e]|^[\t ]|[\t ]$")
CREDENTIALS = {
    "api_token": "CLOUDFLARE_API_TOKEN",
    "api_email": "CLOUDFLARE_EMAIL",
    "api_key": "CLOUDFLARE_API_KEY",
    "user_service_key": "CLOUDFLARE_API_USER_SERVICE_KEY",
}
PAIR = {"api_email", "api_key"}
AUTH_HEADERS = ("authorization", "x-auth-key", "x-auth-user-service-key")


def from_environment(variable: str) -> str:
    return os.environ.get(variable, "").strip()


def resolved_credentials(options: Mapping[str, object]) -> dict[str, str]:
    """Credentials from options, and from the environment only where there are none, or for the other half of a pair.

    Raises ValueError for an empty or unsendable value, CloudflareError for an email or a key alone.
    """
    passed = {n: cast("str", v) for n in CREDENTIALS if (v := options.get(n)) is not None}
    for name, value in passed.items():
        if not value.strip():
            raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
    stored = {name: value for name, v in CREDENTIALS.items() if (value := from_environment(v))}
    if not passed and "api_token" in stored:
        # It wins, and the others need not even be sendable.
        stored = {"api_token": stored["api_token"]}
    if PAIR & passed.keys():
        passed = {name: value for name, value in stored.items() if name in PAIR} | passed
    for name, value in (passed or stored).items():
        check_header(name if name in passed else CREDENTIALS[name], value)
    if passed and not auth_headers(passed):
        (missing,) = PAIR - passed.keys()
        raise CloudflareError(
            f"`api_email` and `api_key` go together, and `{missing}` is missing: pass it or set {CREDENTIALS[missing]}"
        )
    return passed or stored


def auth_headers(credentials: Mapping[str, str]) -> dict[str, str]:
    """The headers of the strongest kind that is complete; none, when none is."""
    match credentials:
        case {"api_token": token}:
            return {"Authorization": f"Bearer {token}"}
        case {"api_email": email, "api_key": key}:
            return {"X-Auth-Email": email, "X-Auth-Key": key}
        case {"user_service_key": key}:
            return {"X-Auth-User-Service-Key": key}
        case _:
            return {}


def has_credentials(headers: httpx2.Headers) -> bool:
    return any(name in headers and (name != "x-auth-key" or "x-auth-email" in headers) for name in AUTH_HEADERS)


def removes_credentials(changes: Mapping[str, object]) -> bool:
    """Whether a caller wants none of ours sent, as where a proxy adds its own."""
    return any(value is None and name.lower() in AUTH_HEADERS for name, value in changes.items())


def check_header(name: str, value: str) -> None:
    """Raises ValueError for a value that HTTP cannot carry; the value is not repeated."""
    if _UNSENDABLE.search(value):
        raise ValueError(
            f"`{name}` begins or ends with a space, or holds what no header can: "
            "a line break, a control character, a letter beyond ASCII"
        )


def displaced(changes: Mapping[str, object]) -> set[str]:
    """The headers whose place credentials take, which is that of all others; a new key may go with the old email."""
    changed = {name.lower() for name, value in changes.items() if value is not None}
    others = {*AUTH_HEADERS, *(() if "x-auth-key" in changed else ("x-auth-email",))}
    return others - changed if changed.intersection(AUTH_HEADERS) else set()


def merge_headers(headers: httpx2.Headers, changes: Mapping[str, object] | None) -> None:
    """Set headers, and remove those of None. Raises ValueError for a name or a value that HTTP cannot carry."""
    for other in displaced(changes or {}):
        headers.pop(other, None)
    for name, value in (changes or {}).items():
        if not _TOKEN.fullmatch(name):
            raise ValueError(f"Not a header to set: {name!r}")
        if value is None:
            # Which no request may lack.
            if name.lower() != "host":
                headers.pop(name, None)
        elif not isinstance(value, str):
            raise TypeError(f"Expected the header {name!r} to be a str but received {type(value).__name__}")
        else:
            check_header(name, value)
            headers[name] = value
