"""From the arguments of a call to a request, without sending it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from importlib import import_module
from types import MappingProxyType
from typing import cast

import httpx2
import msgspec

from . import PACKAGE, encoding, forms, options, part
from .binary import is_file
from .bodies import OwnBody, RequestBody, answers_of, free_body, own_body, typed_body
from .call import Call
from .credentials import has_credentials, merge_headers, removes_credentials
from .drift import warn_caller
from .errors import CloudflareError
from .json_text import dumped, is_list, is_object
from .models import Params
from .operations import Fields, Operation, parameters_of
from .options import RequestOptions, Settings
from .urls import Encoded, fill_path, flattened, request_info, with_query
from .variants import candidates, known_names, renamed_fields, unlisted

_OPTION_NAMES = frozenset(RequestOptions.__annotations__)
_WITHOUT_BODY = {"GET", "HEAD", "DELETE"}
_LISTED = (Iterator, AbstractSet, ValuesView, range, deque)


def build_call(
    settings: Settings, operation: Operation, path: Fields, params: object, keywords: Fields, *, streaming: bool
) -> Call:
    """The request for a call of a method. `keywords` holds options, path values and fields.

    Raises TypeError and ValueError for arguments that make no request, CloudflareError without credentials.
    """
    warn_if_deprecated(operation)
    keywords = without_unset(keywords)
    if missing := [name for name in operation.required.split() if name not in keywords]:
        raise TypeError(f"{operation.name} needs {', '.join(missing)}")
    values = path_values(settings, operation, {**keywords, **without_unset(path)})
    # Given as a whole, where None may be null; in place of params, it says nothing.
    params, whole = (None, False) if params is msgspec.UNSET else (params, operation.whole_body)
    fields, extra, keywords = split_keywords(operation, keywords, operation.moved if params is None else {})
    if params is None and _is_whole(operation, fields):
        params, fields, whole = fields["body"], {}, True
    params, whole = dumped(params), whole and (params is not None or operation.null_body)
    if fields and params is not None and not isinstance(params, OwnBody):
        raise TypeError(f"Pass params or keywords, not both; got {', '.join(sorted(fields))}, too")
    if isinstance(params, OwnBody):
        own_request: RequestBody = part("groups").request_body(params, fields, extra, streaming=streaming)
        return make_call(settings, operation, values, keywords, own_request)
    model = operation.model(values)
    own = own_body(operation, model)
    if isinstance(params, Params):
        body = typed_body(operation, [type(params)], encoding.members_to_send(params), extra, own, streaming=streaming)
    elif params is None and not (fields or extra or streaming or whole or operation.needs_body):
        body = _as_forms(operation, RequestBody(b"", ""))
    elif params is None and operation.has_forms and not whole:
        body = _keyword_body(operation, model, fields, extra, own, streaming=streaming)
    elif operation.body or operation.has_forms:
        given = params if whole or params is not None else fields
        body = (_whole_body if whole else free_body)(operation, given, extra, streaming=streaming)
    elif params is None:
        body = _unlisted_body(operation, fields, extra)
    else:
        raise TypeError(f"{operation.name} takes no body")
    return make_call(settings, operation, values, keywords, _as_declared(operation, params, body))


def _as_declared(operation: Operation, params: object, body: RequestBody) -> RequestBody:
    """A body that is answered as the operation says, where no class does."""
    octets = operation.octets if isinstance(params, str) or is_file(params) else ()
    declared = octets or tuple(filter(None, (operation.answer,)))
    if declared:
        answers = tuple(getattr(import_module(PACKAGE), name) for name in declared)
        body = body._replace(answers=answers, variant=declared[0] if len(declared) == 1 else "")
    return body if operation.answered else body._replace(answers=(object,))


def warn_if_deprecated(operation: Operation) -> None:
    """Before anything is refused, as of what Python's own decorator deprecates."""
    if operation.deprecated:
        warn_caller(DeprecationWarning(f"{operation.name} is deprecated: its documentation may say what to call"))


def _is_whole(operation: Operation, fields: Fields) -> bool:
    """Whether the keyword `body` is the whole body, as of the official client, and no field, as models may have one."""
    return fields.keys() == {"body"} and not (
        operation.has_forms and (operation.slashed or "body" in known_names(operation.forms()))
    )


def _whole_body(operation: Operation, params: object, extra: Fields, *, streaming: bool) -> RequestBody:
    """A body in one piece."""
    items = [getattr(import_module(PACKAGE), name) for name in operation.items.split()]
    classes = items if is_list(params) else [one.load() for one in operation.forms()]
    params = encoding.items_by_wire(params, *map(forms.record_form, classes))
    return _as_forms(operation, free_body(operation, params, extra, streaming=streaming, whole=True))


