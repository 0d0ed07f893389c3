"""Which network address a download may connect to.

A name is looked up once, every address it has is checked, and the connection goes to
one that was checked: a second look-up could give another answer (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
import urllib.request
from typing import TypeAlias
from urllib.parse import SplitResult

from flaregen.network.registry import REGISTRY, WITHIN_IPV6

IPAddress: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address


class PrivateAddressError(Exception):
    """A name that leads into a private network, to this machine, or nowhere public."""


def checked_addresses(host: str, port: int, *, allow_private: bool) -> tuple[str, ...]:
    """The addresses of a host, in the order to try them.

    Raises PrivateAddressError when one of them is not public, OSError when there is none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in () if allow_private else addresses:
        if not is_public(ipaddress.ip_address(address.split("%")[0])):
            subject = host if host == address else f"{host} is {address}, which"
            raise PrivateAddressError(f"{subject} is not a public address")
    return addresses


def is_public(address: IPAddress) -> bool:
    """Whether the Internet leads there, as IANA's registries have it.

    An IPv6 address that carries an IPv4 address, in its last 32 bits, is what that is.
    """
    if isinstance(address, ipaddress.IPv6Address) and any(address in one for one in WITHIN_IPV6):
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    rows = [(network.prefixlen, reaches) for network, reaches in REGISTRY if address in network]
    return max(rows)[1]


def goes_through_proxy(url: SplitResult) -> bool:
    """Whether the environment names a proxy for this URL, which then does the look-up."""
    host = url.hostname or ""
    proxies = urllib.request.getproxies()
    return bool(proxies.get(url.scheme) or proxies.get("all")) and not urllib.request.proxy_bypass(
        host
    )
