"""What models take and answer, as the tables of the emitted package have it, and calls by that."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec import UNSET

from . import PACKAGE, encoding, part
from .binary import is_file, read_file
from .bodies import FORM, Classes, OwnBody, RequestBody, answers_of, form_body
from .drift import SchemaDrift, warn_caller
from .json_text import encode, is_list, is_object, numbers
from .models import StreamParams
from .operations import Fields
from .records import Record
from .variants import unlisted

# So many names of members are listed.
_ADVISED = 8
_NOT_CALLED = "{} takes no requests over HTTP: it is reached over a WebSocket, which this client does not open"
_ELSEWHERE = "pass them in `extra_query`, or the file as a keyword, too, which sends all as JSON"


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Form(NamedTuple):
    """One form of a request: its members on the wire, and the classes of answer and event with their modules.

    A form `apart` gives these by task, too: the classes of the task would hold nothing of it.
    """

    required: str = ""
    optional: str = ""
    answer: str = ""
    event: str = ""
    apart: bool = False

    @property
    def names(self) -> frozenset[str]:
        return _words(f"{self.required} {self.optional}")


class Group(NamedTuple):
    """What models with the same pair of schemas take, and how; `name` is what their classes begin with."""

    name: str = ""
    forms: tuple[Form, ...] = (Form(),)
    # Of a body with all members; empty where there is none.
    media_type: str = "application/json"
    # Media types of a body that is the member `raw` alone.
    files: tuple[str, ...] = ()
    raw: str = ""
    # Keywords to names in the query, and to other names on the wire.
    query: Mapping[str, str] = MappingProxyType({})
    renamed: Mapping[str, str] = MappingProxyType({})
    # Where a file is neither base64 nor a part: `octets` or `data-url`, by the names on the way.
    places: Mapping[str, str] = MappingProxyType({})
    # The member that asks for a stream, and whether the model makes one unless asked not to.
    flag: str = ""
    streams: bool = False
    # Whether a body may have members that the schema does not know.
    open: bool = False

    @property
    def known(self) -> Collection[str]:
        """Members of all forms, in their order."""
        return dict.fromkeys(" ".join(f"{form.required} {form.optional}" for form in self.forms).split())

    def meant(self, fields: Mapping[str, object]) -> Sequence[Form]:
        """The forms that a request may have, by what it has."""
        if len(self.forms) == 1:
            return self.forms
        given = {*fields, *self.query.values()}
        fitting = [form for form in self.forms if _words(form.required) <= given] or self.forms
        if len(fitting) == 1:
            return fitting
        strange = [len(fields.keys() - form.names) for form in fitting]
        return [form for form, number in zip(fitting, strange, strict=True) if number == min(strange)]

    def answers(
        self, fields: Mapping[str, object], of_task: tuple[object, ...], *, streaming: bool
    ) -> tuple[object, ...]:
        """What a request, or a stream, gives: by the task, unless a form is apart."""
        found: dict[object, None] = {}
        for form in self.meant(fields):
            own = form.apart or not of_task
            found |= dict.fromkeys([loaded(form.event if streaming else form.answer)] if own else of_task)
        return (*found,)

    def all_answers(self, *, streaming: bool) -> Sequence[object]:
        """What any request, or a stream, may give."""
        references = [form.event if streaming else form.answer for form in self.forms]
        return [loaded(reference) for reference in references if reference]

    def of_task(self, names: AbstractSet[str]) -> AbstractSet[str]:
        """Those that may begin a form of the task: none that a form apart has."""
        apart = [form for form in self.forms if form.apart]
        return frozenset() if len(apart) == len(self.forms) else names - frozenset().union(*(f.names for f in apart))


@cache
def loaded(reference: str) -> Any:  # noqa: ANN401  # a class of any kind
    """The class for its module and its name; `object` for none."""
    module, _, name = reference.partition(".")
    if not name:
        return object
    home = "_runtime.binary" if module == "binary" else f"models.answers.{module}"
    return getattr(import_module(f"{PACKAGE}.{home}"), name)


# Each model is warned of once.
@lru_cache(maxsize=512)
def row_of(model: str) -> str:
    """The row of a model in `models.names`; empty for a name that is not known. Warns of a deprecated one."""
    names = import_module(f"{PACKAGE}.models.names")
    # It may be empty, where nothing says when.
    if (date := names.DEPRECATED.get(model)) is not None:
        warn_caller(DeprecationWarning(f"{model} is deprecated{date and f' and may be gone from {date} on'}"))
    row: str = names.RUNNERS.get(model, "")
    return row


@cache
def group_in(row: str) -> Group:
    group: Group = import_module(f"{PACKAGE}.models.{row.partition(' ')[0]}").GROUP
    return group


@lru_cache(maxsize=512)
def group_of(model: str) -> Group | None:
    row = row_of(model)
    return group_in(row) if row else None


def request_body(own: OwnBody, fields: Fields, extra: Fields, *, streaming: bool, task: Classes = ()) -> RequestBody:
    """What is sent for fields by the names of their arguments and `extra` by wire names, and what that is answered.

    Params classes of a task say what is answered, unless they cannot hold it.
    """
    if renamed := own.group.renamed:
        fields = {renamed.get(name, name): value for name, value in fields.items()}
    body = encoded(own, fields, extra, streaming=streaming)
    whole = body.answered_by(own.group.answers(fields, answers_of(task), streaming=False))
    if not streaming:
        return whole
    pieces = own.group.answers(fields, answers_of(task, streaming=True), streaming=True)
    return body.answered_by(pieces)._replace(whole=whole)


def encoded(own: OwnBody, fields: Fields, extra: Fields, *, streaming: bool) -> RequestBody:
    """What is sent for fields by wire names."""
    group, drifts = own.group, drifts_of(own, fields)
    if not streaming and extra.get(group.flag, fields.get(group.flag)) is True:
        raise ValueError(f"`{group.flag}=True` belongs to `stream`, which sends it itself")
    if streaming or group.streams:
        extra = {**extra, group.flag or StreamParams.stream_flag: streaming}
    body = _body(own, fields, extra)
    return body._replace(drifts=drifts, advice=_advice(own)) if drifts else body


def drifts_of(own: OwnBody, fields: Fields) -> tuple[SchemaDrift, ...]:
    """What the schema lacks. Raises TypeError for a keyword that looks misspelt."""
    group, model = own.group, own.model
    if group.open:
        return ()
    way = "extra_body" if group.media_type else "extra_query"
    return unlisted(fields, group.known, called=model, variant=f"{group.name}Input", model=model, way=way)


def _advice(own: OwnBody) -> str:
    """What the model's own form takes, and how callers by task reach it."""
    names = list(own.group.known)
    if own.by_task is None or not names:
        return ""
    taken = ", ".join([*names[:_ADVISED], *(["..."] if len(names) > _ADVISED else [])])
    resource = own.by_task.name.rpartition(".")[0]
    return f": `client.{resource}.{own.by_task.by_name}({own.model!r}).run(...)` takes {taken}"


