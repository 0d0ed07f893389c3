"""Calls of the official SDK, made up from its own signatures, and the requests that it sends.

Runs in an environment that has the SDK. Standard input is a JSON object: names of methods, such as
``dns.records.list``, each with the identifier that its path begins with. Standard output is a list
of calls, with what each overload requires and with all that it takes: the name of the method, the
arguments, and the request. Bytes are ``{"$bytes": TEXT}``, and moments ``{"$moment": TEXT}``.
"""

from __future__ import annotations

import inspect
import json
import sys
import types
import typing
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from operator import attrgetter
from typing import Annotated, Any, Literal, NotRequired, Required

import httpx
from cloudflare import Cloudflare
from cloudflare._types import NotGiven, Omit
from typing_extensions import is_typeddict

_OPTIONS = {"extra_headers", "extra_query", "extra_body", "timeout"}
_DEPTH = 6
_SCALARS: dict[Any, Any] = {str: "text", int: 3, float: 1.5, bool: True, object: {"a": 1}}


def value(kind: Any, depth: int = 0) -> Any:
    """A value of a type, of unions of the first, with all that dicts may have, to a depth."""
    origin, arguments, name = typing.get_origin(kind), typing.get_args(kind), str(kind)
    if origin in (Annotated, Required, NotRequired):
        return value(arguments[0], depth)
    if origin in (typing.Union, types.UnionType):
        left = [one for one in arguments if one not in (Omit, NotGiven, type(None))]
        return {"$bytes": "file"} if bytes in left else value(left[0], depth)
    if origin is Literal:
        return arguments[0]
    if is_typeddict(kind):
        hints = typing.get_type_hints(kind)
        names = hints if depth < _DEPTH else kind.__required_keys__
        return {one: value(hints[one], depth + 1) for one in sorted(names)}
    if origin is dict:
        return {"key": value(arguments[1], depth + 1)}
    if arguments and ("Iterable" in name or "Sequence" in name or origin is list):
        return [value(arguments[0], depth + 1)]
    if "date" in name:
        return {"$moment": "2024-01-02T03:04:05+00:00"}
    return _SCALARS.get(kind, {})


def made_up(function: Any, scope: str, *, full: bool) -> tuple[list[Any], dict[str, Any]]:
    """What is given: by position, which is the last parameter of the path, and by name."""
    hints, positional, named = typing.get_type_hints(function, include_extras=True), [], {}
    for name, one in list(inspect.signature(function).parameters.items())[1:]:
        required = one.default is inspect.Parameter.empty
        if name in ("account_id", "zone_id"):
            if required or name == scope:
                named[name] = f"the {name}"
        elif one.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD:
            positional.append(f"the {name}" if hints[name] is str else value(hints[name]))
        elif (required or full) and name not in _OPTIONS:
            named[name] = value(hints[name])
    return positional, named


def overloads(method: Any) -> Iterator[Any]:
    function = inspect.unwrap(method.__func__)
    yield from typing.get_overloads(function) or [function]


def live(one: Any) -> Any:
    """Arguments as they are passed."""
    match one:
        case {"$bytes": text}:
            return text.encode()
        case {"$moment": text}:
            return datetime.fromisoformat(text)
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
    found = []
    for name, scope in json.load(sys.stdin).items():
        resource, _, last = name.rpartition(".")
        methods = attrgetter(resource)(client)
        for function, full in product(overloads(getattr(methods, last)), (False, True)):
            positional, named = made_up(function, scope, full=full)
            # Only what is asked counts: what is answered fits no method, and is not parsed.
            getattr(methods.with_raw_response, last)(*live(positional), **live(named))
            request = sent.pop()
            call = {"name": name, "full": full, "positional": positional, "named": named}
            kind, content = request.headers.get("content-type", ""), request.content.decode()
            url = str(request.url)
            found.append(
                {**call, "method": request.method, "url": url, "type": kind, "body": content}
            )
    json.dump(found, sys.stdout)


main()
