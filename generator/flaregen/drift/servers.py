"""Where the service is."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.described import value
from flaregen.openapi.cursor import Cursor


def compare_servers(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare the servers that a document, a path or an operation names.

    One that went where one came is a change of address.
    """
    before, after = old.get("servers") or old, new.get("servers") or new
    if before.value == after.value:
        return
    known = {str(value(node, "url")): node for node in before.elements()}
    wanted = {str(value(node, "url")): node for node in after.elements()}
    gone = [url for url in known if url not in wanted]
    come = [url for url in wanted if url not in known]
    if len(gone) == len(come) == 1:
        scope.emit("server-changed", known[gone[0]], wanted[come[0]], before=gone[0], after=come[0])
        return
    for url in gone:
        scope.emit("server-removed", known[url], after, before=url)
    for url in come:
        scope.emit("server-added", before, wanted[url], after=url)
    for url in known.keys() & wanted.keys():
        _details(scope, url, known[url], wanted[url])


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