def _body(own: OwnBody, fields: Fields, extra: Fields) -> RequestBody:
    group, raw = own.group, own.group.raw
    if own.file is not None:
        return _file_body(own, {**fields, **extra})
    others = {**{name: value for name, value in fields.items() if name != raw}, **extra}
    # Where nothing but the file is a body, the query has the rest.
    if group.files and is_file(fields.get(raw)) and not (others and group.media_type):
        query = {n: encode(encoding.to_builtins(v)).decode() if is_object(v) else v for n, v in others.items()}
        return _file_alone(fields[raw], group.files)._replace(query=tuple(query.items()))
    if not group.media_type:
        wanted = f"Expected `{raw}` to be a file but received {type(fields.get(raw)).__name__}"
        raise TypeError(wanted if raw else _NOT_CALLED.format(own.model))
    if group.media_type == FORM:
        return form_body(FORM, {**fields, **extra}, {}, ())
    return RequestBody.json({**placed(own, fields), **extra})


def placed(own: OwnBody, fields: Fields) -> Fields:
    """JSON for fields by wire names, with files as the schema has them."""
    return {name: _placed(value, name, own.group.places) for name, value in fields.items()}


def _file_body(own: OwnBody, others: Fields) -> RequestBody:
    if own.group.name or not is_file(own.file):
        wanted = "keywords" if own.group.name else "keywords, or a file,"
        raise TypeError(f"Expected {wanted} but received {type(own.file).__name__}")
    if others:
        names = ", ".join(map(repr, others))
        raise TypeError(f"A file is the whole body and leaves no place for {names}: {_ELSEWHERE}")
    return _file_alone(own.file, ("*/*",))


def _file_alone(file: object, accepted: Sequence[str]) -> RequestBody:
    content = read_file(file)
    return RequestBody(content, part("files").media_type_of(file, content, accepted))


def _placed(value: object, place: str, places: Mapping[str, str]) -> object:
    """The same, with files as the schema of a model has them in their `places`: as octets or as a data URL."""
    if not places:
        return encoding.to_builtins(value)
    if (way := places.get(place)) and is_file(value):
        if way == "octets":
            return numbers(read_file(value))
        return part("files").data_url(value)
    if is_object(value) and not isinstance(value, Record):
        return {name: _placed(item, f"{place}.{name}", places) for name, item in value.items() if item is not UNSET}
    if is_list(value):
        return [_placed(item, place, places) for item in value]
    return encoding.to_builtins(value)
