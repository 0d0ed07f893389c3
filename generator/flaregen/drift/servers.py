"""Where the service is."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import child, pair, value
from flaregen.openapi.cursor import Cursor


def compare_servers(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare the servers that a document, a path or an operation names.

    One that went where one came is a change of address.
    """
    before, after = child(old, "servers"), child(new, "servers")
    if before.value == after.value:
        return
    servers = pair(_by_url(before), _by_url(after))
    if len(servers.gone) == len(servers.come) == 1:
        (was, one), (now, other) = *servers.gone.items(), *servers.come.items()
        scope.emit("server-changed", one, other, before=was, after=now)
        return
    for url, node in servers.gone.items():
        scope.emit("server-removed", node, after, before=url)
    for url, node in servers.come.items():
        scope.emit("server-added", before, node, after=url)
    for url, nodes in servers.both.items():
        for key in ("description", "variables"):
            scope.emit_key("server-detail-changed", *nodes, key, name=url, detail=key)


def _by_url(servers: Cursor) -> dict[str, Cursor]:
    return {str(value(node, "url")): node for node in servers.elements()}
