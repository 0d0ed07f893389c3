"""Models by name: what a model's own schema says of a call, and how its body travels."""

# fmt: off
# isort: skip_file
# ruff: noqa

# ruff: noqa: ANN401  # the emitted methods have the types
from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib import import_module
from inspect import Parameter, Signature
from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar

from . import PACKAGE
from .binary import is_file
from .bodies import FORM, Classes, OwnBody, RequestBody, answers_of, unlisted
from .drift import SchemaDrift, warn_caller
from .encoding import to_builtins
from .files import file_body, form_body, placed
from .groups import Form, Group, loaded
from .json_text import encode, is_object, kind_of
from .models import UNSET, Response, StreamParams
from .operations import Fields, Operation
from .options import RequestOptions

_warned: set[str] = set()
_NOT_CALLED = "{} takes no requests over HTTP: it is reached over a WebSocket, which this client does not open"
# So many names of members are listed.
_ADVISED = 8
_KINDS = ("*", "Async*", "*WithRawResponse", "Async*WithRawResponse")


class _Request(OwnBody):
    """A call of a model by its own schema."""

    def __init__(self, model: str, group: Group, file: object = None, *, by_task: Operation | None = None) -> None:
        self._model, self._group, self.file, self._by_task = model, group, file, by_task

    def of_task(self, names: AbstractSet[str]) -> AbstractSet[str]:
        return self._group.of_task(names)

    def request_body(self, fields: Fields, extra: Fields, *, streaming: bool, task: Classes = ()) -> RequestBody:
        if renamed := self._group.renamed:
            fields = {renamed.get(name, name): value for name, value in fields.items()}
        body, forms = self.encoded(fields, extra, streaming=streaming), self._group.meant(fields)
        whole = _answers(forms, task, streaming=False)
        answers = _answers(forms, task, streaming=True) if streaming else whole
        name = getattr(answers[0], "__name__", "answer") if len(answers) == 1 and answers != (object,) else ""
        return body._replace(answers=answers, variant=name, whole=whole if streaming else ())

    def encoded(self, fields: Fields, extra: Fields, *, streaming: bool) -> RequestBody:
        group, drifts = self._group, self.drifts(fields)
        if not streaming and extra.get(group.flag, fields.get(group.flag)) is True:
            raise ValueError(f"`{group.flag}=True` belongs to `stream`, which sends it itself")
        if streaming or group.streams:
            extra = {**extra, group.flag or StreamParams.stream_flag: streaming}
        body = self._body(fields, extra)
        advice = _advice(self._by_task, self._model, group) if drifts and self._by_task else ""
        return body._replace(drifts=drifts, advice=advice) if drifts else body

    def drifts(self, fields: Fields) -> tuple[SchemaDrift, ...]:
        group = self._group
        if group.open:
            return ()
        way = "extra_body" if group.media_type else "extra_query"
        form = f"{group.name}Input"
        return unlisted(fields, group.known, called=self._model, variant=form, model=self._model, way=way)

    def _body(self, fields: Fields, extra: Fields) -> RequestBody:
        group, raw = self._group, self._group.raw
        if self.file is not None:
            _refuse_beside(self.file, {**fields, **extra})
            return file_body(self.file, ("*/*",))
        others = {**{name: value for name, value in fields.items() if name != raw}, **extra}
        # Where nothing but the file is a body, the query has the rest.
        if group.files and is_file(fields.get(raw)) and not (others and group.media_type):
            query = {n: encode(to_builtins(v)).decode() if is_object(v) else v for n, v in others.items()}
            return file_body(fields[raw], group.files)._replace(query=tuple(query.items()))
        if not group.media_type:
            raise TypeError(f"Expected `{raw}` to be a file" if raw else _NOT_CALLED.format(self._model))
        if group.media_type == FORM:
            return form_body({**fields, **extra})
        if not group.places:
            return RequestBody.json({**{name: to_builtins(value) for name, value in fields.items()}, **extra})
        return RequestBody.json({**{n: placed(v, n, group.places) for n, v in fields.items()}, **extra})


