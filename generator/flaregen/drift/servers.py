"""Where the service is."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.described import value
from flaregen.openapi.cursor import Cursor


def compare_servers(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare the servers that a document, a path or an operation names.

    One that went where one came is a change of address, and so is another first one: clients
    call it unless they are told otherwise.
    """
    if value(old, "servers") == value(new, "servers"):
        return
    known, wanted = _servers(old), _servers(new)
    gone = [url for url in known if url not in wanted]
    come = [url for url in wanted if url not in known]
    before, after = next(iter(known)), next(iter(wanted))
    if before == after and len(gone) == len(come) == 1:
        before, after = gone[0], come[0]
    if before != after:
        scope.emit("server-changed", known[before], wanted[after], before=before, after=after)
        gone, come = [url for url in gone if url != before], [url for url in come if url != after]
    for url in gone:
        scope.emit("server-removed", known[url], new.get("servers") or new, before=url)
    for url in come:
        scope.emit("server-added", old.get("servers") or old, wanted[url], after=url)
    for url in known.keys() & wanted.keys():
        _details(scope, url, known[url], wanted[url])


def _servers(node: Cursor) -> dict[str, Cursor]:
    """The servers that count at a node, by address; ``/`` is the one of a document without any.

    An operation without servers has those of its path, which has those of the document.
    """
    holder: Cursor | None = node
    while holder is not None:
        servers = holder.get("servers")
        found = [] if servers is None else list(servers.elements())
        if found:
            return {_address(server): server for server in found}
        holder = holder.parent
    return {"/": node}


def _address(server: Cursor) -> str:
    """The URL with the default of each variable in it."""
    url = str(value(server, "url"))
    variables = value(server, "variables")
    for name, variable in variables.items() if isinstance(variables, dict) else ():
        default: JSON = variable.get("default") if isinstance(variable, dict) else None
        if isinstance(default, str):
            url = url.replace(f"{{{name}}}", default)
    return url


def _details(scope: Scope, url: str, old: Cursor, new: Cursor) -> None:
    for key in ("description", "variables"):
        if value(old, key) != value(new, key):
            scope.emit(
                "server-detail-changed",
                old.get(key) or old,
                new.get(key) or new,
                before=value(old, key),
                after=value(new, key),
                name=url,
                detail=key,
            )