def _as_forms(operation: Operation, body: RequestBody) -> RequestBody:
    """A body that has none of the forms, which is answered as these are."""
    classes = [one.load() for one in operation.forms()]
    return body.answered_by(answers_of(classes)) if classes else body


def _keyword_body(  # what a call consists of
    operation: Operation, model: str, fields: Fields, extra: Fields, own: OwnBody | None, *, streaming: bool
) -> RequestBody:
    """The body for a call in keyword form: of the form that is meant, else as the model has it, or as it is given."""
    variants = operation.forms()
    known, renamed = known_names(variants), renamed_fields(variants)
    # A field by both of its names: neither value takes the place of the other.
    fields = {name if renamed.get(name) in fields else renamed.get(name, name): one for name, one in fields.items()}
    named = {name: value for name, value in fields.items() if name in known}
    of_task = [one for one in variants if model in one.models]
    if own and not any(one.begun_by(own.group.of_task(named.keys())) for one in of_task):
        task = [one.load() for one in of_task]
        asked: RequestBody = part("groups").request_body(own, fields, extra, streaming=streaming, task=task)
        return asked
    meant = candidates(variants, model, named, streaming=streaming)
    # A model that no form lists takes what it takes, and what has a schema of its own says so itself.
    free = own is not None or (bool(model) and not of_task)
    # How a file is sent depends on the form, and keywords that no form has leave that open.
    unclear = len(meant) > 1 and len(named) < len(fields) and any(map(is_file, fields.values()))
    if free and fields and (not named or unclear):
        return free_body(operation, fields, extra, streaming=streaming)
    classes = [one.load() for one in meant]
    body = typed_body(operation, classes, fields, extra, own, streaming=streaming)
    if not free and len(named) < len(fields) and not any(forms.record_form(cls).others for cls in classes):
        others = {*known, *_arguments(operation)}
        drifts = unlisted(fields, others, called=operation.name, variant=body.variant, model=model)
        body = body._replace(drifts=(*body.drifts, *drifts))
    if not model:
        return body
    if not all(one in of_task for one in meant):
        # Keywords of other forms are answered by the task of the model, too, if it has one.
        task = [one.load() for one in of_task]
        variant = task[0].__name__ if task else ""
        whole = body.whole and body.whole._replace(answers=answers_of(task) or body.whole.answers, variant=variant)
        likely = answers_of(task, streaming=streaming) or body.answers
        body = body._replace(answers=likely, whole=whole, variant=variant)
    return body


def _unlisted_body(operation: Operation, fields: Fields, extra: Fields) -> RequestBody:
    """What is sent by keyword where the schema has no body: members of the query, or of a body after all."""
    if operation.method not in _WITHOUT_BODY:
        drifts = unlisted(fields, _arguments(operation), called=operation.name, variant=operation.answer)
        return free_body(operation, fields, extra, streaming=False)._replace(drifts=drifts)
    if extra:
        raise TypeError(f"{operation.name} takes no body: pass `extra_query`")
    # As the official client has `account={"id": ...}` for the parameter `account.id`.
    query = flattened(fields)
    known = {*_arguments(operation), *operation.query_names.values()}
    drifts = unlisted(query, known, called=operation.name, variant=operation.answer, way="extra_query")
    return RequestBody(b"", "", query=tuple(query.items()), drifts=drifts)


def _arguments(operation: Operation) -> Sequence[str]:
    """The keywords of a call that are not in a body."""
    return (*operation.parameters, *operation.query.split(), *operation.headers, *operation.cookies)


def without_unset(keywords: Fields) -> Fields:
    """The keywords without those that are left out; what is read like a list is one."""
    return {
        name: list(value) if isinstance(value, _LISTED) and not is_file(value) else value
        for name, value in keywords.items()
        if value is not msgspec.UNSET
    }


def split_keywords(
    operation: Operation, keywords: Fields, moved: Mapping[str, str] = MappingProxyType({})
) -> tuple[Fields, Fields, Fields]:
    """Fields, which are what neither a path nor an option takes, what `extra_body` adds, and the others.

    Options whose names fields have are `moved`: they have other keywords, and here their own names.
    """
    if not keywords:
        return {}, {}, {}
    used, own = _OPTION_NAMES.union(_arguments(operation), moved), moved.values()
    fields = {name: value for name, value in keywords.items() if name not in used or name in own}
    if fields and operation.whole_body:
        names = ", ".join(map(repr, sorted(fields)))
        raise TypeError(f"{operation.name} takes `body`, and not {names}: `extra_query` sends anything besides")
    others = {moved.get(name, name): value for name, value in keywords.items() if name not in fields}
    extra = others.get("extra_body") or {}
    if not is_object(extra):
        raise TypeError(f"Expected `extra_body` to be a mapping but received {type(extra).__name__}")
    return fields, cast("Fields", encoding.to_builtins(extra)), others