def _answers(forms: Sequence[Form], task: Classes, *, streaming: bool) -> tuple[object, ...]:
    """What is answered in these forms, by the task unless a form is apart."""
    of_task = answers_of(task, streaming=streaming)
    found: dict[object, None] = {}
    for form in forms:
        own = (loaded(form.event if streaming else form.answer),)
        found |= dict.fromkeys(own if form.apart else of_task or own)
    return (*found,)


class Runner:
    """Runs one model, by its own schema."""

    group: ClassVar[Group] = Group(forms=(Form(),), flag=StreamParams.stream_flag, open=True)

    def __init__(self, resource: Any, operation: Operation, path: Fields) -> None:
        self._resource, self._path = resource, path
        if own := self.group.query:
            query = " ".join((operation.query, *own))
            operation = operation._replace(query=query, renamed={**operation.renamed, **own})
        self._operation = operation
        self._model = operation.model({name: str(value) for name, value in path.items()})

    def _info(self) -> Any:
        known = import_module(f"{PACKAGE}.models.facts").FACTS.get(self._model, {})
        cls: type[Response] = import_module(f"{PACKAGE}.models.info").ModelInfo
        return cls.from_dict({**known, "name": self._model})

    def _request(self, body: object = None) -> _Request:
        return _Request(self._model, self.group, body)

    def _run(self, fields: Fields, body: object = None) -> Any:
        return self._resource._run(self._operation, self._path, self._request(body), fields)  # noqa: SLF001

    def _stream(self, fields: Fields) -> Any:
        return self._resource._stream(self._operation, self._path, self._request(), fields)  # noqa: SLF001

    def _batch(self, requests: Sequence[Fields], options: Fields) -> Any:
        queued = [(self._request(), fields) for fields in requests]
        return self._resource._batch(self._operation, self._path, queued, options)  # noqa: SLF001

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._model}>"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Say why a method is missing; checkers see that it is."""
            reasons = {"stream": "{} cannot be streamed: call `run`", "batch": "{} cannot be queued: call `run`"}
            if type(self).__name__.endswith("Response"):
                reasons["batch"] = "A batch has no response of its own: call `batch` of the plain runner of {}"
            reasons = reasons if self.group.forms else dict.fromkeys(("run", "stream", "batch"), _NOT_CALLED)
            reason = reasons.get(name, "").format(vars(self).get("_model"))
            reason = reason or f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(reason, name=name, obj=self)


def _run(self: Runner, /, *positional: object, **fields: Any) -> Any:
    """The answer to a request, whose members are keywords."""
    _refuse_positional(positional)
    return self._run(fields)


def _stream(self: Runner, /, *positional: object, **fields: Any) -> Any:
    """The same, with the answer piece by piece."""
    _refuse_positional(positional)
    return self._stream(fields)


def _refuse_positional(arguments: Sequence[object]) -> None:
    if arguments:
        way = "`**` before a dict makes them of it" if is_object(arguments[0]) else "give each its name"
        raise TypeError(f"Expected the members of a request as keywords but received {kind_of(arguments[0])}: {way}")


def _batch(self: Runner, requests: Sequence[Fields], /, **options: Any) -> Any:
    """Queue requests; the handle gives the answers, in order."""
    return self._batch(requests, options)


def _described(method: Any, group: Group) -> FunctionType:
    """The method with the keywords of a group: for `help`, and for mocks, which check calls by them."""
    called = {wire: keyword for keyword, wire in (*group.query.items(), *group.renamed.items())}
    needed = set.intersection(*({*form.required.split()} for form in group.forms))
    known = [name for form in group.forms for name in f"{form.required} {form.optional}".split()]
    names = dict.fromkeys(called.get(name, name) for name in known) | dict.fromkeys(RequestOptions.__annotations__)
    left_out = {name: Parameter.empty if name in needed else UNSET for name in names}
    keywords = [Parameter(name, Parameter.KEYWORD_ONLY, default=value) for name, value in left_out.items()]
    described = FunctionType(method.__code__, method.__globals__, method.__name__)
    described.__doc__ = method.__doc__
    vars(described)["__signature__"] = Signature([Parameter("self", Parameter.POSITIONAL_ONLY), *keywords])
    return described


