"""Where the service is."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import child, pair, value
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References
from flaregen.openapi.servers import address

_DETAIL = "server-detail-changed"
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
    holders = child(old, "servers"), child(new, "servers")
    scope.emit_lone("server-added", servers, holders, shown="key")
    for url, (one, other) in servers.both.items():
        for key in ("name", "description"):
            scope.emit_key(_DETAIL, one, other, key, name=url, detail=key)
        _variables(scope, url, child(one, "variables"), child(other, "variables"))


def _variables(scope: Scope, url: str, old: Cursor, new: Cursor) -> None:
    """Compare the values of the variables of a server; defaults are in its address."""
    for name in dict.fromkeys([*dict(old.items()), *dict(new.items())]):
        before, after = old.get(name) or old, new.get(name) or new
        was, now = _values(before, after), _values(after, before)
        rule = "server-variable-widened" if _within(was, now) else "server-variable-narrowed"
        if was != now:
            said = was or "any value", now or "any value"
            scope.emit(rule, before, after, before=said[0], after=said[1], name=url, detail=name)
        scope.emit_key(_DETAIL, before, after, "description", name=url, detail=name)


def _values(variable: Cursor, other: Cursor) -> list[JSON] | None:
    """The values of a variable, sorted; None for any.

    One that a side does not have is written out in its address, with the other's default.
    """
    default = value(variable, "default")
    if default is None:
        return [str(value(other, "default"))]
    listed = value(variable, "enum")
    return [*sorted({*map(str, listed), str(default)})] if isinstance(listed, list) else None


def _within(values: list[JSON] | None, others: list[JSON] | None) -> bool:
    return others is None or (values is not None and all(item in others for item in values))


def lost_prefixes(old: References, new: References) -> tuple[str, str]:
    """What all the servers of either document end with, and those of the other one do not."""
    before, after = list(_servers(old.root)), list(_servers(new.root))
    if len(before) != len(after):
        return "", ""
    both = zip(before, after, strict=True)
    rests = {(_beyond(one, other), _beyond(other, one)) for one, other in both}
    return rests.pop() if len(rests) == 1 else ("", "")


def _beyond(url: str, start: str) -> str:
    """The rest of a URL after another one; empty where it does not begin with that."""
    start = start.rstrip("/")
    return url.removeprefix(start).rstrip("/") if url.startswith(f"{start}/") else ""


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
