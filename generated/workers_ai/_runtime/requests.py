"""From the arguments of a call to a request, without sending it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple, TypeAlias, cast, get_args
from urllib.parse import quote

import httpx2
import msgspec

from .answers import Expected, answer_type, read_answer
from .binary import is_file, read_file
from .errors import CloudflareError, RequestInfo
from .forms import Form, Mismatch, given, plain, record_form, to_wire
from .models import Params, StreamParams, is_object
from .options import (
    Query,
    RequestOptions,
    RetryPolicy,
    Settings,
    has_credentials,
    merge_headers,
    not_negative,
    timeout_of,
)
from .sending import PACKAGE, Exchange

_Classes: TypeAlias = Sequence[type[Params[object]]]
_Fields: TypeAlias = Mapping[str, object]

_OPTION_NAMES = frozenset(RequestOptions.__annotations__)
_JSON, _OCTETS = "application/json", "application/octet-stream"
# What RFC 3986 allows in a segment beside letters, digits and "-._~", which quote keeps.
_SEGMENT_SAFE = "@:!$&'()*+,;="
# A backslash is a slash to some servers; "?" and "#" would end the path there.
_REFUSED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029?#\\]")


class Variant:
    """One form of a request: the class that stands for it, and its fields as words of a text."""

    def __init__(
        self,
        params: str,
        task: str,
        required: str,
        optional: str = "",
        # Python name to wire name, where they differ.
        renamed: Mapping[str, str] | None = None,
    ) -> None:
        self.params, self.task, self.renamed = params, task, renamed or {}
        self.required = {self.renamed.get(name, name) for name in required.split()}
        self.names = self.required | {self.renamed.get(n, n) for n in optional.split()}

    def load(self) -> type[Params[object]]:
        return cast("type[Params[object]]", getattr(import_module(PACKAGE), self.params))


class VariantTable(NamedTuple):
    """The forms of an operation's requests, and the task of each model that is known."""

    tasks: Mapping[str, str]
    variants: tuple[Variant, ...]


class Operation(NamedTuple):
    """One operation of the document. `path` names its parameters as the methods do."""

    name: str
    method: str
    path: str
    # Path parameters whose slashes stay slashes; the first names a model.
    slashed: tuple[str, ...] = ()
    # Name of its table among the variants; empty where the document says nothing of the body.
    variants: str = ""

    def table(self) -> VariantTable | None:
        """Its table, loaded for calls in keyword form alone."""
        found = self.variants and getattr(import_module(f"{PACKAGE}.variants"), self.variants)
        return cast("VariantTable | None", found or None)

    @property
    def parameters(self) -> Sequence[str]:
        return re.findall(r"\{(\w+)\}", self.path)


def tasks_by_model(models: Mapping[str, object]) -> dict[str, str]:
    """Model to task, from task to the Literal of its models."""
    return {model: task for task, names in models.items() for model in get_args(names)}


class Body(NamedTuple):
    content: bytes
    media_type: str = _JSON

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self.content)} bytes>"


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

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.url}>"

    def answer(self, response: httpx2.Response) -> object:
        """The answer in a response of success that was read; see `read_answer` for errors."""
        return read_answer(response, self.expected, self.exchange)


class Address(NamedTuple):
    """A URL, and the model that its path names."""

    url: httpx2.URL
    model: str = ""


class Asked(NamedTuple):
    """A body, and the types that its answer may have."""

    body: Body
    answers: tuple[object, ...] = (object,)
    variant: str = ""


def build_call(
    settings: Settings,
    operation: Operation,
    path: _Fields,
    params: object,
    keywords: _Fields,
    *,
    streaming: bool,
) -> Call:
    """The request for a call of a method. `keywords` holds options, path values and fields.

    Raises TypeError and ValueError for arguments that make no request,
    CloudflareError where credentials are missing.
    """
    address = address_of(settings, operation, {**keywords, **path})
    options, extra, fields = sorted_out(operation, keywords)
    if params is None:
        asked = _ask_by_keywords(operation, address.model, fields, extra, streaming=streaming)
    elif fields:
        raise TypeError(f"Pass params or keywords, not both; got {', '.join(sorted(fields))}, too")
    else:
        asked = _ask(operation, params, extra, streaming=streaming)
    return make_call(settings, options, operation, address, asked)


def sorted_out(operation: Operation, keywords: _Fields) -> tuple[RequestOptions, _Fields, _Fields]:
    """Options, what `extra_body` adds, and what is left: fields, which no path has."""
    options = cast("RequestOptions", {n: keywords[n] for n in _OPTION_NAMES & keywords.keys()})
    used = _OPTION_NAMES.union(operation.parameters)
    fields = {name: value for name, value in keywords.items() if name not in used}
    extra = options.get("extra_body") or {}
    if not is_object(extra):
        raise TypeError(
            f"Expected `extra_body` to be a mapping but received {type(extra).__name__}"
        )
    return options, extra, fields