@cache
def _made(kind: str, row: str) -> type[Runner]:
    """The class of runners for a row of `models.names`, of which `models.runners` has the types."""
    module, name, *ways = row.split()
    group: Group = import_module(f"{PACKAGE}.models.{module}").GROUP
    members: dict[str, object] = {"group": group, "__module__": f"{PACKAGE}.models.runners"}
    members |= {"run": _described(_run, group)} if group.forms else {}
    members |= {"stream": _described(_stream, group)} if any(form.event for form in group.forms) else {}
    members |= {"batch": _batch} if ways and not kind.endswith("Response") else {}
    return type(kind.replace("*", name), (import_module(f"{PACKAGE}.models.runner").ModelRunner,), members)


def runner_class(name: str) -> type[Runner] | None:
    """The class of runners that has a name, for those who import it."""
    rows = {*import_module(f"{PACKAGE}.models.names").RUNNERS.values()}
    found = (_made(kind, row) for row in rows for kind in _KINDS if kind.replace("*", row.split()[1]) == name)
    return next(found, None)


def runner_of(kind: str, resource: Any, operation: Operation, path: Fields) -> Any:
    """The runner for a model, `*` in `kind` standing for its name. A name that is not known has an open one."""
    names = import_module(f"{PACKAGE}.models.names")
    model = str([*path.values()][-1])
    _warn_deprecated(model, names.DEPRECATED.get(model))
    if row := names.RUNNERS.get(model):
        return _made(kind, row)(resource, operation, path)
    found = getattr(import_module(f"{PACKAGE}.models.runner"), kind.replace("*", "OpenRunner"))
    return found(resource, operation, path)


def own_body(operation: Operation, model: str) -> OwnBody | None:
    """For calls of a model that the document names, by task; a deprecated one is warned about."""
    group, date = _group_of(model)
    _warn_deprecated(model, date)
    return group and _Request(model, group, by_task=operation)


def _advice(operation: Operation, model: str, group: Group) -> str:
    """What the model's own form takes, and how callers reach it."""
    names = list(dict.fromkeys(name for form in group.forms for name in f"{form.required} {form.optional}".split()))
    taken = ", ".join([*names[:_ADVISED], *(["..."] if len(names) > _ADVISED else [])])
    resource = operation.name.rpartition(".")[0]
    return f": `client.{resource}.{operation.by_name}({model!r}).run(...)` takes {taken}" if names else ""


def can_queue(model: str) -> bool:
    """Whether a model that the document names takes batches."""
    return " batch" in import_module(f"{PACKAGE}.models.names").RUNNERS[model]


def _warn_deprecated(model: str, date: str | None) -> None:
    """Once; `date` is None for a model that is not, and may be empty."""
    if date is not None and model not in _warned:
        _warned.add(model)
        warn_caller(DeprecationWarning(f"{model} is deprecated{date and f' and may be gone from {date} on'}"))


@lru_cache(maxsize=512)
def _group_of(model: str) -> tuple[Group | None, str | None]:
    """What a model takes, and until when it may be there, where that is known."""
    names = import_module(f"{PACKAGE}.models.names")
    if (row := names.RUNNERS.get(model)) is None:
        return None, None
    return import_module(f"{PACKAGE}.models.{row.split()[0]}").GROUP, names.DEPRECATED.get(model)


def _refuse_beside(body: object, others: Fields) -> None:
    """Raises TypeError for members of a request that is a file."""
    if not is_file(body):
        raise TypeError(f"Expected keywords, or a file, but received {type(body).__name__}")
    if others:
        names = ", ".join(map(repr, others))
        raise TypeError(
            f"A file is the whole body and leaves no place for {names}: pass them in `extra_query`, "
            "or the file as a keyword, too, which sends all as JSON"
        )
