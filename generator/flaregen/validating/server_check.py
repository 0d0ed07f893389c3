"""The servers that a document names, compared with the service that the user configured.

A client carries a token, so a document does not choose where it is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flaregen.config_file import ServiceTable
from flaregen.diagnostic import Diagnostic, Problem
from flaregen.document import JSON, Document, as_list, as_object
from flaregen.openapi.servers import address
from flaregen.pointer import Pointer
from flaregen.service_url import problem_with
from flaregen.toml_text import quoted


def foreign_servers(
    document: Document, operations: Iterable[Pointer], service: ServiceTable
) -> tuple[Diagnostic, ...]:
    """An error for each server of the document, or of the operations, that is not configured."""
    known = {url.rstrip("/") for url in (service.base_url, *service.other_servers)}
    return tuple(
        _foreign(url, resolved, service).at(document.source, pointer=place)
        for place, url, resolved in _servers(document, operations)
        if known.isdisjoint((url.rstrip("/"), resolved))
    )


def _servers(
    document: Document, operations: Iterable[Pointer]
) -> Iterator[tuple[Pointer, str, str]]:
    """Every server that counts for the operations, each place once."""
    holders = [Pointer(())]
    for operation in operations:
        holders += [operation.parent, operation]
    for holder in dict.fromkeys(holders):
        servers = as_list(as_object(document.at(holder)).get("servers"))
        yield from _urls(holder.child("servers"), servers)


def _urls(place: Pointer, servers: list[JSON]) -> Iterator[tuple[Pointer, str, str]]:
    """The place of each URL, the URL, and the address that it makes with its variables."""
    for index, server in enumerate(servers):
        match server:
            case {"url": str(url)}:
                yield place.child(str(index), "url"), url, address(server)


def _foreign(url: str, resolved: str, service: ServiceTable) -> Problem:
    others = ", ".join(map(quoted, (*service.other_servers, url)))
    advice = [
        f"to go on calling {service.base_url} only, say in flaregen.toml:",
        "[service]",
        f"other_servers = [{others}]",
    ]
    problem = problem_with(resolved)
    if not problem:
        advice += ["or, if tokens may go there:", "[service]", f"base_url = {quoted(resolved)}"]
    reason = f" It cannot be configured as the service: {problem}." if problem else ""
    message = f'The server "{url}" is not the configured service, {service.base_url}.{reason}'
    return Problem("foreign-server", message, "\n".join(advice))