def _headers(settings: Settings, operation: Operation, keywords: Fields, media_type: str) -> httpx2.Headers:
    """Raises CloudflareError without credentials."""
    headers, authenticated = settings.headers_for(media_type), settings.authenticated
    if operation.accept and headers.get("Accept", "*/*") == "*/*":
        headers = headers.copy()
        headers["Accept"] = operation.accept
    if operation.headers or operation.cookies:
        headers = part("queries").with_parameters(headers, operation, keywords)
    if changes := options.mapping_of(cast("RequestOptions", keywords), "extra_headers"):
        headers = headers.copy()
        merge_headers(headers, changes)
        authenticated = settings.own_auth or has_credentials(headers) or removes_credentials(changes)
    if not authenticated:
        raise CloudflareError("No credentials: pass `api_token` to the client or set CLOUDFLARE_API_TOKEN")
    return headers


def _refuse_other_scopes(settings: Settings, operation: Operation, body: RequestBody) -> None:
    """Raises TypeError for the keyword of another path, which in this body or query would choose nothing."""
    unlisted_places = {drift.path for drift in body.drifts}
    own = [f"`{name}`" for name in settings.service.scopes if name in operation.parameters]
    for name in settings.service.scopes:
        if f"$.{name}" in unlisted_places and name not in operation.parameters:
            raise TypeError(f"{operation.name} takes no {name!r}: its path has {' and '.join(own) or 'no such part'}")


def make_call(
    settings: Settings, operation: Operation, values: Mapping[str, str], keywords: Fields, body: RequestBody
) -> Call:
    """The request for a body, with what the client and the call choose."""
    if body.drifts:
        _refuse_other_scopes(settings, operation, body)
    chosen = cast("RequestOptions", keywords)
    headers = _headers(settings, operation, keywords, body.media_type)
    policy, timeout = settings.retries, settings.timeout
    if "max_retries" in chosen:
        retries = options.not_negative("max_retries", chosen["max_retries"])
        policy = policy._replace(max_retries=retries)
    if "timeout" in chosen:
        timeout = options.timeout_of(chosen["timeout"])
    own = {wire: keywords[name] for name, wire in operation.query_names.items() if name in keywords}
    if operation.styles:
        own = part("queries").written(own, operation.styles)
    query = {**settings.query, **own, **dict(body.query), **options.mapping_of(chosen, "extra_query")}
    path = operation.twin if operation.twin and operation.choice[1] in values else operation.path
    encoded = tuple(name for name in operation.places if isinstance(values.get(name), Encoded))
    filled = fill_path(path, tuple(values.items()), operation.slashed, tuple(settings.service.scopes), encoded)
    info, url = request_info(operation.method, f"{settings.prefix}{filled}")
    return Call(
        settings,
        operation,
        body,
        body.content,
        info,
        with_query(url, query),
        headers,
        timeout,
        deadline=options.deadline_of(chosen.get("deadline", settings.deadline)),
        policy=policy,
        model=operation.model(values),
    )


def _chosen(settings: Settings, operation: Operation, places: Fields) -> Sequence[str]:
    """The parameters of the one path that a call means, or else the client, of an operation that has two."""
    own, other = operation.choice
    for chosen in (places, settings.scopes):
        given = [name for name in (own, other) if chosen.get(name) is not None]
        # An empty one counts where there is no other, and then is refused.
        named = [name for name in given if chosen[name]] or given[:1]
        if len(named) == 1:
            return parameters_of(operation.twin if named == [other] else operation.path)
        if named:
            where = "both" if chosen is places else "neither, and the client has both"
            raise ValueError(f"Expected either `{own}` or `{other}` but received {where}")
    variables = " or ".join(settings.service.scopes[name] for name in (own, other))
    raise ValueError(
        f"Expected a value for `{own}` or `{other}`: pass one of them here or to the client, or set {variables}"
    )


def path_values(settings: Settings, operation: Operation, places: Fields) -> dict[str, str]:
    """What the path takes, from a call, else the client. Raises TypeError and ValueError."""
    values: dict[str, str] = {}
    names = _chosen(settings, operation, places) if operation.twin else operation.parameters
    for name in names:
        value = settings.scopes.get(name) if places.get(name) is None else places[name]
        if value is None:
            variable = settings.service.scopes.get(name)
            elsewhere = f" or to the client, or set {variable}" if variable else ""
            raise ValueError(f"Expected a value for `{name}`: pass it here{elsewhere}")
        if form := operation.places.get(name):
            value = part("queries").in_path(value, form)
        elif name in operation.numbers and isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise TypeError(f"Expected `{name}` to be a str but received {type(value).__name__}")
        if not value:
            raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
        values[name] = value
    return values
