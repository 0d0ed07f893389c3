"""From the arguments of a call to a request, without sending it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

import httpx2

from .answers import answer_type
from .errors import CloudflareError, RequestInfo
from .failures import Exchange
from .models import Params, StreamParams, is_params
from .operations import (
    Body,
    Operation,
    candidates,
    fields_body,
    json_body,
    params_body,
    record_body,
    wire_fields,
)
from .options import (
    Query,
    RequestOptions,
    Settings,
    checked_retries,
    has_credentials,
    merge_headers,
    timeout_of,
)
from .outcomes import Expected
from .paths import fill_path, path_values
from .records import record_form
from .retries import RetryPolicy
from .values import is_object

_OPTION_NAMES = frozenset(RequestOptions.__annotations__)


class Call(NamedTuple):
    """A request, and how its outcome is to be read."""

    method: str
    url: httpx2.URL
    headers: httpx2.Headers
    query: Query
    content: bytes
    timeout: httpx2.Timeout
    policy: RetryPolicy
    expected: Expected
    exchange: Exchange


class Address(NamedTuple):
    """A URL, and the model that its path names."""

    url: httpx2.URL
    model: str = ""


class Asked(NamedTuple):
    """A body, and the types that its answer may have."""

    body: Body
    answers: tuple[object, ...]
    variant: str = ""


def build_call(
    settings: Settings,
    operation: Operation,
    path: Mapping[str, object],
    params: object,
    keywords: Mapping[str, object],
    *,
    streaming: bool = False,
) -> Call:
    """The request for a call of a method. `keywords` holds options, path values and fields.

    Raises TypeError and ValueError for arguments that make no request,
    CloudflareError where credentials are missing.
    """
    names = parameters_of(operation.path)
    places = {name: path.get(name, keywords.get(name)) for name in names}
    address = address_of(settings, operation, places)
    options = cast("RequestOptions", {n: keywords[n] for n in _OPTION_NAMES & keywords.keys()})
    used = _OPTION_NAMES.union(names)
    fields = {name: value for name, value in keywords.items() if name not in used}
    extra = _extra_body(options)
    if params is None:
        asked = _ask_by_keywords(operation, address.model, fields, extra, streaming=streaming)
    elif fields:
        raise TypeError(f"Pass params or keywords, not both; got {', '.join(sorted(fields))}, too")
    else:
        asked = _ask(operation, params, extra, streaming=streaming)
    return make_call(settings, options, operation, address, asked)


def make_call(
    settings: Settings,
    options: RequestOptions,
    operation: Operation,
    address: Address,
    asked: Asked,
) -> Call:
    """The request for a body, with what the client and the call choose."""
    headers = _headers(settings, asked.body, options)
    retries = settings.retries
    if "max_retries" in options:
        retries = retries._replace(max_retries=checked_retries(options["max_retries"]))
    return Call(
        method=operation.method,
        url=address.url,
        headers=headers,
        query={**settings.query, **(options.get("extra_query") or {})},
        content=asked.body.content,
        timeout=timeout_of(options["timeout"]) if "timeout" in options else settings.timeout,
        policy=retries,
        expected=Expected(
            tuple(answer_type(answer) for answer in asked.answers),
            settings.on_drift,
            address.model,
            asked.variant,
        ),
        exchange=Exchange(_info(operation.method, address.url), headers, asked.body.content),
    )


@lru_cache(maxsize=128)
def parameters_of(path: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\{(\w+)\}", path))


def address_of(settings: Settings, operation: Operation, places: Mapping[str, object]) -> Address:
    """Where a call goes. Raises TypeError and ValueError for values that fit no path."""
    values = path_values(places, settings.scopes)
    filled = fill_path(operation.path, values, operation.slashed)
    model = dict(values)[operation.slashed[0]] if operation.slashed else ""
    return Address(_url(str(settings.base_url).rstrip("/") + filled), model)


@lru_cache(maxsize=512)
def _url(text: str) -> httpx2.URL:
    return httpx2.URL(text)


@lru_cache(maxsize=512)
def _info(method: str, url: httpx2.URL) -> RequestInfo:
    return RequestInfo(method, str(url.copy_with(userinfo=b"", query=None, fragment=None)))


def _headers(settings: Settings, body: Body, options: RequestOptions) -> httpx2.Headers:
    """Headers of the client and the call. Raises CloudflareError without credentials."""
    headers = settings.headers_for(body.media_type)
    if changes := options.get("extra_headers"):
        headers = headers.copy()
        merge_headers(headers, changes)
    if not settings.authenticated and not has_credentials(headers):
        raise CloudflareError(
            "No credentials: pass `api_token` to the client or set CLOUDFLARE_API_TOKEN"
        )
    return headers


def _extra_body(options: RequestOptions) -> Mapping[str, object]:
    extra = options.get("extra_body")
    if extra is None:
        return {}
    if not is_object(extra):
        raise TypeError(
            f"Expected `extra_body` to be a mapping but received {type(extra).__name__}"
        )
    return extra


def _ask(
    operation: Operation, params: object, extra: Mapping[str, object], *, streaming: bool
) -> Asked:
    """A call with params: of a class, or a mapping or a file where the schema says nothing."""
    if not is_params(params):
        flags = {StreamParams.stream_flag: True} if streaming else {}
        return Asked(params_body(params, {**extra, **flags}), (object,))
    cls, given = type(params), record_form(type(params)).given(params)
    answer = cls.response_type
    if streaming:
        answer, flag = _stream_of(operation, cls)
        extra = {**extra, flag: True}
    else:
        _refuse_stream(operation, [cls], {**given, **extra})
    return Asked(record_body(cls, given, extra), (answer,), cls.__name__)


def _ask_by_keywords(
    operation: Operation,
    model: str,
    keywords: Mapping[str, object],
    extra: Mapping[str, object],
    *,
    streaming: bool,
) -> Asked:
    table = operation.variants() if operation.variants else None
    fields = wire_fields(table, keywords)
    if table is None:
        flags = {StreamParams.stream_flag: True} if streaming else {}
        return Asked(json_body({**fields, **extra, **flags}), (object,))
    classes = candidates(table, model, fields, streaming=streaming)
    variant = classes[0].__name__ if len(classes) == 1 else ""
    if not streaming:
        _refuse_stream(operation, classes, {**fields, **extra})
        answers = _distinct([cls.response_type for cls in classes])
        return Asked(fields_body(classes, fields, extra), answers, variant)
    streams = [_stream_of(operation, cls) for cls in classes]
    flags = {flag: True for _, flag in streams}
    chunks = _distinct([chunk for chunk, _ in streams])
    return Asked(
        fields_body(classes, fields, {**extra, **flags}),
        chunks if len(chunks) == 1 else (object,),
        variant,
    )


def _distinct(answers: Sequence[object]) -> tuple[object, ...]:
    found: list[object] = []
    for answer in answers:
        if answer not in found:
            found.append(answer)
    return tuple(found)


def _stream_of(operation: Operation, cls: type[Params[object]]) -> tuple[object, str]:
    """The type of a piece, and the name of the member that asks for pieces."""
    if not issubclass(cls, StreamParams):
        raise TypeError(f"{cls.__name__} cannot be streamed: pass it to {operation.name}")
    return cls.chunk_type, cls.stream_flag


def _refuse_stream(
    operation: Operation, classes: Sequence[type[Params[object]]], wire: Mapping[str, object]
) -> None:
    """Raises ValueError where the body would ask for a stream, which `run` cannot read."""
    for cls in classes:
        if issubclass(cls, StreamParams) and wire.get(cls.stream_flag) is True:
            instead = f"{operation.name.rpartition('.')[0]}.stream"
            raise ValueError(
                f"`{cls.stream_flag}=True` belongs to {instead}, which sends it itself"
            )
