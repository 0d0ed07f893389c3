"""Bodies of requests: params, keywords, JSON and files as they travel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Self, TypeAlias

from msgspec import UnsetType

from . import encoding, forms, part
from .binary import is_file, read_file
from .drift import Mismatch, SchemaDrift
from .json_text import encode, is_list, is_object, numbers
from .models import Params, StreamParams
from .operations import Fields, Operation
from .records import Record

Classes: TypeAlias = Sequence[type[Params[object]]]

FORM, OCTETS = "multipart/form-data", "application/octet-stream"
_FORMS = (FORM, "application/x-www-form-urlencoded")
# Up to so many bytes or items, a value is encoded at once where others wait for the event loop.
_SMALL, _SHORT = 64 * 1024, 1000
_TEXTS = (str, bytes, bytearray, memoryview)
_INSTANT = {int, float, bool, type(None), UnsetType}


class RequestBody(NamedTuple):
    """The body of a request, and the types that its answer may have."""

    content: bytes
    media_type: str = "application/json"
    answers: tuple[object, ...] = (object,)
    # Empty where the call leaves open what it means: the answer decides.
    variant: str = ""
    # The same where a stream was asked for and the model makes none.
    whole: RequestBody | None = None
    # Members that the query has.
    query: tuple[tuple[str, object], ...] = ()
    # What was sent though the schema lacks it.
    drifts: tuple[SchemaDrift, ...] = ()
    # What fits instead, for the end of the message.
    advice: str = ""

    @classmethod
    def json(cls, members: Fields, media_type: str = "application/json") -> Self:
        try:
            return cls(encode(members), media_type)
        except (TypeError, ValueError):
            for name, value in members.items():
                try:
                    encode(value)
                except (TypeError, ValueError) as error:
                    error.args = (f"`{name}` cannot be sent: {error}",)
                    raise error from None
            raise

    def answered_by(self, answers: tuple[object, ...]) -> Self:
        name = getattr(answers[0], "__name__", "answer") if len(answers) == 1 and answers != (object,) else ""
        return self._replace(answers=answers, variant=name)

    # That of a tuple would show what is asked.
    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self.content)} bytes>"


class OwnBody:
    """A call of a model by its own schema, in place of params: `groups` makes its body. A `file` is all of that."""

    # Of `groups`, which only clients with models by name have.
    group: Any

    def __init__(self, model: str, group: object, file: object = None, *, by_task: Operation | None = None) -> None:
        self.model, self.group, self.file, self.by_task = model, group, file, by_task


def own_body(operation: Operation, model: str) -> OwnBody | None:
    """For calls by task of a model that the document names."""
    group = part("groups").group_of(model) if operation.by_name else None
    return OwnBody(model, group, by_task=operation) if group else None


def typed_body(  # what a call consists of
    operation: Operation, classes: Classes, fields: Fields, extra: Fields, own: OwnBody | None, *, streaming: bool
) -> RequestBody:
    """What is sent for fields by wire names, which any of the classes may be meant to hold."""
    if streaming:
        if odd := [cls.__name__ for cls in classes if not issubclass(cls, StreamParams)]:
            raise TypeError(f"{odd[0]} cannot be streamed: pass it to {operation.name}")
        extra = {**extra, **{cls.stream_flag: True for cls in classes}}
    else:
        refuse_stream(operation, classes, {**fields, **extra})
    taken = [forms.record_form(cls) for cls in classes]
    unknown: list[Mismatch] | None = [] if own is None else None
    fields = encoding.with_wire_names(fields, *taken, unknown=unknown)
    if own is not None:
        body: RequestBody = part("groups").encoded(own, fields, extra, streaming=streaming)
    elif operation.media_type in _FORMS:
        body = form_body(operation.media_type, {**fields, **extra}, operation.parts, taken)
    else:
        body = _one_body(operation, classes, fields, extra)
    variant = " or ".join(cls.__name__ for cls in classes)
    if unknown:
        body = body._replace(drifts=tuple(SchemaDrift("", variant, *mismatch) for mismatch in unknown))
    body = body._replace(answers=answers_of(classes), variant=variant)
    if not streaming:
        return body
    chunks = answers_of(classes, streaming=True)
    return body._replace(answers=chunks if len(chunks) == 1 else (object,), whole=body)


def answers_of(classes: Classes, *, streaming: bool = False) -> tuple[object, ...]:
    """What params classes say that a call gives, or the pieces of it."""
    if streaming:
        return tuple(dict.fromkeys(cls.chunk_type for cls in classes if issubclass(cls, StreamParams)))
    return tuple(dict.fromkeys(cls.response_type for cls in classes))


def _one_body(operation: Operation, classes: Classes, fields: Fields, extra: Fields) -> RequestBody:
    """The one body that all the classes make of the fields. Raises TypeError where they make several."""
    # Read once: each class has a look, and an open file can be read only once.
    read = {name: read_file(v) if is_file(v) else v for name, v in fields.items()}
    if len(classes) == 1:
        return _body(operation, classes[0], read, extra)
    bodies = {_body(operation, cls, read, extra): cls.__name__ for cls in classes}
    if len(bodies) != 1:
        names = ", ".join(bodies.values())
        raise TypeError(f"How a file is sent depends on the form, and this fits {names}: pass one")
    return next(iter(bodies))


def refuse_stream(operation: Operation, classes: Classes, wire: Fields) -> None:
    """Raises ValueError for a body that asks for a stream where none can be read."""
    for cls in classes:
        if issubclass(cls, StreamParams) and wire.get(cls.stream_flag) is True:
            instead = f"{operation.name.rpartition('.')[0]}.stream"
            raise ValueError(f"`{cls.stream_flag}=True` belongs to {instead}, which sends it itself")


def free_body(
    operation: Operation, params: object, extra: Fields, *, streaming: bool, whole: bool = False
) -> RequestBody:
    """The body for JSON or a file, of no params class. Where others have one, a list is said to be the `whole` body."""
    if streaming:
        extra = {**extra, StreamParams.stream_flag: True}
    if not extra and (content := _raw_content(operation, params)) is not None:
        return RequestBody(content, _raw_type(operation.raw, params, content))
    if is_object(params):
        if operation.media_type in _FORMS:
            known = [forms.record_form(one.load()) for one in operation.forms()]
            return form_body(operation.media_type, {**params, **extra}, operation.parts, known)
        members = {**{name: encoding.to_builtins(value) for name, value in params.items()}, **extra}
        return RequestBody.json(members, operation.media_type)
    json = operation.media_type.partition(";")[0].endswith("json") and not extra and (whole or not operation.has_forms)
    if not (json and (is_list(params) or isinstance(params, str | int | float | date | None))):
        raise TypeError(f"Expected params or a mapping but received {type(params).__name__}")
    return RequestBody(encode(encoding.to_builtins(params)), operation.media_type)


def _raw_content(operation: Operation, params: object) -> bytes | None:
    """What is sent as it is: a file, a text where the body is one, a value on each line; else None."""
    if is_file(params):
        return read_file(params)
    if operation.text and isinstance(params, str):
        return params.encode(errors="replace")
    if "json" in operation.raw and is_list(params):
        return b"".join(encode(encoding.to_builtins(item)) + b"\n" for item in params)
    return None


def _raw_type(accepted: str, file: object, content: bytes) -> str:
    """The media type of a body that is sent as it is: of several, that of the file."""
    first, _, others = accepted.partition(", ")
    if not others or isinstance(file, str):
        return first or OCTETS
    return str(part("files").fitting(accepted, file, content))


def form_body(media_type: str, members: Fields, parts: Mapping[str, str], known: Sequence[forms.Form]) -> RequestBody:
    body: RequestBody = part("files").body_of_form(media_type, members, parts, known)
    return body


def _body(operation: Operation, cls: type[Params[object]], fields: Fields, extra: Fields) -> RequestBody:
    raw = cls.raw_field
    if raw is not None and not extra and fields.keys() == {raw} and is_file(fields[raw]):
        return RequestBody(read_file(fields[raw]), OCTETS)
    members = encoding.to_wire(forms.record_form(cls), fields, octets_of=numbers)
    return RequestBody.json({**members, **extra}, operation.media_type)


def takes_time(value: object) -> bool:
    """Whether making a body of this reads a file or encodes so much that other tasks would notice."""
    if type(value) in _INSTANT:
        return False
    if isinstance(value, _TEXTS):
        return len(value) > _SMALL
    if isinstance(value, Record):
        return any(map(takes_time, vars(value).values()))
    if isinstance(value, OwnBody):
        return takes_time(value.file)
    if is_object(value):
        return any(map(takes_time, value.values()))
    if is_list(value):
        return len(value) > _SHORT or any(map(takes_time, value))
    return is_file(value)
