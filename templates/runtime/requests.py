"""From the arguments of a call to a request, without sending it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple, Self, TypeAlias, cast, get_args
from urllib.parse import quote

import httpx2
import msgspec

from . import forms, options
from .answers import Call, answer_type
from .binary import is_file, read_file
from .errors import CloudflareError, RequestInfo
from .models import Params, StreamParams, is_object
from .options import RequestOptions, Settings
from .sending import PACKAGE

_Classes: TypeAlias = Sequence[type[Params[object]]]
Fields: TypeAlias = Mapping[str, object]

_OPTION_NAMES = frozenset(RequestOptions.__annotations__)
_OCTETS = "application/octet-stream"
# What RFC 3986 allows in a segment beside letters, digits and "-._~", which quote keeps.
_SEGMENT_SAFE = "@:!$&'()*+,;="


class Variant:
    """One form of a request: its class, the Literal of its models, its fields in words; `renamed` has wire names."""

    def __init__(
        self, params: str, models: object, required: str, optional: str = "", renamed: Mapping[str, str] | None = None
    ) -> None:
        self.params, self.models, self.renamed = params, get_args(models), renamed or {}
        self.required = {self.renamed.get(name, name) for name in required.split()}
        self.names = self.required | {self.renamed.get(n, n) for n in optional.split()}

    def load(self) -> type[Params[object]]:
        return cast("type[Params[object]]", getattr(import_module(PACKAGE), self.params))


class Operation(NamedTuple):
    """One operation of the document. `path` names its parameters as the methods do."""

    name: str
    method: str
    path: str
    # Path parameters whose slashes stay slashes; the first names a model.
    slashed: tuple[str, ...] = ()
    # Name of its table among the variants, or else the class of its answers; empty where the document says neither.
    variants: str = ""
    answer: str = ""
    # Python names to wire names.
    query: Mapping[str, str] = {}
    body: bool = True
    # Whether params classes say what it answers: they may share one with an operation that answers something.
    answered: bool = True

    def forms(self) -> Sequence[Variant]:
        """The forms of its requests, loaded for calls in keyword form alone."""
        return getattr(import_module(f"{PACKAGE}.variants"), self.variants, ()) if self.variants else ()

    @property
    def parameters(self) -> Sequence[str]:
        return re.findall(r"\{(\w+)\}", self.path)

    def model(self, values: Mapping[str, str]) -> str:
        return values[self.slashed[0]] if self.slashed else ""


class Asked(NamedTuple):
    """The body of a request, and the types that its answer may have."""

    content: bytes
    media_type: str = "application/json"
    answers: tuple[object, ...] = (object,)
    # Empty where the call leaves open what it means: the answer decides.
    variant: str = ""

    @classmethod
    def json(cls, members: Fields) -> Self:
        return cls(msgspec.json.encode(members))

    # That of a tuple would show what is asked.
    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self.content)} bytes>"


def build_call(
    settings: Settings, operation: Operation, path: Fields, params: object, keywords: Fields, *, streaming: bool
) -> Call:
    """The request for a call of a method. `keywords` holds options, path values and fields.

    Raises TypeError and ValueError for arguments that make no request, CloudflareError without credentials.
    """
    values = path_values(settings, operation, {**keywords, **path})
    fields, extra = sorted_out(operation, keywords)
    if fields and params is not None:
        raise TypeError(f"Pass params or keywords, not both; got {', '.join(sorted(fields))}, too")
    if isinstance(params, Params):
        asked = _ask(operation, [type(params)], forms.given(params), extra, streaming=streaming)
    elif params is None and (variants := operation.forms()):
        renamed = {name: wire for one in variants for name, wire in one.renamed.items()}
        fields = {renamed.get(name, name): value for name, value in fields.items()}
        model = operation.model(values)
        meant = candidates(variants, model, fields, streaming=streaming)
        classes = [variant.load() for variant in meant]
        asked = _ask(operation, classes, fields, extra, streaming=streaming)
        if not all(model in variant.models for variant in meant):
            # Keywords of other forms, or of none that the model is listed for: what its task answers is likely, too.
            own = (one.load().response_type for one in variants if not streaming and model in one.models)
            asked = asked._replace(variant="", answers=tuple(dict.fromkeys((*asked.answers, *own))))
    elif params is None and not (fields or extra or streaming):
        asked = Asked(b"", "")
    elif operation.body:
        flags = {StreamParams.stream_flag: True} if streaming else {}
        asked = _free_body(fields if params is None else params, {**extra, **flags})
    else:
        raise TypeError(f"{operation.name} takes no {', '.join(sorted(fields)) or 'body'}")
    if answer := operation.answer:
        asked = asked._replace(answers=(getattr(import_module(PACKAGE), answer),), variant=answer)
    if not operation.answered:
        asked = asked._replace(answers=(object,))
    return make_call(settings, operation, values, keywords, asked)


def sorted_out(operation: Operation, keywords: Fields) -> tuple[Fields, Fields]:
    """Fields, which are what neither a path nor an option takes, and what `extra_body` adds."""
    used = _OPTION_NAMES.union(operation.parameters, operation.query)
    extra = keywords.get("extra_body") or {}
    if not is_object(extra):
        raise TypeError(f"Expected `extra_body` to be a mapping but received {type(extra).__name__}")
    fields = {n: v for n, v in keywords.items() if n not in used and v is not msgspec.UNSET}
    return fields, cast("Fields", forms.plain(extra))


def make_call(
    settings: Settings, operation: Operation, values: Mapping[str, str], keywords: Fields, asked: Asked
) -> Call:
    """The request for a body, with what the client and the call choose."""
    chosen = cast("RequestOptions", keywords)
    headers = settings.headers_for(asked.media_type)
    if changes := chosen.get("extra_headers"):
        headers = headers.copy()
        options.merge_headers(headers, changes)
    if not settings.own_auth and not options.has_credentials(headers):
        raise CloudflareError("No credentials: pass `api_token` to the client or set CLOUDFLARE_API_TOKEN")
    policy, timeout = settings.retries, settings.timeout
    if "max_retries" in chosen:
        retries = options.not_negative("max_retries", chosen["max_retries"])
        policy = policy._replace(max_retries=retries)
    if "timeout" in chosen:
        timeout = options.timeout_of(chosen["timeout"])
    own = {wire: keywords.get(name) for name, wire in operation.query.items()}
    query = {**settings.query, **own, **(chosen.get("extra_query") or {})}
    filled = fill_path(operation.path, tuple(values.items()), operation.slashed)
    info, url = _place(operation.method, f"{settings.base_url}{filled}")
    return Call(
        info=info,
        url=url,
        headers=headers,
        query=cast("options.Query", {name: value for name, value in query.items() if value is not None}),
        content=asked.content,
        private=asked.content,
        timeout=timeout,
        policy=policy,
        on_drift=settings.on_drift,
        types=tuple(answer_type(answer) for answer in asked.answers),
        variant=asked.variant,
        model=operation.model(values),
    )


def path_values(settings: Settings, operation: Operation, places: Fields) -> dict[str, str]:
    """What the path takes, from a call, else the client. Raises TypeError and ValueError."""
    values: dict[str, str] = {}
    for name in operation.parameters:
        value = settings.scopes.get(name) if places.get(name) is None else places[name]
        if value is None:
            variable = settings.service.scopes.get(name)
            elsewhere = f" or to the client, or set {variable}" if variable else ""
            raise ValueError(f"Expected a value for `{name}`: pass it here{elsewhere}")
        if not isinstance(value, str):
            raise TypeError(f"Expected `{name}` to be a str but received {type(value).__name__}")
        if not value:
            raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
        values[name] = value
    return values


@lru_cache(maxsize=512)
def fill_path(template: str, values: tuple[tuple[str, str], ...], slashed: tuple[str, ...]) -> str:
    """The template with each `{name}` replaced, segment by segment percent-encoded; slashes stay in `slashed` ones.

    Raises ValueError for a value that would call another path than the template's.
    """
    encoded: dict[str, str] = {}
    for name, value in values:
        if any(map(_is_refused, value)):
            raise ValueError(f"`{name}` holds a control character, '?', '#' or a backslash: {value[:200]!r}")
        segments = value.split("/")
        # Encoded slashes are no protection: servers on the way may decode them.
        if not {"", ".", ".."}.isdisjoint(segments):
            raise ValueError(f"`{name}` has an empty, '.' or '..' segment: {value[:200]!r}")
        slash = "/" if name in slashed else "%2F"
        encoded[name] = slash.join(quote(part, safe=_SEGMENT_SAFE) for part in segments)
    return template.format_map(encoded)


def _is_refused(letter: str) -> bool:
    """Control characters and line ends; what ends a path, or is a slash to some servers."""
    return letter < " " or "\x7f" <= letter <= "\x9f" or letter in "\u2028\u2029?#\\"


@lru_cache(maxsize=512)
def _place(method: str, text: str) -> tuple[RequestInfo, httpx2.URL]:
    url = httpx2.URL(text)
    return RequestInfo(method, str(url)), url


def _ask(operation: Operation, classes: _Classes, fields: Fields, extra: Fields, *, streaming: bool) -> Asked:
    """What is sent for fields by wire names, which any of the classes may be meant to hold."""
    streams = [cls for cls in classes if issubclass(cls, StreamParams)]
    answers = tuple(dict.fromkeys(cls.response_type for cls in classes))
    if streaming:
        if odd := [cls.__name__ for cls in classes if cls not in streams]:
            raise TypeError(f"{odd[0]} cannot be streamed: pass it to {operation.name}")
        chunks = tuple(dict.fromkeys(cls.chunk_type for cls in streams))
        answers = chunks if len(chunks) == 1 else (object,)
        extra = {**extra, **{cls.stream_flag: True for cls in streams}}
    else:
        refuse_stream(operation, classes, {**fields, **extra})
    variant = " or ".join(cls.__name__ for cls in classes)
    # Read once: each class has a look, and an open file can be read only once.
    read = {name: read_file(v) if is_file(v) else v for name, v in fields.items()}
    bodies = {_body(cls, read, extra): cls.__name__ for cls in classes}
    if len(bodies) != 1:
        names = ", ".join(bodies.values())
        raise TypeError(f"How a file is sent depends on the form, and this fits {names}: pass one")
    return next(iter(bodies))._replace(answers=answers, variant=variant)


def refuse_stream(operation: Operation, classes: _Classes, wire: Fields) -> None:
    """Raises ValueError for a body that asks for a stream where none can be read."""
    for cls in classes:
        if issubclass(cls, StreamParams) and wire.get(cls.stream_flag) is True:
            instead = f"{operation.name.rpartition('.')[0]}.stream"
            raise ValueError(f"`{cls.stream_flag}=True` belongs to {instead}, which sends it itself")


def candidates(variants: Sequence[Variant], model: str, fields: Fields, *, streaming: bool) -> Sequence[Variant]:
    """What a call may mean, by its keywords (wire names), its model, its values."""
    known = set().union(*(variant.names for variant in variants))
    if unknown := [name for name in fields if name not in known]:
        raise TypeError(
            f"No form of the request has {', '.join(map(repr, unknown))}; the nearest is "
            f"{_nearest(variants, model, fields)}. "
            "To send a field that the schema does not know, put it into `extra_body`."
        )
    meant = _by_names(variants, fields.keys(), model)
    if streaming:
        meant = [variant for variant in meant if issubclass(variant.load(), StreamParams)] or meant
    if len(meant) == 1:
        return meant
    # Files fit wherever a file may stand, and are not read for this.
    values = {name: forms.plain(value) for name, value in fields.items() if not is_file(value)}
    return [variant for variant in meant if not _mistyped(variant.load(), values)] or meant


def _nearest(variants: Sequence[Variant], model: str, fields: Fields) -> str:
    from difflib import get_close_matches

    def nearness(variant: Variant) -> tuple[int, bool, bool, int]:
        alike = sum(bool(get_close_matches(name, variant.names, 1)) for name in fields)
        needed = variant.required <= fields.keys()
        return alike, model in variant.models, needed, -len(variant.names)

    nearest = max(variants, key=nearness)
    return f"{nearest.params}({', '.join(sorted(nearest.names))})"


def _by_names(variants: Sequence[Variant], names: Collection[str], model: str) -> Sequence[Variant]:
    """The closest there are; a call that lacks something is for the service to refuse."""
    loose = [variant for variant in variants if variant.names.issuperset(names)]
    fitting = [variant for variant in loose if variant.required.issubset(names)]
    for choice in (fitting, loose):
        if of_task := [variant for variant in choice if model in variant.models]:
            return of_task
    return fitting or loose or variants


def _mistyped(cls: type[Params[object]], values: Fields) -> bool:
    mismatches: list[forms.Mismatch] = []
    for field in forms.record_form(cls).fields:
        if (value := values.get(field.wire)) is not None:
            field.form.build(value, "$", mismatches)
    return bool(mismatches)


def _free_body(params: object, extra: Fields) -> Asked:
    """The body for a mapping or a file, where the schema says nothing of it."""
    if is_file(params) and not extra:
        return Asked(read_file(params), _OCTETS)
    if not is_object(params):
        raise TypeError(f"Expected params or a mapping but received {type(params).__name__}")
    return Asked.json({**{name: forms.plain(value) for name, value in params.items()}, **extra})


def _body(cls: type[Params[object]], fields: Fields, extra: Fields) -> Asked:
    raw = cls.raw_field
    if raw is not None and not extra and fields.keys() == {raw} and is_file(fields[raw]):
        return Asked(read_file(fields[raw]), _OCTETS)
    return Asked.json({**forms.to_wire(forms.record_form(cls), fields), **extra})
