"""The addresses of servers (OpenAPI 3.1.1, sections 4.8.5 and 4.8.6)."""

from __future__ import annotations

from flaregen.document import JSON, as_object


def address(server: JSON) -> str:
    """The URL of a server with the default of each variable in it, without a slash at its end.

    A path starts with a slash: that of an address is not doubled by anybody.
    """
    node = as_object(server)
    url = str(node.get("url"))
    for name, variable in as_object(node.get("variables")).items():
        default = as_object(variable).get("default")
        if isinstance(default, str):
            url = url.replace(f"{{{name}}}", default)
    return url.rstrip("/") or "/"
