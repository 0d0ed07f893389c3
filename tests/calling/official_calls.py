"""Calls of the official SDK, made up from its own signatures, and the requests that it sends.

Runs in an environment that has the SDK. Standard input is a JSON object: names of methods, such as
``dns.records.list``, each with the identifier that its path begins with. Standard output has, by
name, the arguments of a call and the request. Bytes are written as ``{"$bytes": TEXT}``.
"""

from __future__ import annotations

import inspect
import json
import sys
import types
import typing
from operator import attrgetter
from typing import Any, Literal

import httpx
from cloudflare import Cloudflare
from cloudflare._types import NotGiven, Omit
from typing_extensions import is_typeddict

_OPTIONS = {"extra_headers", "extra_query", "extra_body", "timeout"}
_SCALARS: dict[Any, Any] = {str: "text", int: 3, float: 1.5, bool: True, object: {"a": 1}}


def value(kind: Any) -> Any:
    """The smallest value of a type."""
    origin, arguments, name = typing.get_origin(kind), typing.get_args(kind), str(kind)
    if origin in (typing.Union, types.UnionType):
        left = [one for one in arguments if one not in (Omit, NotGiven, type(None))]
        return {"$bytes": "file"} if "IO[bytes]" in name else value(left[0])
    if origin is Literal:
        return arguments[0]
    if is_typeddict(kind):
        hints = typing.get_type_hints(kind)
        return {one: value(hints[one]) for one in sorted(kind.__required_keys__)}
    if origin is dict:
        return {"key": value(arguments[1])}
    if arguments and ("Iterable" in name or "Sequence" in name or origin is list):
        return [value(arguments[0])]
    return _SCALARS.get(kind, "2024-01-02T03:04:05Z" if "date" in name else {})


def made_up(method: Any, scope: str) -> tuple[list[Any], dict[str, Any]]:
    """What has to be given: by position, which is the last parameter of the path, and by name."""
    function = inspect.unwrap(method.__func__)
    function = next(iter(typing.get_overloads(function)), function)
    hints, positional, named = typing.get_type_hints(function), [], {}
    for name, one in list(inspect.signature(function).parameters.items())[1:]:
        required = one.default is inspect.Parameter.empty
        if name in ("account_id", "zone_id"):
            if required or name == scope:
                named[name] = f"the {name}"
        elif one.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD:
            positional.append(f"the {name}")
        elif required and name not in _OPTIONS:
            named[name] = value(hints[name])
    return positional, named


def live(one: Any) -> Any:
    """Arguments as they are passed."""
    match one:
        case {"$bytes": text}:
            return text.encode()
        case dict():
            return {key: live(inner) for key, inner in one.items()}
        case list():
            return [live(inner) for inner in one]
    return one


def main() -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        sent.append(request)
        return httpx.Response(200, json={"success": True, "errors": [], "result": None})

    transport = httpx.Client(transport=httpx.MockTransport(answer))
    options: Any = {"api_token": "t", "base_url": "https://api.example", "max_retries": 0}
    client = Cloudflare(http_client=transport, **options)
    found = {}
    for name, scope in json.load(sys.stdin).items():
        resource, _, last = name.rpartition(".")
        methods = attrgetter(resource)(client)
        positional, named = made_up(getattr(methods, last), scope)
        # Only what is asked counts: what is answered fits no method, and is not parsed.
        getattr(methods.with_raw_response, last)(*live(positional), **live(named))
        request = sent.pop()
        found[name] = {
            "positional": positional,
            "named": named,
            "method": request.method,
            "url": str(request.url),
            "type": request.headers.get("content-type", ""),
            "body": request.content.decode(),
        }
    json.dump(found, sys.stdout)


main()