def make_call(
    settings: Settings,
    options: RequestOptions,
    operation: Operation,
    address: Address,
    asked: Asked,
) -> Call:
    """The request for a body, with what the client and the call choose."""
    headers = settings.headers_for(asked.body.media_type)
    if changes := options.get("extra_headers"):
        headers = headers.copy()
        merge_headers(headers, changes)
    if not settings.authenticated and not has_credentials(headers):
        raise CloudflareError(
            "No credentials: pass `api_token` to the client or set CLOUDFLARE_API_TOKEN"
        )
    retries = settings.retries
    if "max_retries" in options:
        retries = retries._replace(max_retries=not_negative("max_retries", options["max_retries"]))
    types = tuple(answer_type(answer) for answer in asked.answers)
    return Call(
        method=operation.method,
        url=address.url,
        headers=headers,
        query={**settings.query, **(options.get("extra_query") or {})},
        content=asked.body.content,
        timeout=timeout_of(options["timeout"]) if "timeout" in options else settings.timeout,
        policy=retries,
        expected=Expected(types, settings.on_drift, address.model, asked.variant),
        exchange=Exchange(_info(operation.method, address.url), headers, asked.body.content),
    )


def address_of(settings: Settings, operation: Operation, places: _Fields) -> Address:
    """Where a call goes. Raises TypeError and ValueError for values that fit no path."""
    values: list[tuple[str, str]] = []
    for name in operation.parameters:
        value = settings.scopes.get(name) if places.get(name) is None else places[name]
        if value is None:
            raise ValueError(f"Expected a value for `{name}`: pass it here or to the client")
        if not isinstance(value, str):
            raise TypeError(f"Expected `{name}` to be a str but received {type(value).__name__}")
        if not value:
            raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
        values.append((name, value))
    filled = fill_path(operation.path, tuple(values), operation.slashed)
    model = dict(values)[operation.slashed[0]] if operation.slashed else ""
    return Address(_url(f"{settings.base_url}{filled}"), model)


@lru_cache(maxsize=512)
def fill_path(template: str, values: tuple[tuple[str, str], ...], slashed: tuple[str, ...]) -> str:
    """The template with each `{name}` replaced, segment by segment percent-encoded.

    Slashes in values named in `slashed` stay slashes; in any other value they are
    encoded. Raises ValueError for a value that would call another path than
    the template's.
    """
    encoded: dict[str, str] = {}
    for name, value in values:
        if _REFUSED.search(value):
            raise ValueError(
                f"`{name}` holds a control character, '?', '#' or a backslash: {value[:200]!r}"
            )
        segments = value.split("/")
        # Encoded slashes are no protection: servers on the way may decode them.
        if any(segment in {"", ".", ".."} for segment in segments):
            raise ValueError(f"`{name}` has an empty, '.' or '..' segment: {value[:200]!r}")
        slash = "/" if name in slashed else "%2F"
        encoded[name] = slash.join(quote(part, safe=_SEGMENT_SAFE) for part in segments)
    return template.format_map(encoded)


@lru_cache(maxsize=512)
def _url(text: str) -> httpx2.URL:
    return httpx2.URL(text)


@lru_cache(maxsize=512)
def _info(method: str, url: httpx2.URL) -> RequestInfo:
    return RequestInfo(method, str(url))


def _ask(operation: Operation, params: object, extra: _Fields, *, streaming: bool) -> Asked:
    """A call with params: of a class, or a mapping or a file where the schema says nothing."""
    if not isinstance(params, Params):
        flags = {StreamParams.stream_flag: True} if streaming else {}
        return Asked(_free_body(params, {**extra, **flags}))
    cls, fields = type(params), given(params)
    answer: object = cls.response_type
    if streaming:
        answer, flag = _stream_of(operation, cls)
        extra = {**extra, flag: True}
    else:
        _refuse_stream(operation, [cls], {**fields, **extra})
    return Asked(_record_body(cls, fields, extra), (answer,), cls.__name__)


def _ask_by_keywords(
    operation: Operation, model: str, keywords: _Fields, extra: _Fields, *, streaming: bool
) -> Asked:
    if (table := operation.table()) is None:
        flags = {StreamParams.stream_flag: True} if streaming else {}
        return Asked(json_body({**keywords, **extra, **flags}))
    renamed = {name: wire for variant in table.variants for name, wire in variant.renamed.items()}
    fields = {renamed.get(name, name): value for name, value in keywords.items()}
    classes = candidates(table, model, fields, streaming=streaming)
    variant = classes[0].__name__ if len(classes) == 1 else ""
    if streaming:
        streams = [_stream_of(operation, cls) for cls in classes]
        extra = {**extra, **{flag: True for _, flag in streams}}
        chunks = _distinct(chunk for chunk, _ in streams)
        answers: tuple[object, ...] = chunks if len(chunks) == 1 else (object,)
    else:
        _refuse_stream(operation, classes, {**fields, **extra})
        answers = _distinct(cls.response_type for cls in classes)
    return Asked(_fields_body(classes, fields, extra), answers, variant)


