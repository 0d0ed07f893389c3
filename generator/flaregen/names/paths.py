"""Names that a path suggests: ``/accounts/{account_id}/ai/run/{model_name}`` is ``ai.run``."""

from __future__ import annotations

from collections.abc import Container

_VERBS = {
    "GET": "get",
    "PUT": "update",
    "POST": "create",
    "PATCH": "edit",
    "DELETE": "delete",
    "HEAD": "head",
    "OPTIONS": "options",
    "TRACE": "trace",
    "QUERY": "query",
}


def resource_name(path: str, scopes: Container[str]) -> str:
    """The first fixed segment that is not a scope."""
    fixed = _fixed(path, scopes)
    return fixed[0] if fixed else "api"


def method_name(method: str, path: str, scopes: Container[str]) -> str:
    """The fixed segments after the resource, with a verb unless the path ends in one by POST."""
    rest = _fixed(path, scopes)[1:]
    if method == "POST" and rest:
        return "_".join(rest)
    verb = (
        "list"
        if method == "GET" and not path.rstrip("/").endswith("}")
        else _VERBS.get(method, "call")
    )
    return "_".join((verb, *rest))


def _fixed(path: str, scopes: Container[str]) -> list[str]:
    """Segments that are not parameters; one that scopes the parameter after it is dropped."""
    segments = [segment for segment in path.split("/") if segment]
    followers = [*segments[1:], ""][: len(segments)]
    return [
        segment
        for segment, after in zip(segments, followers, strict=True)
        if not segment.startswith("{") and not (segment in scopes and after.startswith("{"))
    ]
