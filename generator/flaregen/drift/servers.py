"""Where the service is."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import child, pair, value
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.servers import address

_PORTS = {"http": ":80", "https": ":443"}


def compare_servers(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare the servers that a document, a path or an operation names.

    One that went where one came is a change of address, and so is another first one: clients
    call it unless they are configured otherwise.
    """
    if value(old, "servers") == value(new, "servers"):
        return
    known, wanted = _servers(old), _servers(new)
    servers = pair(known, wanted)
    before, after = next(iter(known)), next(iter(wanted))
    if before == after and len(servers.gone) == len(servers.come) == 1:
        before, after = next(iter(servers.gone)), next(iter(servers.come))
    if before != after:
        scope.emit("server-changed", known[before], wanted[after], before=before, after=after)
        servers.gone.pop(before, None)
        servers.come.pop(after, None)
    for url, node in servers.gone.items():
        scope.emit("server-removed", node, child(new, "servers"), before=url)
    for url, node in servers.come.items():
        scope.emit("server-added", child(old, "servers"), node, after=url)
    for url, nodes in servers.both.items():
        for key in ("description", "variables"):
            scope.emit_key("server-detail-changed", *nodes, key, name=url, detail=key)


def _servers(node: Cursor) -> dict[str, Cursor]:
    """The servers that count at a node, by address; ``/`` is the one of a document without any.

    An operation without servers has those of its path, which has those of the document.
    """
    holder: Cursor | None = node
    while holder is not None:
        found = list(child(holder, "servers").elements())
        if found:
            return {_normal(address(server.value)): server for server in found}
        holder = holder.parent
    return {"/": node}


def _normal(url: str) -> str:
    """A URL with its scheme and host in small letters, without the port that goes without saying.

    Two such URLs are the same (RFC 3986, section 6.2).
    """
    scheme, separator, rest = url.partition("://")
    if not separator:
        return url
    host, slash, path = rest.partition("/")
    scheme, host = scheme.lower(), host.lower()
    return f"{scheme}://{host.removesuffix(_PORTS.get(scheme, ''))}{slash}{path}"