def candidates(
    table: VariantTable, model: str, fields: _Fields, *, streaming: bool = False
) -> _Classes:
    """The classes that a call in keyword form may mean, by its keywords, its model, its values.

    `fields` has wire names. Raises TypeError for keywords that no form has.
    """
    known = set().union(*(variant.names for variant in table.variants))
    if unknown := [name for name in fields if name not in known]:
        nearest = max(table.variants, key=lambda v: (len(v.names & fields.keys()), -len(v.names)))
        raise TypeError(
            f"No form of the request has {', '.join(map(repr, unknown))}; the nearest is "
            f"{nearest.params}({', '.join(sorted(nearest.names))}). "
            "To send a field that the schema does not know, put it into `extra_body`."
        )
    variants = _by_names(table.variants, fields.keys(), table.tasks.get(model))
    loaded = [variant.load() for variant in variants]
    if streaming:
        loaded = [cls for cls in loaded if issubclass(cls, StreamParams)] or loaded
    if len(loaded) == 1:
        return loaded
    # Files fit wherever a file may stand, and are not read for this.
    values = {name: plain(value) for name, value in fields.items() if not is_file(value)}
    fitting = [cls for cls in loaded if not _mistyped(record_form(cls), values)]
    return fitting or loaded


def _by_names(
    variants: Sequence[Variant], names: Collection[str], task: str | None
) -> Sequence[Variant]:
    """The closest there are; a call that lacks something is for the service to refuse."""
    loose = [variant for variant in variants if variant.names.issuperset(names)]
    fitting = [variant for variant in loose if variant.required.issubset(names)]
    for choice in (fitting, loose):
        if of_task := [variant for variant in choice if variant.task == task]:
            return of_task
    return fitting or loose or variants


def _mistyped(form: Form, values: _Fields) -> bool:
    mismatches: list[Mismatch] = []
    for field in form.fields:
        if (value := values.get(field.wire)) is not None:
            field.form.build(value, "$", mismatches)
    return bool(mismatches)


def _distinct(answers: Iterable[object]) -> tuple[object, ...]:
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


def _refuse_stream(operation: Operation, classes: _Classes, wire: _Fields) -> None:
    """Raises ValueError where the body would ask for a stream, which `run` cannot read."""
    for cls in classes:
        if issubclass(cls, StreamParams) and wire.get(cls.stream_flag) is True:
            instead = f"{operation.name.rpartition('.')[0]}.stream"
            raise ValueError(
                f"`{cls.stream_flag}=True` belongs to {instead}, which sends it itself"
            )


def json_body(members: _Fields) -> Body:
    return Body(msgspec.json.encode(members))


def _free_body(params: object, extra: _Fields) -> Body:
    """The body for a mapping or a file, where the schema says nothing of it.

    `extra` adds members to the JSON object. Raises TypeError for what is none
    of these or cannot be JSON, OSError for a file that cannot be read.
    """
    if is_file(params) and not extra:
        return Body(read_file(params), _OCTETS)
    if not is_object(params):
        raise TypeError(f"Expected params or a mapping but received {type(params).__name__}")
    return json_body({**{name: plain(value) for name, value in params.items()}, **extra})


def _fields_body(classes: _Classes, fields: _Fields, extra: _Fields) -> Body:
    """The body for fields by wire names, which any of the classes may be meant to hold.

    Raises TypeError when the classes disagree about how a file is sent.
    """
    if not any(is_file(value) for value in fields.values()):
        return _free_body(fields, extra)
    # Read once: each class has a look, and an open file can be read only once.
    read = {name: read_file(v) if is_file(v) else v for name, v in fields.items()}
    bodies = {_record_body(cls, read, extra): cls.__name__ for cls in classes}
    if len(bodies) != 1:
        names = ", ".join(bodies.values())
        raise TypeError(f"How a file is sent depends on the form, and this fits {names}: pass one")
    return next(iter(bodies))


def _record_body(cls: type[Params[object]], fields: _Fields, extra: _Fields) -> Body:
    raw = cls.raw_field
    if raw is not None and not extra and set(fields) == {raw} and is_file(fields[raw]):
        return Body(read_file(fields[raw]), _OCTETS)
    return json_body({**to_wire(record_form(cls), fields), **extra})
