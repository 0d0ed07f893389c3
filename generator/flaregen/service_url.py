"""What may be the address of the service: where tokens are sent."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

_PLAIN = re.compile(r"[!-~]+")
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


def problem_with(url: str) -> str:
    """Why a token must not be sent to an address, in a few words; empty where it may be.

    The address has to be https, or http on this machine, and to name its host in plain sight:
    no user, no placeholders, nothing behind the path.
    """
    if not _PLAIN.fullmatch(url) or set(url) & set("{}\\"):
        return "it holds spaces, placeholders or characters that are not plain ASCII"
    try:
        parts = urlsplit(url)
        # Reading the port checks it.
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        return f"it cannot be read: {error}"
    return _problem_of(parts, host or "")


def _problem_of(parts: SplitResult, host: str) -> str:
    if parts.scheme not in {"https", "http"} or not host:
        return "it must start with https:// and a host"
    if parts.scheme == "http" and host not in _LOCAL:
        return "it must be https, or anyone on the way can read the token"
    if "@" in parts.netloc:
        return f"it names a user, and leads to the host {host}"
    if parts.query or parts.fragment:
        return "it must not have a query or a fragment"
    return ""
