"""Which network address a download may connect to.

A name is looked up once, every address it has is checked, and the connection goes to
one that was checked: a second look-up could give another answer (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
import urllib.request
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import TypeAlias
from urllib.parse import SplitResult

# Which blocks of addresses the Internet leads to, as IANA published it on 2025-10-09:
# https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry, the
# column "Globally Reachable"; what is deprecated or not applicable there is not. Of two blocks the
# smaller one counts. What has another source says so.
_UNREACHABLE = """
0.0.0.0/8 0.0.0.0/32 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12
192.0.0.0/24 192.0.0.0/29 192.0.0.8/32 192.0.0.170/32 192.0.0.171/32 192.0.2.0/24 192.88.99.0/24
192.88.99.2/32 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4
255.255.255.255/32

::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23 2001::/32
2001:2::/48 2001:10::/28 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10
"""
_REACHABLE = """
192.0.0.9/32 192.0.0.10/32 192.31.196.0/24 192.52.193.0/24 192.175.48.0/24

64:ff9b::/96 2001:1::1/128 2001:1::2/128 2001:1::3/128 2001:3::/32 2001:4:112::/48 2001:20::/28
2001:30::/28 2620:4f:8000::/48
"""
_ELSEWHERE = {
    "0.0.0.0/0": True,
    # iana.org/assignments/multicast-addresses: nobody's own address.
    "224.0.0.0/4": False,
    # iana.org/assignments/ipv6-address-space: 2000::/3 alone is given to anybody. Beyond it are
    # IPv4-compatible and translated addresses, site-local ones and multicast.
    "::/0": False,
    "2000::/3": True,
}
_REGISTRY: tuple[tuple[IPv4Network | IPv6Network, bool], ...] = (
    *((ip_network(block), False) for block in _UNREACHABLE.split()),
    *((ip_network(block), True) for block in _REACHABLE.split()),
    *((ip_network(block), reaches) for block, reaches in _ELSEWHERE.items()),
)
_WITHIN_IPV6 = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
"""IPv4-mapped addresses, and those that a network without IPv4 translates (RFC 6052)."""


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
    if isinstance(address, ipaddress.IPv6Address) and any(address in one for one in _WITHIN_IPV6):
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    rows = [(network.prefixlen, reaches) for network, reaches in _REGISTRY if address in network]
    return max(rows)[1]


def goes_through_proxy(url: SplitResult) -> bool:
    """Whether the environment names a proxy for this URL, which then does the look-up."""
    host = url.hostname or ""
    proxies = urllib.request.getproxies()
    return bool(proxies.get(url.scheme) or proxies.get("all")) and not urllib.request.proxy_bypass(
        host
    )
